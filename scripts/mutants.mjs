// Changes the core's source in small ways, one after another, and looks whether a test notices.
//
//   node scripts/mutants.mjs [--files settlement,benefit,policy/step,estimate,json] [--jobs 1] [--minutes 600] [--only TEXT] [--go-on]
//
// The changes are those of cargo-mutants. It would build the core once a change, which takes minutes. We build all of them
// into one program, each behind a switch (tools/switches), so that a change costs one run of the tests that reach it.
// The tests are those of tests/mutants/. What nobody noticed must stand in tests/mutants/same.txt, with the reason.
//
// `--go-on` keeps what the last run in the folder noticed, so that the core must be as it was; tests may have been added. What
// that run had no time for meets the tests that it did not meet, and what survived meets all of them again.

import { readOptions } from "./support/options.mjs";
import { inRoot } from "./support/paths.mjs";
import { main, Stop } from "./support/run.mjs";
import { known, summary } from "./mutants/report.mjs";
import { prepare } from "./mutants/prepare.mjs";
import { reach } from "./mutants/reach.mjs";
import { tryAll } from "./mutants/try.mjs";

await main(async () => {
  const options = readOptions({
    files: { type: "string", default: "settlement,benefit,policy/step,estimate,json" },
    folder: { type: "string", default: inRoot("target", "mutants") },
    jobs: { type: "string", default: "1" },
    minutes: { type: "string", default: "600" },
    only: { type: "string", default: "" },
    "go-on": { type: "boolean", default: false },
  });
  const prepared = prepare(options.folder, options.files.split(","));
  const wanted = prepared.mutants.filter(({ name }) => name.includes(options.only));
  const outcomes = await tryAll(wanted, reach(prepared), prepared, options);
  console.log(summary(outcomes));
  const unknown = outcomes.filter(({ outcome, name }) => outcome === "survived" && !known(name));
  if (unknown.length > 0) throw new Stop(`no test notices:\n${unknown.map(({ name }) => name).join("\n")}`);
});
