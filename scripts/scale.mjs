// `npm run scale`: what a million requests cost on the command line, and what a year of a province would need. The requests
// are the worked cases of the policies, over and over: those where nothing is open, and all of them.
//
//   --lines N                how many requests are settled for each figure (100000)
//   --yuan-per-core-hour N   what an hour of one core costs (0.25)

import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { ensureRust } from "./setup/rust.mjs";
import { readable, timed } from "./support/duration.mjs";
import { filesBelow } from "./support/fingerprint.mjs";
import { readOptions } from "./support/options.mjs";
import { inRoot } from "./support/paths.mjs";
import { main, run, Stop } from "./support/run.mjs";
import { table } from "./support/sizes.mjs";

const MILLION = 1e6;
const YEAR = 1e8;
const program = inRoot("target", "release", "yibao");
const folder = inRoot("target", "scale");
const amounts = ["--explain", "amounts"];

await main(async () => {
  const { lines, "yuan-per-core-hour": price } = readOptions({
    lines: { type: "string", default: "100000" },
    "yuan-per-core-hour": { type: "string", default: "0.25" },
  });
  ensureRust();
  run("cargo", ["build", "--release", "--locked"]);
  mkdirSync(folder, { recursive: true });
  const all = workedCases();
  const exact = await whereNothingIsOpen(all);
  const cores = availableParallelism();
  const rows = [];
  for (const [name, requests, more] of [
    ["nothing open, amounts", exact, amounts],
    ["nothing open, explained", exact, []],
    ["worked cases, amounts", all, amounts],
  ]) {
    const input = written(requests, Number(lines));
    for (const jobs of cores > 1 ? [1, cores] : [1]) rows.push(await measured(name, input, more, { jobs, lines: Number(lines), price: Number(price) }));
  }
  console.log(`\n${table([["settled", "cores", "a second", "busy for a million", "peak memory", "busy for 10⁸", "yuan for 10⁸"], ...rows])}`);
  rmSync(folder, { recursive: true });
});

/** Requests of worked cases as lines. */
function workedCases() {
  const files = filesBelow("policies").filter((path) => path.endsWith("cases.json"));
  const cases = files.flatMap((path) => JSON.parse(readFileSync(inRoot(path), "utf8")).cases);
  return cases.map(({ request }) => request).filter((request) => request?.expenses?.length > 0).map((request) => JSON.stringify(request));
}

async function whereNothingIsOpen(requests) {
  const input = written(requests, requests.length);
  const output = `${input}.answers`;
  await settled(input, [...amounts, "-o", output], () => {});
  const answers = readFileSync(output, "utf8").trimEnd().split("\n").map((line) => JSON.parse(line));
  rmSync(output);
  return requests.filter((_, i) => answers[i].outcome === "estimate" && answers[i].totals.paid.low === answers[i].totals.paid.high);
}

/** A file with this many lines. */
function written(requests, count) {
  const file = `${folder}/requests.jsonl`;
  writeFileSync(file, Array.from({ length: count }, (_, i) => `${requests[i % requests.length]}\n`).join(""));
  return file;
}

async function measured(name, input, more, { jobs, lines, price }) {
  let seen = { memory: 0, busy: 0 };
  const took = await timed(() => settled(input, [...more, "--jobs", String(jobs)], (now) => { seen = now; }));
  // Where the system does not say how long a program was busy, all its cores were, all the time.
  const busy = (seen.busy > 0 ? seen.busy : took * jobs) / lines;
  const hours = (busy * YEAR) / 3.6e6;
  return [
    name, String(jobs), String(Math.round((lines * 1000) / took)), readable(busy * MILLION), seen.memory > 0 ? `${Math.round(seen.memory / 1000)} MB` : "?",
    `${hours.toFixed(1)} h`, (hours * price).toFixed(2),
  ];
}

/** Answers go nowhere: how fast a disk is, is another question. */
function settled(input, more, tell) {
  const command = `exec "$0" estimate --lines "$@" < "${input}" > /dev/null`;
  const child = spawn("sh", ["-c", command, program, ...more], { stdio: ["ignore", "ignore", "inherit"] });
  const look = () => {
    const seen = now(child.pid);
    if (seen !== null && seen.memory > 0) tell(seen);
  };
  const watch = setInterval(look, 20);
  return new Promise((done, failed) => {
    child.on("error", failed);
    child.on("exit", (code) => (code === 0 ? done() : failed(new Stop(`yibao ended with exit code ${code}`))));
  }).finally(() => clearInterval(watch));
}

/** The most memory that a running program has had, in kB, and for how many milliseconds it kept cores busy. */
function now(process) {
  try {
    const read = (name) => readFileSync(`/proc/${process}/${name}`, "utf8");
    const ticks = read("stat").split(") ")[1].split(" ").slice(11, 13); // of 10 ms: for the program, and for the system on its behalf
    return { memory: Number(/VmHWM:\s+(\d+)/.exec(read("status"))[1]), busy: (Number(ticks[0]) + Number(ticks[1])) * 10 };
  } catch {
    return null; // it has ended, or this is no Linux
  }
}
