// Packages of Debian and Ubuntu, where we may install them: as root, or by a sudo that asks nothing.

import { readFileSync } from "node:fs";
import { probe, run, Stop } from "../support/run.mjs";
import { findProgram } from "./find-program.mjs";

/** "debian", "ubuntu", or null for a system without apt. */
export function aptSystem() {
  if (!findProgram("apt-get")) return null;
  const release = readFileSync("/etc/os-release", "utf8");
  return /^ID(_LIKE)?=.*ubuntu/m.test(release) ? "ubuntu" : "debian";
}

/** The command that a person would type to install these packages. */
export const aptCommand = (packages) =>
  `sudo apt-get update && sudo apt-get install --yes --no-install-recommends ${packages.join(" ")}`;

/** Installs packages. Gives null, or why it could not. */
export function aptInstall(packages) {
  const prefix = privilege();
  if (!prefix) return "apt needs root, and `sudo -n` does not give it";
  console.log(`yibao: installing ${packages.join(", ")} by apt (about 1 min)`);
  const update = attempt([...prefix, "apt-get", "update", "--quiet"]);
  // One source of many out of reach fails an update; what we want may still be there.
  if (update) console.warn(`yibao: ${update}; trying to install all the same`);
  return attempt([...prefix, "apt-get", "install", "--yes", "--quiet", "--no-install-recommends", ...packages]);
}

function attempt([program, ...args]) {
  try {
    run(program, args, { env: { DEBIAN_FRONTEND: "noninteractive" } });
    return null;
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    return error.message;
  }
}

function privilege() {
  if (process.getuid() === 0) return [];
  return probe("sudo", ["-n", "true"]) === null ? null : ["sudo", "-n"];
}
