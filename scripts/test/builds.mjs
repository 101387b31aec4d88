// What the later stages of `npm test` need: dist/.

import { build } from "../build/all.mjs";
import { main } from "../support/run.mjs";

await main(build);
