// `npm test`: everything that is checked, in order, with all that failed named at the end.
// `npm run check` leaves out what needs a browser.

import { ensureCargoTool } from "./setup/cargo-tool.mjs";
import { ensureNodeModules } from "./setup/node-modules.mjs";
import { ensureRust } from "./setup/rust.mjs";
import { browserVersions, ensureBrowsers } from "./setup/browsers.mjs";
import { readable, timed } from "./support/duration.mjs";
import { readOptions } from "./support/options.mjs";
import { main } from "./support/run.mjs";
import { startBeside } from "./test/beside.mjs";
import { runStages } from "./test/runner.mjs";
import { stages } from "./test/stages.mjs";

await main(async () => {
  const options = readOptions({ "without-browsers": { type: "boolean", default: false } });
  const withBrowsers = !options["without-browsers"];
  const start = performance.now();
  console.log(`\nset-up took ${readable(await timed(() => setUp(withBrowsers)))}`);
  const command = withBrowsers ? "npm test" : "npm run check";
  await runStages(command, stages(startBeside("scripts", "test", "builds.mjs"), withBrowsers), start);
});

function setUp(withBrowsers) {
  ensureRust();
  ensureNodeModules();
  ensureCargoTool("wasm-bindgen-cli");
  ensureCargoTool("wasm-pack");
  if (!withBrowsers) return;
  const found = ensureBrowsers();
  console.log(["the browsers are", ...browserVersions(found)].join("\n  "));
  // From here on every test finds them by these names.
  Object.assign(process.env, found);
}
