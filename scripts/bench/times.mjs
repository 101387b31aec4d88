// How long the core takes in Node: to start, and for an estimate of each worked case of the policies. Times depend on
// the machine, so estimates are given as multiples of one where nothing is open, which is a plain settlement.

import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { readable } from "../support/duration.mjs";
import { filesBelow } from "../support/fingerprint.mjs";
import { distPackage, inRoot } from "../support/paths.mjs";
import { capture, Stop } from "../support/run.mjs";
import { table } from "../support/sizes.mjs";

const packageAddress = pathToFileURL(`${distPackage}/node.js`).href;
const starts = 7;
const slowestShown = 5;

export async function reportTimes() {
  console.log(`\n  start: ${readable(median(Array.from({ length: starts }, timeOfStart)))} in a fresh Node`);
  const core = await import(packageAddress);
  await core.ready();
  const cases = workedCases().map((worked) => measure(core, worked)).filter(({ answered }) => answered);
  const settlement = median(cases.filter(({ open }) => !open).map(({ time }) => time));
  console.log(`  settlement (median of the cases where nothing is open): ${readable(settlement)}`);
  reportOpen(cases.filter(({ open }) => open), settlement);
}

function reportOpen(cases, settlement) {
  const multiple = (time) => `${(time / settlement).toFixed(1)} ×`;
  const slowest = [...cases].sort((a, b) => b.time - a.time).slice(0, slowestShown);
  const rows = slowest.map(({ title, time }) => [title, readable(time), multiple(time)]);
  const middle = median(cases.map(({ time }) => time));
  console.log(`  ${cases.length} cases with something open: median ${multiple(middle)} a settlement; the slowest:`);
  console.log(table([["", "time", "settlements"], ...rows]));
}

/** The time from nothing to a core that answers, in a process of its own. */
function timeOfStart() {
  const script = `const start = performance.now();
    const { ready } = await import(${JSON.stringify(packageAddress)});
    await ready();
    console.log(performance.now() - start);`;
  return Number(capture(process.execPath, ["--input-type=module", "--eval", script]));
}

function workedCases() {
  const files = filesBelow("policies").filter((path) => path.endsWith("cases.json"));
  return files.flatMap((path) => JSON.parse(readFileSync(inRoot(path), "utf8")).cases);
}

function measure(core, { title, request }) {
  const text = JSON.stringify(request);
  const answer = core.estimate(text);
  const times = Array.from({ length: 5 }, () => timeOf(() => core.estimate(text)));
  return { title: title.en, answered: answer.outcome === "estimate", open: isOpen(answer), time: Math.min(...times) };
}

const isOpen = ({ programmes = [] }) => programmes.some(({ missing }) => missing.length > 0);

function timeOf(action) {
  const start = performance.now();
  action();
  return performance.now() - start;
}

function median(numbers) {
  if (numbers.length === 0) throw new Stop("no worked case of this kind to measure");
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
}
