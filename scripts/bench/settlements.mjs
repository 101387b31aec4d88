// How long the program settles what is known: beside an older program, and a policy with every mechanism beside the same
// without. The programs take turns, and of each the shortest time counts, the one that nothing interrupted. What a program
// needs to start is taken off.

import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readable } from "../support/duration.mjs";
import { filesBelow } from "../support/fingerprint.mjs";
import { inRoot } from "../support/paths.mjs";
import { run, Stop } from "../support/run.mjs";
import { table } from "../support/sizes.mjs";
import { policy, request } from "./mechanisms.mjs";

const PROGRAM = "target/release/yibao";
/** The older program had one core, so ours gets one. */
const ONE_CORE = ["--jobs", "1"];
/** The regions of the first version. */
const FIRST = ["000000", "370000", "370200", "370503", "370883", "130800"];
/** Every request is settled so often in one run, and there are so many runs. */
const TIMES = 20;
const TURNS = 5;

/** An older program may be named: its own policies are in it. */
export function reportSettlements(before) {
  run("cargo", ["build", "--release", "--locked", "--quiet"]);
  const rows = [...(before ? [besideOlder(before)] : []), withAndWithout()];
  console.log(`\n${table([["exact settlements", "requests", "one settlement", "beside it", "ratio"], ...rows])}`);
}

/** The worked cases that both settle exactly, to the same amount: what one leaves open is another question. */
function besideOlder(before) {
  const cases = worked();
  const [ours, theirs] = [PROGRAM, before].map((program) => amounts(program, [], cases));
  const both = cases.filter((_, i) => ours[i] !== undefined && ours[i] === theirs[i]);
  return row(`worked cases of the first regions, beside ${before}`, both.length, [[PROGRAM, ONE_CORE, both], [before, [], both]]);
}

function withAndWithout() {
  const folder = mkdtempSync(join(tmpdir(), "yibao-bench-"));
  try {
    const programs = [true, false].map((full) => [PROGRAM, [...ONE_CORE, "--policies", saved(folder, full)], [JSON.stringify(request(full))]]);
    for (const [program, options, lines] of programs) {
      if (amounts(program, options, lines)[0] === undefined) throw new Stop("the request of the bench is not exact");
    }
    return row("all mechanisms, beside the same policy without", 1, programs);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function saved(folder, full) {
  const name = join(folder, String(full), "990000-bench");
  mkdirSync(name, { recursive: true });
  writeFileSync(join(name, "policy.json"), JSON.stringify(policy(full)));
  return join(folder, String(full));
}

function row(title, count, runs) {
  const [ours, others] = timesOf(runs).map((time) => time / (count * TIMES));
  return [title, String(count), readable(ours), readable(others), (ours / others).toFixed(2)];
}

/** The shortest time of each, less that of its start. */
function timesOf(runs) {
  const shortest = runs.map(() => [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]);
  for (let turn = 0; turn < TURNS; turn += 1) {
    runs.forEach(([program, options, lines], i) => {
      const many = Array(TIMES).fill(lines.join("\n")).join("\n");
      [lines[0], many].forEach((input, which) => {
        const start = performance.now();
        settled(program, options, input);
        shortest[i][which] = Math.min(shortest[i][which], performance.now() - start);
      });
    });
  }
  return shortest.map(([start, whole]) => whole - start);
}

/** What the funds pay of each request, where that is one amount. */
function amounts(program, options, lines) {
  return settled(program, options, lines.join("\n")).split("\n").map((line) => {
    const paid = JSON.parse(line).totals?.paid;
    return paid && paid.low === paid.high ? paid.low : undefined;
  });
}

function settled(program, options, input) {
  const ran = spawnSync(program, ["estimate", "--lines", ...options], { cwd: inRoot(), input, encoding: "utf8", maxBuffer: 1 << 30 });
  if (ran.status !== 0) throw new Stop(`${program} estimate --lines failed: ${ran.error?.message ?? ran.stderr}`);
  return ran.stdout.trim();
}

function worked() {
  const files = filesBelow("policies").filter((path) => path.endsWith("cases.json") && FIRST.some((code) => path.includes(`/${code}-`)));
  const all = files.flatMap((path) => JSON.parse(readFileSync(inRoot(path), "utf8")).cases).map((one) => one.request);
  return all.filter((one) => typeof one === "object").map((one) => JSON.stringify(one));
}
