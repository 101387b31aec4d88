// The source can be read: no line of TypeScript is wider than a screen.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { filesBelow } from "../../scripts/support/fingerprint.mjs";
import { inRoot } from "../../scripts/support/paths.mjs";

const WIDEST = 120;

test(`no line of TypeScript has more than ${WIDEST} characters`, () => {
  const files = ["www", "scripts"].flatMap(filesBelow).filter((path) => path.endsWith(".ts") && !path.startsWith("www/package/"));
  assert.ok(files.length > 100);
  const wide = files.flatMap((path) =>
    readFileSync(inRoot(path), "utf8").split("\n").flatMap((line, i) => (line.length > WIDEST ? [`${path}:${i + 1}`] : [])));
  assert.deepEqual(wide, []);
});
