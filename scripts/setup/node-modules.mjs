// The npm packages of the lock file, installed when that file is newer than what is installed.

import { readFileSync, writeFileSync } from "node:fs";
import { fingerprint, isStamped } from "../support/fingerprint.mjs";
import { inRoot } from "../support/paths.mjs";
import { run, Stop } from "../support/run.mjs";

const stamp = inRoot("node_modules", ".yibao-lock");

/** Runs `npm ci` unless node_modules is what the lock file says. */
export function ensureNodeModules() {
  checkNode();
  const wanted = `${process.platform}-${process.arch} ${fingerprint(["package-lock.json"])}`;
  if (isStamped(stamp, wanted)) return;
  console.log("yibao: installing npm packages (about 15 s)");
  const [program, ...args] = npm();
  run(program, [...args, "ci", "--no-audit", "--no-fund"]);
  writeFileSync(stamp, wanted);
}

function checkNode() {
  const { engines } = JSON.parse(readFileSync(inRoot("package.json"), "utf8"));
  const parts = (version) => version.match(/\d+/g).map(Number);
  const [major, minor] = parts(engines.node);
  const [haveMajor, haveMinor] = parts(process.versions.node);
  if (haveMajor > major || (haveMajor === major && haveMinor >= minor)) return;
  throw new Stop(`Node ${engines.node} is needed, this is ${process.versions.node}`);
}

/** The npm that runs us, else the one on PATH. (Windows cannot start the latter without a shell.) */
function npm() {
  const outer = process.env.npm_execpath;
  return outer?.endsWith("npm-cli.js") ? [process.execPath, outer] : ["npm"];
}
