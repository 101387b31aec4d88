// What comes from others, looked at with the tools that everybody knows: cargo-deny (deny.toml) and npm audit.
//
// Both know of vulnerabilities only what they can fetch: cargo-deny from a git repository, npm from its registry. Where that
// cannot be reached, we say so and do not fail: a machine without it has learnt nothing, neither good nor bad.

import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { ensureCargoTool } from "./setup/cargo-tool.mjs";
import { root } from "./support/paths.mjs";
import { main, pathWith, Stop } from "./support/run.mjs";

export function supply() {
  const env = { ...process.env, PATH: pathWith(ensureCargoTool("cargo-deny")) };
  const deny = (...what) => said("cargo", ["deny", "--locked", "check", ...what], env);
  const rules = deny("bans", "licenses", "sources");
  if (rules.status !== 0) throw new Stop(`deny.toml:\n${rules.text}`);
  console.log("yibao: licences, sources and duplicates are as deny.toml wants them");
  advisories("cargo deny", deny("advisories"), /failed to fetch|unable to (load|fetch|open)|could ?n.t (resolve|connect)/i);
  advisories("npm audit", said("npm", ["audit"], env), /audit endpoint returned an error|ENOTFOUND|ECONNREFUSED/);
}

function advisories(name, { status, text }, isOutOfReach) {
  if (isOutOfReach.test(text)) console.log(`yibao: ${name} could not fetch what is known of vulnerabilities, so that was NOT looked at`);
  else if (status !== 0) throw new Stop(`${name}:\n${text}`);
  else console.log(`yibao: ${name} knows of no vulnerability`);
}

function said(program, args, env) {
  const { status, stdout, stderr, error } = spawnSync(program, args, { cwd: root, env, encoding: "utf8", maxBuffer: Infinity });
  if (error) throw new Stop(`could not start ${program}: ${error.message}`);
  return { status, text: `${stdout}${stderr}` };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(supply);
