// `npm run bench`: how large the build is against its budgets, and how long a resident waits, in Chromium at full speed and
// slowed down. Times depend on the machine, so what matters of them is given as ratios within one run: `--before FOLDER`
// measures the first visit of another build's dist/ beside this one's, `--since REVISION` counts the lines of both trees,
// `--before-program FILE` settles what is known with another program, too. `--settlements` measures only that, without a build.
// `--beside` measures other engines and code by hand on the same work, with the build that is there; `npm install --prefix
// tools/beside` installs them.

import { reportSettlements } from "./bench/settlements.mjs";
import { reportSizes } from "./bench/sizes.mjs";
import { build } from "./build/all.mjs";
import { readOptions } from "./support/options.mjs";
import { main, Stop } from "./support/run.mjs";

await main(async () => {
  const text = { type: "string" };
  const { before, since, "before-program": older, settlements, beside } = readOptions(
    { before: text, since: text, "before-program": text, settlements: { type: "boolean" }, beside: { type: "boolean" } },
  );
  if (settlements) return reportSettlements(older);
  if (beside) return (await import("./bench/beside.mjs")).reportBeside();
  await build();
  // Only now, because they import packages.
  const { reportFirstVisit } = await import("./bench/first-visit.mjs");
  const { reportLines } = await import("./bench/lines.mjs");
  const { reportPage } = await import("./bench/page.mjs");
  const { reportEstimates } = await import("./bench/estimates.mjs");
  const { reportInterfaces } = await import("./bench/interfaces.mjs");
  const exceeded = await reportSizes();
  const builds = [{ name: "this build", folder: "dist" }, ...(before ? [{ name: before, folder: before }] : [])];
  exceeded.push(...(await reportFirstVisit(builds)));
  reportLines(since);
  await reportPage();
  await reportEstimates();
  await reportInterfaces();
  reportSettlements(older);
  if (exceeded.length > 0) throw new Stop(`over budget: ${exceeded.join(", ")}`);
});
