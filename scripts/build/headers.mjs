// dist/headers/: what to copy into nginx and Apache.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { everywhere, policies } from "../support/headers.mjs";
import { dist, inRoot } from "../support/paths.mjs";

const files = { "nginx.conf": nginx, "apache.htaccess": apache };

export function writeHeaders() {
  mkdirSync(join(dist, "headers"), { recursive: true });
  for (const [name, lines] of Object.entries(files)) {
    const frame = readFileSync(inRoot("scripts/build/headers", name), "utf8");
    writeFileSync(join(dist, "headers", name), frame.replace("@HEADERS@\n", `${lines().join("\n")}\n`));
  }
}

const withPolicy = (policy) => Object.entries(policy === null ? everywhere : { ...everywhere, "Content-Security-Policy": policy });

/** An `add_header` inside a location hides those outside of it, so each location has them all. */
function nginx() {
  const headers = (policy, indent) => withPolicy(policy).map(([name, value]) => `${indent}add_header ${name} "${value}" always;`);
  const { "": page, ...special } = policies();
  const locations = Object.entries(special).flatMap(([name, policy]) => [
    "", `    location = /yibao/${name} {`, ...headers(policy, "        "), "    }",
  ]);
  return [...headers(page, "    "), ...locations];
}

function apache() {
  const header = (indent) => ([name, value]) => `${indent}Header always set ${name} "${value}"`;
  const { "": page, ...special } = policies();
  const exceptions = Object.entries(special).flatMap(([name, policy]) => [
    "", `<Files "${name}">`,
    policy === null ? "  Header always unset Content-Security-Policy" : header("  ")(["Content-Security-Policy", policy]),
    "</Files>",
  ]);
  return [...withPolicy(page).map(header("")), ...exceptions];
}
