// `npm run deep`: the large versions of what `npm test` runs small. It takes some hours and prints its figures.
//
//   --only NAME,…    of its stages, these alone: opinion, texts, page, package, fuzz, laws, long, webkit, looks, late,
//                    tables, python, spark, supply, reproducible, mutants
//   --requests N     settled twice, here and by the second opinion (100000)
//   --times N        how often the random tests look (YIBAO_TIMES, 20)
//   --seconds N      how long texts are damaged at random, for each of the three runners (300)
//   --estimates N    in one process, and in one page (1000000)
//   --minutes N      at most, for each of the places of `long`, and for `mutants` (600)
//   --seed N         where the dice begin (the day's date, so that every day looks elsewhere)

import { ensureBrowsers } from "./setup/browsers.mjs";
import { ensurePython, needJava } from "./setup/python.mjs";
import { ensureRust } from "./setup/rust.mjs";
import { readable, timed } from "./support/duration.mjs";
import { readOptions } from "./support/options.mjs";
import { inRoot } from "./support/paths.mjs";
import { main, run, Stop } from "./support/run.mjs";
import { supply } from "./supply.mjs";
import { nodeTests } from "./test/node-tests.mjs";

const laws = ["soundness", "mechanism_ranges", "typical", "conservation", "monotonicity", "boundaries", "invariants", "step_laws"];

const stages = {
  opinion: ({ requests, seed }) => {
    const [tool, pages] = [(name) => inRoot("scripts", "second-opinion", name), inRoot("target", "opinion-pages")];
    run("python3", [tool("pages.py"), inRoot("docs", "mechanisms"), inRoot("policies"), pages]);
    for (const policies of [inRoot("policies"), pages]) run("python3", [tool("compare.py"), inRoot("target", "release", "yibao"), policies, requests, seed]);
  },
  texts: ({ seconds, seed }) => cargoTest("fuzz", { YIBAO_FUZZ_SECONDS: seconds, YIBAO_SEED: seed }),
  page: ({ seconds, seed }) => run(process.execPath, ["--test", inRoot("tests", "node", "fuzz.test.mjs")], { env: { YIBAO_FUZZ_SECONDS: seconds, YIBAO_SEED: seed } }),
  package: () => nodeTests("tests/node", 1, { YIBAO_DEEP: "1" }),
  fuzz: ({ seconds }) => run(process.execPath, [inRoot("scripts", "fuzz.mjs"), "--seconds", String(Math.ceil(seconds / 5))]),
  laws: ({ times, seed }) => { for (const name of laws) cargoTest(name, { YIBAO_TIMES: times, YIBAO_SEED: seed }); },
  long: ({ estimates, minutes }) => run(process.execPath, [inRoot("scripts", "long-run.mjs"), "--estimates", estimates, "--minutes", minutes]),
  webkit: () => nodeTests("tests/webkit"),
  looks: () => nodeTests("tests/browser", 1, { YIBAO_DEEP: "1" }),
  late: () => nodeTests("tests/browser", 1, { YIBAO_LATER: "400" }),
  tables: () => run("cargo", ["test", "--release", "--locked", "--manifest-path", inRoot("tools", "tables", "Cargo.toml")]),
  python: () => pythonTests("tools/python", "tools/python/test-requirements.txt"),
  spark: () => {
    needJava();
    pythonTests("tools/spark", "tools/python/test-requirements.txt", "tools/spark/requirements.txt");
  },
  supply,
  reproducible: () => run(process.execPath, [inRoot("scripts", "reproducible.mjs")]),
  mutants: ({ minutes }) => run(process.execPath, [inRoot("scripts", "mutants.mjs"), "--minutes", minutes]),
};

await main(async () => {
  const options = readOptions({
    only: { type: "string", default: Object.keys(stages).join() },
    requests: { type: "string", default: "100000" },
    times: { type: "string", default: "20" },
    seconds: { type: "string", default: "300" },
    estimates: { type: "string", default: "1000000" },
    minutes: { type: "string", default: "600" },
    seed: { type: "string", default: new Date().toISOString().slice(0, 10).replaceAll("-", "") },
  });
  console.log(`yibao: the seed is ${options.seed}`);
  ensureRust();
  ensureBrowsers();
  for (const profile of ["dev", "release"]) run("cargo", ["build", "--locked", "--profile", profile]);
  run(process.execPath, [inRoot("scripts", "build.mjs")]);
  await each(options.only.split(","), options);
});

/** One after another; what failed is named at the end, so that one fault hides no other. */
async function each(names, options) {
  const failed = [];
  for (const name of names) {
    if (!stages[name]) throw new Stop(`no stage is called ${name}: ${Object.keys(stages).join()}`);
    console.log(`\nyibao: ${name}`);
    const took = await timed(() => attempt(name, options, failed));
    console.log(`yibao: ${name} took ${readable(took)}`);
  }
  if (failed.length > 0) throw new Stop(`failed: ${failed.join(", ")}`);
}

function attempt(name, options, failed) {
  try {
    stages[name](options);
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    console.error(`yibao: ${error.message}`);
    failed.push(name);
  }
}

function cargoTest(name, env) {
  run("cargo", ["test", "--locked", "--test", "native", `${name}::`, "--", "--nocapture"], { env });
}

function pythonTests(folder, ...lists) {
  run(ensurePython(...lists), ["-m", "pytest", "--quiet", "-p", "no:cacheprovider", inRoot(...folder.split("/"))]);
}
