// A Python of our own in `target/`, with our package and what its tests need, so that nothing is installed for the machine.

import { rmSync } from "node:fs";
import { join } from "node:path";
import { inRoot } from "../support/paths.mjs";
import { probe, run, Stop } from "../support/run.mjs";
import { aptCommand, aptSystem } from "./apt.mjs";

const oldest = "3.10";

/** Gives the program `python`, with the package built from this checkout and all that these lists of packages name. */
export function ensurePython(...lists) {
  const home = inRoot("target", "python");
  const python = join(home, ...(process.platform === "win32" ? ["Scripts", "python.exe"] : ["bin", "python"]));
  if (probe(python, ["-m", "pip", "--version"]) === null) {
    needPython();
    rmSync(home, { recursive: true, force: true });
    run("python3", ["-m", "venv", home]);
  }
  install(python, lists.flatMap((list) => ["--requirement", inRoot(...list.split("/"))]));
  // Its version stays the same, so only `--force-reinstall` takes the place of what was built before.
  install(python, ["--force-reinstall", "--no-deps", inRoot("tools", "python")]);
  return python;
}

/** Spark runs in Java. */
export function needJava() {
  if (probe("java", ["-version"]) === null) throw new Stop(`Spark needs Java 17, and there is no \`java\`.${how(["openjdk-17-jre-headless"])}`);
}

function needPython() {
  const asked = `import ensurepip, sys, venv; sys.exit(sys.version_info < (${oldest.replace(".", ", ")}))`;
  if (probe("python3", ["-c", asked]) === null) throw new Stop(`Python ${oldest} or later with \`venv\` is missing.${how(["python3-venv"])}`);
}

function how(packages) {
  return aptSystem() ? ` Install it:\n  ${aptCommand(packages)}` : " Install it, then run this again.";
}

function install(python, what) {
  const pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", ...what];
  try {
    run(python, pip);
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    throw new Stop(`packages of Python could not be installed. What was tried:\n  ${[python, ...pip].join(" ")}`);
  }
}
