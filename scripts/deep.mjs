// `npm run deep`: the large versions of what `npm test` runs small. It takes about half an hour and prints its figures.
//
//   --requests N   settled twice, here and by the second opinion (100000)
//   --times N      how often the random tests look (YIBAO_TIMES, 20)
//   --seconds N    how long texts are damaged at random (300)
//   --seed N       where the dice begin (the day's date, so that every day looks elsewhere)

import { ensureRust } from "./setup/rust.mjs";
import { readable, timed } from "./support/duration.mjs";
import { readOptions } from "./support/options.mjs";
import { inRoot } from "./support/paths.mjs";
import { main, run } from "./support/run.mjs";

const looking = ["soundness", "mechanism_ranges", "typical", "conservation", "monotonicity", "invariants", "step_laws"];

await main(async () => {
  const { requests, times, seconds, seed } = readOptions({
    requests: { type: "string", default: "100000" },
    times: { type: "string", default: "20" },
    seconds: { type: "string", default: "300" },
    seed: { type: "string", default: new Date().toISOString().slice(0, 10).replaceAll("-", "") },
  });
  console.log(`yibao: the seed is ${seed}`);
  ensureRust();
  run("cargo", ["build", "--release", "--locked"]);
  await told("second opinion", () => secondOpinion(requests, seed));
  await told("damaged texts", () => cargoTest("fuzz", { YIBAO_FUZZ_SECONDS: seconds, YIBAO_SEED: seed }));
  await told("tables", () => run("cargo", ["test", "--release", "--locked", "--manifest-path", inRoot("tools", "tables", "Cargo.toml")]));
  for (const name of looking) await told(name, () => cargoTest(name, { YIBAO_TIMES: times }));
});

function secondOpinion(requests, seed) {
  const program = inRoot("target", "release", "yibao");
  run("python3", [inRoot("scripts", "second-opinion", "compare.py"), program, inRoot("policies"), requests, seed]);
}

function cargoTest(name, env) {
  run("cargo", ["test", "--locked", "--test", "native", `${name}::`, "--", "--nocapture"], { env });
}

async function told(name, action) {
  console.log(`\nyibao: ${name}`);
  console.log(`yibao: ${name} took ${readable(await timed(action))}`);
}
