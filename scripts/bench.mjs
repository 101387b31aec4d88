// `npm run bench`: how large the build is against its budgets, and how long a resident waits, in Chromium at full speed and
// slowed down six times, about what an inexpensive phone does. Only a size over its budget is a failure: times depend on
// the machine, so what matters of them is given as ratios within one run.

import { reportSizes } from "./bench/sizes.mjs";
import { build } from "./build/all.mjs";
import { main, Stop } from "./support/run.mjs";

await main(async () => {
  await build();
  // Only now, because they import packages.
  const { reportPage } = await import("./bench/page.mjs");
  const { reportEstimates } = await import("./bench/estimates.mjs");
  const exceeded = await reportSizes();
  await reportPage();
  await reportEstimates();
  if (exceeded.length > 0) throw new Stop(`over budget: ${exceeded.join(", ")}`);
});
