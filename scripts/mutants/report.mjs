// What came of it, by file.

import { existsSync, readFileSync } from "node:fs";
import { inRoot } from "../support/paths.mjs";

const file = inRoot("tests", "mutants", "same.txt");
const lines = existsSync(file) ? readFileSync(file, "utf8").split("\n").filter((line) => line.startsWith("src/")) : [];

/** Lines move: a change is known by its file, what it does, and its function. */
const withoutPlace = (name) => name.replace(/:\d+:\d+:/, ":");

/** Whether a reason is written down. */
export const known = (name) => lines.includes(withoutPlace(name));

const KINDS = ["caught", "hung", "survived", "unviable", "unswitched", "open"];

/** A table for docs/reliability.md. */
export function summary(outcomes) {
  const files = grouped(outcomes);
  const row = (name, of) => `| ${[name, of.length, ...KINDS.map((kind) => of.filter(({ outcome }) => outcome === kind).length)].join(" | ")} |`;
  const head = [`| file | mutants | ${KINDS.join(" | ")} |`, `|---|${"---|".repeat(KINDS.length + 1)}`];
  return [...head, ...files.sort().map(([name, of]) => row(name, of)), row("all", outcomes)].join("\n");
}

function grouped(outcomes) {
  const groups = new Map();
  for (const one of outcomes) groups.set(one.file, [...(groups.get(one.file) ?? []), one]);
  return [...groups];
}
