// Builds what later stages need, in a process of its own beside the stages that run meanwhile: compilers mostly use one
// processor at a time.

import { spawn } from "node:child_process";
import { createReadStream, mkdirSync, openSync } from "node:fs";
import { pipeline } from "node:stream/promises";
import { inRoot } from "../support/paths.mjs";
import { Stop } from "../support/run.mjs";

/** Starts a script; gives a function that waits for it, prints what it printed, and fails as it failed. */
export function startBeside(...script) {
  mkdirSync(inRoot("target"), { recursive: true });
  const log = inRoot("target", "builds.log");
  const output = openSync(log, "w");
  const child = spawn(process.execPath, [inRoot(...script)], { stdio: ["ignore", output, output] });
  const ended = new Promise((resolve) => {
    child.on("error", (error) => resolve(error.message));
    child.on("close", (code, signal) => resolve(code === 0 ? null : `ended with ${signal ?? `exit code ${code}`}`));
  });
  return async () => {
    const fault = await ended;
    await pipeline(createReadStream(log), process.stdout, { end: false });
    if (fault) throw new Stop(`${script.at(-1)} ${fault}`);
  };
}
