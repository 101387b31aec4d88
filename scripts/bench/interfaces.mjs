// The same requests by every way in: how long the core takes to start, a region to load, and an answer as a text, as an
// object, with amounts alone, one by one and as a batch, with more and more open; in Node and by the program.

import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { pathToFileURL } from "node:url";
import { readable } from "../support/duration.mjs";
import { median } from "../support/median.mjs";
import { distPackage, inRoot } from "../support/paths.mjs";
import { Stop } from "../support/run.mjs";
import { table } from "../support/sizes.mjs";
import { MOST_OPEN, typicalRequests } from "./requests.mjs";

const REGION = "370200";
const TURNS = 9;
/** So many requests go through one turn of a batch. */
const BATCH = 500;
/** And so many where threads have to start first. */
const LONG = 10 * BATCH;
const OPEN = [2, 4, MOST_OPEN];

let starts = 0;

/** A core of its own: what was loaded before is not in it. */
const fresh = () => import(`${pathToFileURL(`${distPackage}/node.js`).href}?start=${starts += 1}`);

export async function reportInterfaces() {
  const core = await fresh();
  await core.ready();
  const requests = typicalRequests(core);
  const exact = requests.map((one) => one.exact);
  const rows = await inTurns([...ways(core, exact), ...starting(), ...opened(core, requests)]);
  print("by the package, in Node", rows);
  print("by the program", await inTurns(programs(exact, requests)));
  const [few, many] = [await peak(repeated(exact, BATCH)), await peak(repeated(exact, 20 * BATCH))];
  console.log(`\n  the program's memory at most: ${few} for ${BATCH} requests, ${many} for ${20 * BATCH}`);
}

const repeated = (list, count) => Array.from({ length: count }, (_, i) => list[i % list.length]);
const each = (list, act) => () => { for (const one of list) act(one); };

/** Everything known. `count` is how many answers an act gives. */
function ways(core, exact) {
  const texts = exact.map((one) => JSON.stringify(one));
  const [batch, long] = [repeated(exact, BATCH), repeated(exact, LONG)];
  return [
    { name: "exact, explained, from an object", count: exact.length, act: each(exact, (one) => core.estimate(one)) },
    { name: "exact, explained, from a text", count: exact.length, act: each(texts, (one) => core.estimate(one)) },
    { name: "exact, amounts alone", count: exact.length, act: each(exact, (one) => core.estimate(one, { explain: "amounts" })) },
    { name: "exact, one by one", count: BATCH, act: each(batch, (one) => core.estimate(one)) },
    { name: "exact, estimateAll", count: LONG, act: () => settleAll(core, long, {}) },
    { name: "exact, estimateAll, a thread for each core", count: LONG, act: () => settleAll(core, long, { workers: availableParallelism() }) },
  ];
}

async function settleAll(core, batch, options) {
  for await (const answer of core.estimateAll(batch, options)) if (!answer) throw new Stop("no answer");
}

function starting() {
  const loaded = async () => { const core = await fresh(); await core.ready(); return core; };
  return [
    { name: "start of the core", count: 1, act: async () => { await (await fresh()).ready(); } },
    { name: `rules of ${REGION}, read and checked`, count: 1, prepare: loaded, act: (core) => added(core) },
    { name: `describe ${REGION}`, count: 1, prepare: loaded, act: (core) => core.describe(REGION) },
  ];
}

function added(core) {
  const text = readFileSync(`${distPackage}/policies/${REGION}.json`, "utf8");
  if (core.addPolicies([text]).some(({ problems }) => problems.length > 0)) throw new Stop(`the rules of ${REGION} have a problem`);
}

const withOpen = (requests, n) => requests.flatMap(({ open }) => open.filter((one) => one.n === n).map(({ request }) => request));

const opened = (core, requests) => OPEN.map((n) => {
  const list = withOpen(requests, n);
  return { name: `${n} things open`, count: list.length, act: each(list, (one) => core.estimate(one)) };
});

function programs(exact, requests) {
  const kinds = [["exact, explained", exact, []], ["exact, amounts alone", exact, ["--explain", "amounts"]], ...OPEN.map((n) => [`${n} things open`, withOpen(requests, n), []])];
  return kinds.map(([name, list, options]) => {
    const lines = repeated(list, BATCH);
    return { name: `${name}, on one core`, count: BATCH, act: () => settled(lines, ["--jobs", "1", ...options]) };
  });
}

/** Runs the program over the requests; gives what it answered last of its memory, where the system tells. */
function settled(requests, options) {
  const child = spawn(inRoot("target/release/yibao"), ["estimate", "--lines", ...options], { stdio: ["pipe", "pipe", "inherit"] });
  let memory = "";
  child.stdout.on("data", () => { memory = highest(child.pid) ?? memory; });
  child.stdin.end(`${requests.map((one) => JSON.stringify(one)).join("\n")}\n`);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => (code === 0 ? resolve(memory) : reject(new Stop(`estimate --lines ended with ${code}`))));
  });
}

function highest(pid) {
  try {
    return readFileSync(`/proc/${pid}/status`, "utf8").match(/VmHWM:\s+(.*)/)?.[1];
  } catch {
    return undefined;
  }
}

const peak = async (requests) => (await settled(requests, [])) || "not told by this system";

/** All take turns, so that whatever else the machine does meets all of them. */
async function inTurns(rows) {
  const times = rows.map(() => []);
  for (let turn = 0; turn < TURNS; turn += 1) {
    for (const [i, { act, count, prepare }] of rows.entries()) {
      const given = await prepare?.();
      const start = performance.now();
      await act(given);
      times[i].push((performance.now() - start) / count);
    }
  }
  return rows.map(({ name }, i) => ({ name, times: times[i] }));
}

function print(title, rows) {
  const first = median(rows[0].times);
  const cells = rows.map(({ name, times }) => [name, readable(median(times)), `${readable(Math.min(...times))} – ${readable(Math.max(...times))}`, (median(times) / first).toFixed(2)]);
  console.log(`\n${table([[title, "median", "spread", "× the first"], ...cells])}`);
}
