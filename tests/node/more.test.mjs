// core-bills.js, explain.js and more.js share their libraries and the page's modules with main.js: what they import of them, they import as types.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { inRoot } from "../../scripts/support/paths.mjs";

/** Part of main.js, although they lie in the folder. */
const ofMain = ["places.ts", "shared.ts"];
const allowed = /^(\.\/[\w-]+|\.\.\/more\/page|d3-shape|virtual:core-sha256)$/;

for (const folder of ["more", "bills", "explain"]) test(`nothing is bundled twice: ${folder}.js`, () => {
  const files = readdirSync(inRoot("www/page", folder)).filter((name) => name.endsWith(".ts") && !ofMain.includes(name));
  assert.ok(files.length > 2);
  for (const file of files) {
    const text = readFileSync(inRoot("www/page", folder, file), "utf8");
    const imports = [...text.matchAll(/^import (?!type\b)[^;]*? from "([^"]+)";/gm)].map((match) => match[1]);
    assert.deepEqual(imports.filter((from) => !allowed.test(from) || ofMain.includes(`${from.slice(2)}.ts`)), [], file);
  }
});
