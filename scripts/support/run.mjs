// Running other programs: their output goes straight to the terminal, and a failure stops us.

import { spawnSync } from "node:child_process";
import { delimiter } from "node:path";
import { root } from "./paths.mjs";

/** An error that the person at the keyboard can act on: shown without a stack trace. */
export class Stop extends Error {}

/** Runs a program to its end. Throws `Stop` if it could not be started or failed. */
export function run(program, args, { env = {} } = {}) {
  finish(program, args, { stdio: "inherit", env: { ...process.env, ...env } });
}

/** Like `run`, but gives what the program prints on standard output. */
export function capture(program, args) {
  return finish(program, args, { stdio: ["ignore", "pipe", "inherit"], encoding: "utf8", maxBuffer: Infinity }).trim();
}

/** What a program prints on standard output, or null if it cannot be run or fails: for asking what is there. */
export function probe(program, args) {
  const result = spawnSync(program, args, { encoding: "utf8", cwd: root });
  return result.status === 0 ? result.stdout.trim() : null;
}

function finish(program, args, options) {
  const result = spawnSync(program, args, { cwd: root, ...options });
  const line = [program, ...args].join(" ");
  if (result.error) throw new Stop(`could not start \`${line}\`: ${result.error.message}`);
  if (result.signal) throw new Stop(`\`${line}\` was ended by ${result.signal}`);
  if (result.status !== 0) throw new Stop(`\`${line}\` failed with exit code ${result.status}`);
  return result.stdout;
}

/** A PATH on which these folders come first. */
export const pathWith = (...folders) => [...folders, process.env.PATH].join(delimiter);

/** Runs a script's main function; a `Stop` ends the process with its message and code 1. */
export async function main(action) {
  try {
    await action();
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    console.error(`\nyibao: ${error.message}`);
    process.exitCode = 1;
  }
}
