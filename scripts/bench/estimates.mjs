// How long the core takes in Chromium: a request with things open against the exact settlement of the same request.

import { pathToFileURL } from "node:url";
import { readable } from "../support/duration.mjs";
import { median } from "../support/median.mjs";
import { distPackage } from "../support/paths.mjs";
import { table } from "../support/sizes.mjs";
import { inChromium, SLOW } from "./chromium.mjs";
import { hardestRequests, MOST_OPEN, typicalRequests } from "./requests.mjs";

const SLOWEST_SHOWN = 6;

export async function reportEstimates() {
  const core = await import(pathToFileURL(`${distPackage}/node.js`).href);
  await core.ready();
  const typical = typicalRequests(core);
  const hardest = hardestRequests(core);
  const [fast, slow] = await inChromium(async (newPage, address) => {
    const runs = [];
    for (const slowness of [1, SLOW]) runs.push(await run(await newPage(slowness), address, typical, hardest, slowness));
    return runs;
  });
  reportTypical(typical, fast, slow);
  reportHardest(hardest, fast, slow);
}

function reportTypical(typical, fast, slow) {
  const rows = Array.from({ length: MOST_OPEN + 1 }, (_, n) => rowOf(n, typical, fast, slow)).filter((row) => row !== null);
  const heads = ["estimates by what is open", "requests", "full speed", "× exact", "most", `${SLOW} × slower`, "× exact", "most"];
  console.log(`\n${table([heads, ...rows])}`);
  console.log("  (medians; × exact: as a multiple of the same request's exact settlement, timed in turns)");
}

function rowOf(n, typical, fast, slow) {
  const of = ({ typical: times }) => typical.flatMap(({ open }, i) =>
    n === 0 ? [{ time: times[i].exact }] : open.flatMap((entry, j) => (entry.n === n ? [ratioOf(...times[i].open[j])] : [])));
  const [quick, throttled] = [of(fast), of(slow)];
  if (quick.length === 0) return null;
  const cells = (entries) => {
    const ratios = entries.map(({ ratio }) => ratio);
    return [readable(median(entries.map(({ time }) => time))), ...(n === 0 ? ["", ""] : [median(ratios).toFixed(1), Math.max(...ratios).toFixed(1)])];
  };
  return [n === 0 ? "nothing (an exact settlement)" : String(n), String(quick.length), ...cells(quick), ...cells(throttled)];
}

const ratioOf = (exact, time) => ({ time, ratio: time / exact });

function reportHardest(hardest, fast, slow) {
  const rows = hardest.map(({ title }, i) => ({ title, fast: fast.hardest[i], slow: slow.hardest[i] }))
    .sort((a, b) => b.fast.time - a.fast.time).slice(0, SLOWEST_SHOWN)
    .map((entry) => [entry.title, readable(entry.fast.time), readable(entry.slow.time), entry.fast.tight ? "tight" : "sound only"]);
  console.log(`\n${table([["hardest requests", "full speed", `${SLOW} × slower`, "range"], ...rows])}`);
}

/** All times of one run, in one page that has only the package's core. */
async function run(page, address, typical, hardest, slowness) {
  const blank = `${address}bench`;
  const headers = { "cross-origin-opener-policy": "same-origin", "cross-origin-embedder-policy": "require-corp" };
  await page.route(blank, (route) => route.fulfill({ contentType: "text/html", headers, body: "<!doctype html><title>bench</title>" }));
  await page.goto(blank);
  const texts = typical.map(({ exact, open }) => ({ exact: JSON.stringify(exact), open: open.map(({ request }) => JSON.stringify(request)) }));
  return page.evaluate(inPage, { texts, hardest: hardest.map(({ request }) => JSON.stringify(request)), slowness });
}

/**
 * Runs in the page. A request and its exact settlement take turns call by call, so that whatever else the machine does meets
 * both. At full speed a time is the shortest of the calls, the one that nothing interrupted; slowed down it is their mean,
 * because the slow-down itself stops the page for moments, which a short call meets either whole or not at all.
 */
async function inPage({ texts, hardest, slowness }) {
  const core = await import("/package/index.js");
  await core.ready();
  const once = (text) => { const start = performance.now(); const answer = core.estimate(text); return { answer, time: performance.now() - start }; };
  const mean = (calls) => calls.reduce((sum, time) => sum + time, 0) / calls.length;
  const [enough, typical] = slowness > 1 ? [80, mean] : [15, (calls) => Math.min(...calls)]; // milliseconds
  const times = (...requests) => {
    const calls = requests.map(() => []);
    for (const start = performance.now(); calls[0].length < 12 || performance.now() - start < enough;) {
      requests.forEach((text, i) => calls[i].push(once(text).time));
    }
    return calls.map(typical);
  };
  for (const { exact } of texts) core.estimate(exact); // the browser's compiler warms up
  return {
    typical: texts.map(({ exact, open }) => ({ exact: times(exact)[0], open: open.map((text) => times(exact, text)) })),
    hardest: hardest.map((text) => { const { answer, time } = once(text); return { time, tight: answer.tight }; }),
  };
}
