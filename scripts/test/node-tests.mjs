// Tests that run in Node: all `*.test.mjs` right in one folder.

import { readdirSync } from "node:fs";
import { join } from "node:path";
import { inRoot } from "../support/paths.mjs";
import { run, Stop } from "../support/run.mjs";

// A test that hangs is a failure, not a wait without end. The limit holds for a whole file, too, on a slow machine.
const longestTest = 15 * 60 * 1000;

/**
 * So many files run at once, with these variables beside those of the environment. The files are named one by one because
 * Node 20 and 22 read a folder's name differently.
 */
export function nodeTests(folder, atOnce = 1, env = {}) {
  const files = readdirSync(inRoot(folder)).filter((name) => name.endsWith(".test.mjs")).sort();
  if (files.length === 0) throw new Stop(`${folder} holds no tests`);
  const options = ["--test", "--test-reporter=spec", `--test-timeout=${longestTest}`, `--test-concurrency=${atOnce}`];
  run(process.execPath, [...options, ...files.map((name) => join(folder, name))], { env });
}
