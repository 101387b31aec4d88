// Packages of Debian and Ubuntu, where we may install them: as root, or by a sudo that asks nothing.

import { readFileSync } from "node:fs";
import { probe, run } from "../support/run.mjs";
import { findProgram } from "./find-program.mjs";

/** "debian", "ubuntu", or null for a system without apt. */
export function aptSystem() {
  if (!findProgram("apt-get")) return null;
  const release = readFileSync("/etc/os-release", "utf8");
  const names = release.match(/^ID(_LIKE)?=.*/gm).join(" ");
  return /ubuntu/.test(names) ? "ubuntu" : "debian";
}

/** The command that a person would type to install these packages. */
export const aptCommand = (packages) =>
  `sudo apt-get update && sudo apt-get install --yes --no-install-recommends ${packages.join(" ")}`;

/** Installs packages; false where this user may not. */
export function aptInstall(packages) {
  const prefix = privilege();
  if (!prefix) return false;
  console.log(`yibao: installing ${packages.join(", ")} by apt (about 1 min)`);
  const apt = (...args) => {
    const [program, ...rest] = [...prefix, "apt-get", ...args];
    run(program, rest, { env: { DEBIAN_FRONTEND: "noninteractive" } });
  };
  apt("update", "--quiet");
  apt("install", "--yes", "--quiet", "--no-install-recommends", ...packages);
  return true;
}

function privilege() {
  if (process.getuid() === 0) return [];
  return probe("sudo", ["-n", "true"]) === null ? null : ["sudo", "-n"];
}
