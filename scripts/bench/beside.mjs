// The same work by everybody: yibao natively and in Node, the rules written by hand, and other engines (tools/beside/). First
// everybody answers the same cases, and the amounts are compared; then they take turns, and of each the median of its turns
// counts. A program of its own runs on one core, and what it needs to start is taken off.

import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { median } from "../support/median.mjs";
import { distPackage, inRoot } from "../support/paths.mjs";
import { run, Stop } from "../support/run.mjs";
import { table } from "../support/sizes.mjs";

const FOLDER = "tools/beside";
const PROGRAM = "target/release/yibao";
const FLOOR = `${FOLDER}/floor/target/release/floor`;
/** So many cases are compared, and so many of them settled in one turn. */
const CASES = 10_000;
const PER_TURN = 1_000;
const TURNS = 7;

export async function reportBeside() {
  if (!existsSync(inRoot(`${FOLDER}/node_modules`))) throw new Stop(`other engines are missing: npm install --prefix ${FOLDER}`);
  run("cargo", ["build", "--release", "--locked", "--quiet"]);
  run("cargo", ["build", "--release", "--locked", "--quiet", "--manifest-path", `${FOLDER}/floor/Cargo.toml`]);
  const { cases, country, policy, request } = await import("../../tools/beside/work.mjs");
  const list = cases(CASES);
  const folder = mkdtempSync(join(tmpdir(), "yibao-beside-"));
  try {
    const everybody = await contestants(saved(folder, [country, policy]), [country, policy], request);
    const lost = await compared(everybody, list, request);
    const times = await inTurns(everybody, list.slice(0, PER_TURN), request);
    print(everybody, times, lost);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function saved(folder, policies) {
  for (const policy of policies) {
    const place = join(folder, `${policy.region}-beside`);
    mkdirSync(place);
    writeFileSync(join(place, "policy.json"), JSON.stringify(policy));
  }
  return folder;
}

/** Each with what settles a case, or with the program that settles lines. */
async function contestants(place, policies, request) {
  const { byHand, NUMBERS, BIG, DECIMAL } = await import("../../tools/beside/arithmetic.mjs");
  const { publicodes } = await import("../../tools/beside/publicodes.mjs");
  const { zenInWasm, zenNative } = await import("../../tools/beside/zen.mjs");
  const core = await import(pathToFileURL(`${distPackage}/node.js`).href);
  await core.ready();
  core.addPolicies(policies.map((policy) => JSON.stringify(policy)));
  const estimate = ["estimate", "--lines", "--jobs", "1", "--policies", place];
  const wasm = (options) => (one) => fenOf(core.estimate(request(one), options));
  return [
    { name: "yibao in Node, explained", settle: wasm({}), isBase: true },
    { name: "yibao in Node, amounts", settle: wasm({ explain: "amounts" }) },
    { name: "yibao natively, explained", program: [PROGRAM, estimate] },
    { name: "yibao natively, amounts", program: [PROGRAM, [...estimate, "--explain", "amounts"]] },
    { name: "Rust by hand (the floor)", program: [FLOOR, []] },
    { name: "JavaScript by hand, numbers", settle: byHand(NUMBERS) },
    { name: "JavaScript by hand, big.js", settle: byHand(BIG) },
    { name: "JavaScript by hand, decimal.js", settle: byHand(DECIMAL) },
    { name: "Publicodes", settle: publicodes() },
    { name: "GoRules ZEN, native module", settle: zenNative() },
    { name: "GoRules ZEN, WASM expressions", settle: await zenInWasm() },
  ];
}

const fenOf = (answer) => {
  const { low, high } = answer.totals?.paid ?? answer.paid;
  if (low !== high) throw new Stop("a case of the bench is not exact");
  return Math.round(Number(low) * 100);
};

/** The amounts of a program, line by line. */
function amounts([program, options], lines) {
  const ran = spawnSync(inRoot(program), options, { input: lines.join("\n"), encoding: "utf8", maxBuffer: 1 << 30 });
  if (ran.status !== 0) throw new Stop(`${program} failed: ${ran.error?.message ?? ran.stderr}`);
  return ran.stdout.trim().split("\n").map((line) => {
    const answer = JSON.parse(line);
    return typeof answer.paid === "string" ? Math.round(Number(answer.paid) * 100) : fenOf(answer);
  });
}

async function all(settle, list) {
  const found = [];
  for (const one of list) found.push(await settle(one));
  return found;
}

/** By contestant: in how many cases the amount is another, and by how many fen. More than a few fen are other rules. */
async function compared(everybody, list, request) {
  const lines = list.map((one) => JSON.stringify(request(one)));
  const [exact] = [amounts(everybody.find(({ name }) => name.includes("floor")).program, lines)];
  const lost = [];
  for (const { name, settle, program } of everybody) {
    const found = program ? amounts(program, lines) : await all(settle, list);
    const off = found.map((amount, i) => Math.abs(amount - exact[i]));
    if (Math.max(...off) > 3) throw new Stop(`${name} settles something else: case ${off.findIndex((fen) => fen > 3)}`);
    lost.push({ cases: off.filter((fen) => fen > 0).length, fen: off.reduce((sum, fen) => sum + fen, 0) });
  }
  return lost;
}

/** Of every contestant the milliseconds of each turn. */
async function inTurns(everybody, list, request) {
  const lines = list.map((one) => JSON.stringify(request(one)));
  const times = everybody.map(() => []);
  for (let turn = 0; turn < TURNS; turn += 1) {
    for (const [i, { settle, program }] of everybody.entries()) {
      times[i].push(program ? ofProgram(program, lines) : await timed(() => all(settle, list)));
    }
  }
  return times;
}

const timed = async (action) => {
  const start = performance.now();
  await action();
  return performance.now() - start;
};

/** A program settles the lines ten times over, because its start takes longer than one turn. */
function ofProgram([program, options], lines) {
  const took = (input) => {
    const start = performance.now();
    spawnSync(inRoot(program), options, { input, maxBuffer: 1 << 30 });
    return performance.now() - start;
  };
  const whole = `${lines.join("\n")}\n`;
  return Math.max((took(whole.repeat(10)) - took(lines[0])) / 10, 0.001);
}

function print(everybody, times, lost) {
  const base = median(times[everybody.findIndex(({ isBase }) => isBase)]);
  const rows = everybody.map(({ name }, i) => {
    const speed = (time) => Math.round((PER_TURN / time) * 1000).toLocaleString("en");
    const [fastest, slowest] = [Math.min(...times[i]), Math.max(...times[i])];
    const off = lost[i].cases === 0 ? "0" : `${lost[i].fen} in ${lost[i].cases} cases`;
    return [name, speed(median(times[i])), `${speed(slowest)} – ${speed(fastest)}`, (base / median(times[i])).toFixed(2), off];
  });
  console.log(`\n${table([["eight rules, cases a second", "median", "spread", "× explained in Node", "fen lost"], ...rows])}`);
}

