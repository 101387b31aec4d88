// A program built by cargo from its published source, at one exact version, kept in the user's cache.

import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { userCache } from "../support/paths.mjs";
import { pathWith, run } from "../support/run.mjs";
import { cargoTools } from "../versions.mjs";

/** Builds the tool unless it is there already; gives the folder that holds its programs. */
export function ensureCargoTool(name) {
  const tool = cargoTools[name];
  const home = join(userCache(), `${name}-${tool.version}`);
  if (!existsSync(home)) install(name, tool, home);
  return join(home, "bin");
}

// Built beside its place and moved there when complete: a build that was interrupted leaves no half tool.
function install(name, { version, seconds, options = [] }, home) {
  console.log(`yibao: building ${name} ${version} into ${home}, once (about ${seconds} s on two cores)`);
  const unfinished = `${home}.${process.pid}`;
  mkdirSync(unfinished, { recursive: true });
  try {
    const exactly = ["--version", `=${version}`, "--locked", ...options];
    run("cargo", ["install", name, ...exactly, "--no-track", "--root", unfinished], {
      env: {
        // The optimiser takes two thirds of a tool's build. A tool runs for a second or two, so we do without it.
        CARGO_PROFILE_RELEASE_OPT_LEVEL: "0",
        CARGO_TARGET_DIR: undefined, // a tool's own build does not belong among ours
        PATH: pathWith(join(unfinished, "bin")), // else cargo advises to put this passing folder there
      },
    });
    if (!existsSync(home)) renameSync(unfinished, home);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}
