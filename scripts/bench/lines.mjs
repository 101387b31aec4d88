// Lines of code by folder: as they are committed, and as they were at another revision.

import { capture } from "../support/run.mjs";
import { table } from "../support/sizes.mjs";

const FOLDERS = ["src", "www", "scripts", "tests", "policies", "docs"];

/** Prints the lines of each folder; with a revision, also those at it. */
export function reportLines(since) {
  const revisions = since ? [since, "HEAD"] : ["HEAD"];
  const rows = FOLDERS.map((folder) => [folder, ...revisions.map((revision) => String(lines(revision, folder)))]);
  console.log(`\n${table([["lines", ...revisions], ...rows])}`);
}

/** Binary files have no lines: `-I` leaves them out. */
function lines(revision, folder) {
  const counted = capture("git", ["grep", "-I", "-c", "", revision, "--", folder]);
  return counted.split("\n").reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(":") + 1)), 0);
}
