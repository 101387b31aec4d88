// Very many estimates in one process, natively and in Node, and in one page of Chromium: memory stays flat, and the same
// request gets the same answer.
//
//   node scripts/long-run.mjs [--estimates 1000000] [--minutes 600] [--where native,node,page]
//
// `--minutes` ends each of them earlier, and the figure says how far it came.
//
// The requests are those of the worked cases, over and over: all of them, then those of an exact amount many times, which
// take a tenth of the time. Linux only: memory is read from /proc.

import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { readOptions } from "./support/options.mjs";
import { distPackage, inRoot } from "./support/paths.mjs";
import { main, Stop } from "./support/run.mjs";
import { inChromium } from "./bench/chromium.mjs";

/** What is in use once everything was asked for once may grow by this much, and no more. */
const GROWTH = 1.1;

/** So often those of an exact amount are asked for between two rounds of all. */
const EXACT_TIMES = 200;

/** So many estimates come before memory is looked at where a collector works, unless half of all is less. */
const SETTLED = 20_000;

const folders = readdirSync(inRoot("policies"), { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name).sort();
const requests = folders.flatMap((name) => JSON.parse(readFileSync(inRoot("policies", name, "cases.json"), "utf8")).cases)
  .map(({ request }) => JSON.stringify(request)).filter((text) => text.startsWith("{"));

const core = await import(`${distPackage}/node.js`);
await core.ready();

/** The places of the requests whose amount is exact. */
const exact = requests.flatMap((request, place) => {
  const { totals } = core.estimate(request, { explain: "amounts" });
  return totals && totals.paid.low === totals.paid.high ? [place] : [];
});

/** Which request comes next, without end. */
function* order() {
  for (;;) {
    yield* requests.keys();
    for (let time = 0; time < EXACT_TIMES; time += 1) yield* exact;
  }
}

/** Of a process, in kB; none where it has ended. */
const residentMemory = (pid) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) || undefined;
/** What an answer is, and its digest. */
const digest = (text) => `${isEstimate(text)} ${createHash("sha256").update(text).digest("base64")}`;
const isEstimate = (text) => text.startsWith('{"outcome":"estimate"');

/** Ends of runs: `{ estimates, first, last }`, memory in kB once every request had been asked, and at the end. */
async function told(where, run) {
  const { estimates, first, last } = await run;
  console.log(`${where}: ${estimates} estimates, ${first} kB once every request had been asked, ${last} kB at the end, every answer the same`);
  if (last > first * GROWTH) throw new Stop(`memory grows ${where}`);
}

/** Remembers the digest of each request's answer, and stops at another one, and where what is looked at is no estimate. */
function sameAnswers() {
  const known = requests.map(() => "");
  return (place, now) => {
    if ((known[place] ||= now) !== now) throw new Stop(`another answer to ${requests[place]}`);
    if (place + 1 < requests.length) return;
    const estimates = known.filter((answer) => answer.startsWith("true")).length;
    if (estimates * 10 < requests.length * 9) throw new Stop(`only ${estimates} of ${requests.length} requests were estimated`);
  };
}

async function native(count, end) {
  const program = spawn(inRoot("target", "release", "yibao"), ["estimate", "--lines"], { stdio: ["pipe", "pipe", "inherit"] });
  const [check, figures, places] = [sameAnswers(), { estimates: 0, first: 0, last: 0 }, order()];
  const feeding = feed(program.stdin, count, end);
  for await (const line of createInterface({ input: program.stdout })) {
    check(places.next().value, digest(line));
    figures.estimates += 1;
    if (figures.estimates === settledAfter(count)) figures.first = residentMemory(program.pid) ?? 0;
    // Looked at now and then, since the process is gone once it has given its last answer.
    if (figures.estimates % 100 === 0) figures.last = residentMemory(program.pid) ?? figures.last;
  }
  await feeding;
  return figures;
}

async function feed(into, count, end) {
  let asked = 0;
  for (const place of order()) {
    if (asked >= count || (Date.now() > end && asked > requests.length * 3)) break;
    if (!into.write(`${requests[place]}\n`)) await once(into, "drain");
    asked += 1;
  }
  into.end();
}

async function inNode(count, end) {
  const [check, figures] = [sameAnswers(), { estimates: 0, first: 0, last: 0 }];
  for (const place of order()) {
    if (figures.estimates >= count || Date.now() > end) break;
    check(place, digest(JSON.stringify(core.estimate(requests[place]))));
    figures.estimates += 1;
    if (figures.estimates === settledAfter(count)) figures.first = residentMemory(process.pid);
  }
  figures.last = residentMemory(process.pid);
  return figures;
}

/** A collector may wait; some rounds let it settle. */
const settledAfter = (count) => Math.min(SETTLED, Math.floor(count / 2));

/** In one page that is never loaded again, a thousand estimates at a time. */
function inPage(count, end) {
  return inChromium(async (open, address) => {
    const page = await open(1);
    // Any file of ours will do: what runs is the package, beside no script of the page.
    await page.goto(`${address}integrity.json`);
    await page.evaluate(prepare, { address, requests });
    const memory = await pageMemory(page);
    const [check, figures, places] = [sameAnswers(), { estimates: 0, first: 0, last: 0 }, order()];
    while (figures.estimates < count && Date.now() < end) {
      const next = Array.from({ length: 1000 }, () => places.next().value);
      const answers = await page.evaluate((wanted) => globalThis.estimated(wanted), next);
      for (const [i, answer] of answers.entries()) check(next[i], answer);
      figures.estimates += answers.length;
      if (figures.first === 0 && figures.estimates >= settledAfter(count)) figures.first = await memory();
    }
    figures.last = await memory();
    return figures;
  });
}

/** Runs in the page. The digests are made there, so that nothing else grows. */
async function prepare({ address, requests }) {
  const core = await import(`${address}package/index.js`);
  await core.load(""); // every region
  const digest = async (text) => new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text))).join();
  globalThis.estimated = async (places) => {
    const answers = [];
    for (const place of places) {
      const answer = core.estimate(requests[place]);
      answers.push(`${answer.outcome === "estimate"} ${await digest(JSON.stringify(answer))}`);
    }
    return answers;
  };
}

/** Asks for the memory of the browser's renderers, in kB, after its collector has run. */
async function pageMemory(page) {
  const browser = await page.context().browser().newBrowserCDPSession();
  const session = await page.context().newCDPSession(page);
  return async () => {
    await session.send("HeapProfiler.collectGarbage");
    const { processInfo } = await browser.send("SystemInfo.getProcessInfo");
    return processInfo.filter(({ type }) => type === "renderer").reduce((sum, { id }) => sum + residentMemory(id), 0);
  };
}

const places = { native: ["natively", native], node: ["in Node", inNode], page: ["in one page", inPage] };

await main(async () => {
  const { estimates, minutes, where } = readOptions({
    estimates: { type: "string", default: "1000000" },
    minutes: { type: "string", default: "600" },
    where: { type: "string", default: Object.keys(places).join() },
  });
  for (const name of where.split(",")) {
    const [words, act] = places[name];
    await told(words, act(Number(estimates), Date.now() + Number(minutes) * 60_000));
  }
});
