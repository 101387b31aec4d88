// `npm run build`

import { build } from "./build/all.mjs";
import { main } from "./support/run.mjs";

await main(build);
