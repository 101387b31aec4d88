// docs/decisions: one numbered file for each decision, and a table of contents that says the same.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { inRoot } from "../../scripts/support/paths.mjs";

const folder = inRoot("docs", "decisions");
const read = (name) => readFileSync(`${folder}/${name}`, "utf8");
const names = readdirSync(folder).filter((name) => name !== "README.md").sort();

const form = /^# (\d{4}) (.+)\n\nDate: \d{4}-\d\d-\d\d\n\nStatus: (accepted|superseded by (\d{4}) \(\d{4}-\d\d-\d\d\))\n\n/;

test("decisions are numbered 0001, 0002 and so on, without a gap or a repetition", () => {
  const expected = names.map((_, index) => String(index + 1).padStart(4, "0"));
  assert.deepEqual(names.map((name) => name.slice(0, 4)), expected);
});

test("a decision has number, title, date and status, and at most 15 lines", () => {
  for (const name of names) {
    const text = read(name);
    assert.equal(text.match(form)?.[1], name.slice(0, 4), name);
    assert.ok(text.trimEnd().split("\n").length <= 15, `${name} is too long`);
  }
});

test("a decision is superseded by a later one that exists", () => {
  for (const name of names) {
    const later = read(name).match(form)[4];
    if (later) assert.ok(later > name.slice(0, 4) && names.some((other) => other.startsWith(later)), name);
  }
});

test("the table of contents has number, title and status of every decision", () => {
  const rows = read("README.md").split("\n").filter((line) => line.startsWith("| ["));
  const expected = names.map((name) => {
    const [, number, title, status, later] = read(name).match(form);
    const laterFile = names.find((other) => later && other.startsWith(later));
    return `| [${number}](${name}) | ${title} | ${status.replace(later, `[${later}](${laterFile})`)} |`;
  });
  assert.deepEqual(rows, expected);
});
