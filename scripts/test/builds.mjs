// What the later stages of `npm test` need: the program and dist/.

import { build } from "../build/all.mjs";
import { main, run } from "../support/run.mjs";

await main(async () => {
  run("cargo", ["build", "--release", "--locked"]);
  await build();
});
