// `npm run bench`: how large the build is against its budgets, and how long an estimate takes.

import { reportSizes } from "./bench/sizes.mjs";
import { reportTimes } from "./bench/times.mjs";
import { build } from "./build/all.mjs";
import { main, Stop } from "./support/run.mjs";

await main(async () => {
  await build();
  const exceeded = reportSizes();
  await reportTimes();
  if (exceeded.length > 0) throw new Stop(`over budget: ${exceeded.join(", ")}`);
});
