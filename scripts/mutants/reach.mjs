// Which test reaches which switch, and how long it takes.

import { spawnSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Stop } from "../support/run.mjs";

/** Every test: `{ name, seconds, reached }`, the quickest first. */
export function reach({ program, copy }) {
  const { stdout } = spawnSync(program, ["--list", "--format", "terse"], { cwd: copy, encoding: "utf8" });
  const names = [...stdout.matchAll(/^(.+): test$/gm)].map(([, name]) => name);
  const tests = names.map((name) => one(program, copy, name)).sort((a, b) => a.seconds - b.seconds);
  for (const { name, seconds } of tests) console.log(`${seconds.toFixed(1)} s ${name}`);
  console.log(`yibao: ${tests.length} tests, ${tests.reduce((sum, { seconds }) => sum + seconds, 0).toFixed(0)} s`);
  return tests;
}

function one(program, copy, name) {
  const file = join(copy, "seen.txt");
  rmSync(file, { force: true });
  writeFileSync(file, "");
  const begun = process.hrtime.bigint();
  const env = { ...process.env, YIBAO_MUTANT: "seen", YIBAO_SEEN: file };
  const { status } = spawnSync(program, [name, "--exact", "--test-threads=1"], { cwd: copy, env });
  if (status !== 0) throw new Stop(`${name} fails without any change`);
  const seconds = Number(process.hrtime.bigint() - begun) / 1e9;
  return { name, seconds, reached: new Set(readFileSync(file, "utf8").split("\n").filter(Boolean).map(Number)) };
}
