// How long the core takes in Chromium: a request with things open against the exact settlement of the same request.

import { pathToFileURL } from "node:url";
import { readable } from "../support/duration.mjs";
import { distPackage } from "../support/paths.mjs";
import { table } from "../support/sizes.mjs";
import { inChromium, median, SLOW } from "./chromium.mjs";
import { hardestRequests, MOST_OPEN, typicalRequests } from "./requests.mjs";

const SLOWEST_SHOWN = 6;

export async function reportEstimates() {
  const core = await import(pathToFileURL(`${distPackage}/node.js`).href);
  await core.ready();
  const typical = typicalRequests(core);
  const hardest = hardestRequests(core);
  const [fast, slow] = await inChromium(async (newPage, address) => {
    const runs = [];
    for (const slowness of [1, SLOW]) runs.push(await run(await newPage(slowness), address, typical, hardest));
    return runs;
  });
  reportTypical(typical, fast, slow);
  reportHardest(hardest, fast, slow);
}

function reportTypical(typical, fast, slow) {
  const rows = Array.from({ length: MOST_OPEN + 1 }, (_, n) => rowOf(n, typical, fast, slow)).filter((row) => row !== null);
  console.log(`\n${table([["estimates by what is open", "requests", "× exact, median", "90 %", "most", "median time", `${SLOW} × slower`], ...rows])}`);
}

/** Ratios of both runs together: within each, both times of a ratio were slowed down alike. */
function rowOf(n, typical, fast, slow) {
  const of = ({ typical: times }) => typical.flatMap(({ open }, i) =>
    n === 0 ? [{ time: times[i].exact, ratio: 1 }]
      : open.flatMap((entry, j) => (entry.n === n ? [{ time: times[i].open[j], ratio: times[i].open[j] / times[i].exact }] : [])));
  const [quick, throttled] = [of(fast), of(slow)];
  if (quick.length === 0) return null;
  const ratios = [...quick, ...throttled].map(({ ratio }) => ratio).sort((a, b) => a - b);
  const time = (entries) => readable(median(entries.map((entry) => entry.time)));
  return [n === 0 ? "nothing (an exact settlement)" : String(n), String(quick.length), ratios[Math.floor(ratios.length / 2)].toFixed(1),
    ratios[Math.floor(ratios.length * 0.9)].toFixed(1), ratios.at(-1).toFixed(1), time(quick), time(throttled)];
}

function reportHardest(hardest, fast, slow) {
  const rows = hardest.map(({ title }, i) => ({ title, fast: fast.hardest[i], slow: slow.hardest[i] }))
    .sort((a, b) => b.fast.time - a.fast.time).slice(0, SLOWEST_SHOWN)
    .map((entry) => [entry.title, readable(entry.fast.time), readable(entry.slow.time), entry.fast.tight ? "tight" : "sound only"]);
  console.log(`\n${table([["hardest requests", "full speed", `${SLOW} × slower`, "range"], ...rows])}`);
}

/** All times of one run, in one page that has only the package's core. */
async function run(page, address, typical, hardest) {
  const blank = `${address}bench`;
  const headers = { "cross-origin-opener-policy": "same-origin", "cross-origin-embedder-policy": "require-corp" };
  await page.route(blank, (route) => route.fulfill({ contentType: "text/html", headers, body: "<!doctype html><title>bench</title>" }));
  await page.goto(blank);
  const texts = typical.map(({ exact, open }) => ({ exact: JSON.stringify(exact), open: open.map(({ request }) => JSON.stringify(request)) }));
  return page.evaluate(inPage, { texts, hardest: hardest.map(({ request }) => JSON.stringify(request)) });
}

/** Runs in the page. A time is the least of three rounds, each long enough for the clock. */
async function inPage({ texts, hardest }) {
  const core = await import("/package/index.js");
  await core.ready();
  const once = (text) => { const start = performance.now(); const answer = core.estimate(text); return { answer, time: performance.now() - start }; };
  const timeOf = (text) => {
    const rounds = Math.min(40, Math.ceil(1 / Math.max(once(text).time, 0.01)));
    const round = () => { const start = performance.now(); for (let i = 0; i < rounds; i += 1) core.estimate(text); return (performance.now() - start) / rounds; };
    return Math.min(round(), round(), round());
  };
  for (const { exact } of texts) core.estimate(exact); // the browser's compiler warms up
  return {
    typical: texts.map(({ exact, open }) => ({ exact: timeOf(exact), open: open.map(timeOf) })),
    hardest: hardest.map((text) => { const { answer, time } = once(text); return { time, tight: answer.tight }; }),
  };
}
