// more.js shares its libraries and the page's modules with main.js: what it imports of them, it imports as types.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { inRoot } from "../../scripts/support/paths.mjs";

/** Part of main.js, although they lie in the folder. */
const ofMain = ["places.ts", "shared.ts"];
const allowed = /^(\.\/[\w-]+|d3-shape|virtual:core-sha256)$/;

test("nothing is bundled twice", () => {
  const files = readdirSync(inRoot("www/page/more")).filter((name) => name.endsWith(".ts") && !ofMain.includes(name));
  assert.ok(files.length > 5);
  for (const file of files) {
    const text = readFileSync(inRoot("www/page/more", file), "utf8");
    const imports = [...text.matchAll(/^import (?!type\b)[^;]*? from "([^"]+)";/gm)].map((match) => match[1]);
    assert.deepEqual(imports.filter((from) => !allowed.test(from) || ofMain.includes(`${from.slice(2)}.ts`)), [], file);
  }
});
