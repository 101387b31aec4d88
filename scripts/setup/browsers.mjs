// Chromium and Firefox, each with its driver: the tests need all four, and none is ever skipped.
//
// Looked for in this order: the environment variable, PATH, then installed (by apt; geckodriver by cargo).
// Where that cannot be done we stop, and say what is missing and how to get it.

import { join } from "node:path";
import { probe, Stop } from "../support/run.mjs";
import { aptCommand, aptInstall, aptSystem } from "./apt.mjs";
import { ensureCargoTool } from "./cargo-tool.mjs";
import { findProgram, isProgram } from "./find-program.mjs";

const programs = [
  {
    variable: "CHROME",
    names: ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
    packages: { debian: "chromium", ubuntu: "chromium-browser" },
  },
  {
    variable: "CHROMEDRIVER",
    names: ["chromedriver"],
    packages: { debian: "chromium-driver", ubuntu: "chromium-chromedriver" },
  },
  {
    variable: "FIREFOX",
    names: ["firefox", "firefox-esr"],
    packages: { debian: "firefox-esr", ubuntu: "firefox" },
  },
];

/** Else the page's Chinese is measured as empty boxes. */
const fonts = "fonts-noto-cjk";

/** Paths of all four: `{ CHROME, CHROMEDRIVER, FIREFOX, GECKODRIVER }`. */
export function ensureBrowsers() {
  if (programs.some((program) => !locate(program))) installMissing();
  const found = Object.fromEntries(programs.map((program) => [program.variable, locate(program)]));
  found.GECKODRIVER = locate({ variable: "GECKODRIVER", names: ["geckodriver"] }) ?? geckodriverByCargo();
  return found;
}

/** What the environment names must exist: a wrong path there is a mistake to report, not to work around. */
function locate({ variable, names }) {
  const named = process.env[variable];
  if (!named) return findProgram(...names);
  if (!isProgram(named)) throw new Stop(`${variable} is set to ${named}, which is not a program`);
  return named;
}

function installMissing() {
  const missing = programs.filter((program) => !locate(program));
  const system = aptSystem();
  if (!system) throw new Stop(`${listOf(missing)}\nInstall them as this system does, then run this again.`);
  const packages = [...missing.map((program) => program.packages[system]), fonts];
  const problem = aptInstall(packages);
  const still = missing.filter((program) => !locate(program));
  if (still.length === 0) return;
  const reason = problem ?? "apt installed them, and they are still not to be found";
  throw new Stop(`${listOf(still)}\n(${reason})\nAs a user who may, run:\n  ${aptCommand(packages)}`);
}

function listOf(missing) {
  const lines = missing.map(({ variable, names }) => `  ${names[0]} (on PATH, or its path in ${variable})`);
  return ["the tests need these programs, which are missing:", ...lines].join("\n");
}

const geckodriverByCargo = () => join(ensureCargoTool("geckodriver"), "geckodriver");

/** What each program says it is. Stops where browser and driver do not fit, which else fails obscurely. */
export function browserVersions(found) {
  const versions = Object.entries(found).map(([variable, path]) => [variable, versionOf(variable, path)]);
  const { CHROME, CHROMEDRIVER } = Object.fromEntries(versions);
  if (major(CHROME) !== major(CHROMEDRIVER)) {
    throw new Stop(
      `the browser and its driver do not fit together:\n  ${found.CHROME}: ${CHROME}\n` +
        `  ${found.CHROMEDRIVER}: ${CHROMEDRIVER}\nInstall a chromedriver of the browser's major version.`,
    );
  }
  return versions.map(([variable, version]) => `${version} (${found[variable]})`);
}

const major = (version) => version.match(/(\d+)\./)?.[1];

function versionOf(variable, path) {
  const printed = probe(path, ["--version"]);
  if (printed === null) throw new Stop(`${path} (${variable}) is there, but \`${path} --version\` fails`);
  return printed.split("\n")[0];
}
