// `cargo fuzz` over the targets of fuzz/, from the committed files: node scripts/fuzz.mjs [--seconds 60] [--only request,…]
//
// It needs a nightly compiler; where there is none it says so and does nothing, since tests/fuzz.rs damages the same targets
// on the stable one. What was found interesting stays in fuzz/corpus/, and the next run begins there.

import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ensureCargoTool } from "./setup/cargo-tool.mjs";
import { readOptions } from "./support/options.mjs";
import { inRoot } from "./support/paths.mjs";
import { capture, main, pathWith, probe, Stop } from "./support/run.mjs";

const TARGETS = ["request", "policy", "vocabulary", "cells", "workbook", "setlinfo"];

await main(async () => {
  const { seconds, only } = readOptions({ seconds: { type: "string", default: "60" }, only: { type: "string", default: TARGETS.join() } });
  const targets = only.split(",");
  if (!/^nightly/m.test(probe("rustup", ["toolchain", "list"]) ?? "")) {
    console.log("yibao: no nightly compiler, so no cargo fuzz; tests/fuzz.rs has the same targets");
    return;
  }
  const tool = ensureCargoTool("cargo-fuzz");
  for (const target of targets) writeSeeds(target);
  const figures = targets.map((target) => fuzz(tool, target, seconds));
  console.log(`\n${figures.join("\n")}`);
  if (figures.some((line) => line.includes("STOPPED"))) throw new Stop("a target was stopped: fuzz/artifacts/ has the input; make it a file of tests/fuzz/");
});

function writeSeeds(target) {
  const folder = inRoot("fuzz", "corpus", target);
  mkdirSync(folder, { recursive: true });
  for (const [i, seed] of seeds(target).entries()) writeFileSync(join(folder, `seed-${i}`), seed);
}

function seeds(target) {
  const read = (name) => policyFolders().map((folder) => readFileSync(inRoot("policies", folder, name), "utf8"));
  if (target === "request") return read("cases.json").flatMap((text) => JSON.parse(text).cases.map(({ request }) => JSON.stringify(request)));
  if (target === "policy") return read("policy.json");
  if (target === "vocabulary") return [readFileSync(inRoot("policies", "vocabulary.json"))];
  if (target === "setlinfo") return JSON.parse(readFileSync(inRoot("tests", "support", "settlement-records.json"), "utf8")).map(({ text }) => text);
  return target === "workbook" ? [workbook()] : [sheet()];
}

function policyFolders() {
  return readdirSync(inRoot("policies"), { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

function workbook() {
  const out = inRoot("target", "fuzz.xlsx");
  capture(inRoot("target", "release", "yibao"), ["sheet", join("policies", "370883-zoucheng"), "--out", out]);
  return readFileSync(out);
}

/** The sheet that the target changes, as it is in the workbook. */
function sheet() {
  workbook();
  return capture("python3", ["-c", 'import sys, zipfile; print(zipfile.ZipFile(sys.argv[1]).read("xl/worksheets/sheet2.xml").decode(), end="")', inRoot("target", "fuzz.xlsx")]);
}

/** The last line of libFuzzer's figures, or that it was stopped. */
function fuzz(tool, target, seconds) {
  const options = [`-max_total_time=${seconds}`, "-timeout=60", "-rss_limit_mb=2048", `-dict=${inRoot("fuzz", "json.dict")}`, "-print_final_stats=1"];
  const args = ["+nightly", "fuzz", "run", "--sanitizer", "none", target, "--", ...options];
  const { status, stderr } = spawnSync("cargo", args, { cwd: inRoot(), encoding: "utf8", maxBuffer: Infinity, env: { ...process.env, PATH: pathWith(tool) } });
  const last = (pattern) => [...stderr.matchAll(pattern)].at(-1)?.[1] ?? "?";
  const executed = last(/number_of_executed_units:\s*(\d+)/g);
  const line = `${target}: ${executed} inputs, ${last(/cov: (\d+)/g)} edges, ${last(/peak_rss_mb:\s*(\d+)/g)} MB at most`;
  return status === 0 ? line : `${line}: STOPPED\n${stderr.split("\n").slice(-40).join("\n")}`;
}
