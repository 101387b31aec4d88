// Very many estimates in one process, natively and in Node: memory stays flat, and the same request gets the same answer.
//
//   node scripts/long-run.mjs [--estimates 1000000]
//
// The requests are those of the worked cases, over and over. Linux only: memory is read from /proc.

import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { readOptions } from "./support/options.mjs";
import { distPackage, inRoot } from "./support/paths.mjs";
import { main, Stop } from "./support/run.mjs";

/** What is in use once everything was asked for once may grow by this much, and no more. */
const GROWTH = 1.1;

const folders = readdirSync(inRoot("policies"), { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name).sort();
const requests = folders.flatMap((name) => JSON.parse(readFileSync(inRoot("policies", name, "cases.json"), "utf8")).cases)
  .map(({ request }) => JSON.stringify(request)).filter((text) => text.startsWith("{"));

const residentMemory = (pid) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))[1]);
const digest = (text) => createHash("sha256").update(text).digest("base64");

/** Ends of runs: `{ estimates, first, last }`, memory in kB once every request had been asked, and at the end. */
async function told(where, run) {
  const { estimates, first, last } = await run;
  console.log(`${where}: ${estimates} estimates, ${first} kB once every request had been asked, ${last} kB at the end, every answer the same`);
  if (last > first * GROWTH) throw new Stop(`memory grows ${where}`);
}

/** Remembers each request's answer, and stops at another one. */
function sameAnswers() {
  const known = requests.map(() => "");
  return (place, answer) => {
    const now = digest(answer);
    if ((known[place] ||= now) !== now) throw new Stop(`another answer to ${requests[place]}`);
  };
}

async function native(count) {
  const core = spawn(inRoot("target", "release", "yibao"), ["estimate", "--lines"], { stdio: ["pipe", "pipe", "inherit"] });
  const [check, figures] = [sameAnswers(), { estimates: 0, first: 0, last: 0 }];
  const feeding = feed(core.stdin, count);
  for await (const line of createInterface({ input: core.stdout })) {
    check(figures.estimates % requests.length, line);
    figures.estimates += 1;
    if (figures.estimates === requests.length * 2) figures.first = residentMemory(core.pid);
    if (figures.estimates === count) figures.last = residentMemory(core.pid);
    if (figures.estimates === count) core.stdin.end();
  }
  await feeding;
  return figures;
}

async function feed(into, count) {
  for (let place = 0; place < count; place += 1) {
    if (!into.write(`${requests[place % requests.length]}\n`)) await once(into, "drain");
  }
}

async function inNode(count) {
  const core = await import(`${distPackage}/node.js`);
  await core.ready();
  const [check, figures] = [sameAnswers(), { estimates: 0, first: 0, last: 0 }];
  for (; figures.estimates < count; figures.estimates += 1) {
    const place = figures.estimates % requests.length;
    check(place, JSON.stringify(core.estimate(requests[place])));
    // A collector may wait; ten rounds let it settle.
    if (figures.estimates === Math.min(requests.length * 10, Math.floor(count / 2))) figures.first = residentMemory(process.pid);
  }
  figures.last = residentMemory(process.pid);
  return figures;
}

await main(async () => {
  const { estimates } = readOptions({ estimates: { type: "string", default: "1000000" } });
  await told("natively", native(Number(estimates)));
  await told("in Node", inNode(Number(estimates)));
});
