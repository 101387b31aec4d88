// A copy of the source in which every change has a switch, built with the tests of tests/mutants/.

import { spawnSync } from "node:child_process";
import { appendFileSync, copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ensureCargoTool } from "../setup/cargo-tool.mjs";
import { inRoot } from "../support/paths.mjs";
import { pathWith, run, Stop } from "../support/run.mjs";
import { numberAt } from "./places.mjs";

const tool = inRoot("tools", "switches");
const COPIED = ["src", "tests", "policies", "docs", "fuzz", "Cargo.toml", "Cargo.lock", "build.rs", "rust-toolchain.toml", "README.md", "scripts"];

/** `{ mutants, program, copy }`; a mutant has its `number`, `name`, `file`, and whether it has a switch. */
export function prepare(folder, parts) {
  const copy = join(folder, "source");
  copySource(copy);
  const list = listed(copy, parts);
  run("cargo", ["build", "--release", "--locked", "--manifest-path", join(tool, "Cargo.toml")]);
  const { dropped, switched } = buildable(folder, copy, list);
  const without = (number) => (dropped.has(number) ? "unviable" : "unswitched");
  const state = (number) => (switched.has(number) ? "switched" : without(number));
  const mutants = list.map(({ name, file }, number) => ({ number, name, file, state: state(number) }));
  return { mutants, copy, program: built(copy) };
}

function copySource(copy) {
  mkdirSync(copy, { recursive: true });
  for (const part of COPIED) {
    rmSync(join(copy, part), { recursive: true, force: true });
    cpSync(inRoot(part), join(copy, part), { recursive: true, filter: (path) => !/fuzz\/(target|corpus|artifacts)$/.test(path) });
  }
  // A shared library is linked for nobody here.
  const manifest = join(copy, "Cargo.toml");
  writeFileSync(manifest, readFileSync(manifest, "utf8").replace('["cdylib", "rlib"]', '["rlib"]'));
}

function listed(copy, parts) {
  const args = ["mutants", "--list", "--json", ...parts.flatMap((part) => ["--file", `src/${part}/**`])];
  const env = { ...process.env, PATH: pathWith(ensureCargoTool("cargo-mutants")) };
  const { stdout, stderr, status } = spawnSync("cargo", args, { cwd: copy, env, encoding: "utf8", maxBuffer: Infinity });
  if (status !== 0) throw new Stop(`cargo mutants: ${stderr}`);
  return JSON.parse(stdout);
}

/** Switches for all that the compiler takes. What it refuses is dropped, and it is asked again. */
function buildable(folder, copy, list) {
  const dropped = knownToFail(folder, list);
  for (;;) {
    const switched = rewrite(folder, copy, dropped);
    const refused = refusedBy(copy).filter((number) => !dropped.has(number));
    if (refused.length === 0) return { dropped, switched };
    for (const number of refused) dropped.add(number);
    console.log(`yibao: ${dropped.size} of ${list.length} mutants do not compile`);
  }
}

/** What the compiler refused the last time, if nothing was changed since. */
function knownToFail(folder, list) {
  const [file, text] = [join(folder, "list.json"), JSON.stringify(list)];
  const isSame = existsSync(file) && readFileSync(file, "utf8") === text;
  const dropped = isSame ? JSON.parse(readFileSync(join(folder, "dropped.json"), "utf8")) : [];
  writeFileSync(file, text);
  return new Set(dropped);
}

function rewrite(folder, copy, dropped) {
  rmSync(join(copy, "src"), { recursive: true });
  cpSync(inRoot("src"), join(copy, "src"), { recursive: true });
  writeFileSync(join(folder, "dropped.json"), JSON.stringify([...dropped]));
  const program = join(tool, "target", "release", "yibao-switches");
  const { stdout, stderr, status } = spawnSync(program, [join(folder, "list.json"), join(folder, "dropped.json"), copy], { encoding: "utf8", maxBuffer: Infinity });
  if (status !== 0) throw new Stop(`yibao-switches: ${stderr}`);
  copyFileSync(join(tool, "src", "switch.rs.txt"), join(copy, "src", "switch.rs"));
  appendFileSync(join(copy, "src", "lib.rs"), "\n#[allow(missing_docs)]\npub mod switch;\n");
  return new Set(JSON.parse(stdout));
}

function refusedBy(copy) {
  const found = messages(copy, ["check", "--lib"]).filter(({ message }) => message?.level === "error" && message.spans.length > 0);
  const numbers = found.map(({ message }) => numberAt(copy, message));
  const lost = numbers.indexOf(undefined);
  if (lost >= 0) throw new Stop(`an error outside of every switch: ${found[lost].message.rendered}`);
  return [...new Set(numbers)];
}

function built(copy) {
  const artifacts = messages(copy, ["test", "--test", "mutants", "--no-run"]);
  const program = artifacts.find(({ executable, target }) => executable && target.name === "mutants")?.executable;
  if (!program || !existsSync(program)) throw new Stop("the tests do not compile");
  return program;
}

function messages(copy, [command, ...args]) {
  const how = [command, "--locked", "--profile", "mutants", "--message-format", "json", ...args];
  const { stdout } = spawnSync("cargo", how, { cwd: copy, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"], maxBuffer: Infinity });
  return stdout.split("\n").filter((line) => line.startsWith("{")).map((line) => JSON.parse(line));
}
