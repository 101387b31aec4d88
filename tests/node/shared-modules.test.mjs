// panels.js borrows what main.js holds already: nothing is there twice, and all that is borrowed is lent.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { dist } from "../../scripts/support/paths.mjs";

const [main, panels] = ["main.js", "panels.js"].map((name) => readFileSync(join(dist, name), "utf8"));
const namesIn = (text) => [...text.matchAll(/"([\w@./-]+\.(?:js|ts))"/g)].map(([, name]) => name);
const lent = namesIn(/yibaoModules=\{[^}]*\}/.exec(main)[0]);

test("every module that panels.js borrows is lent by main.js, and no other", () => {
  const borrowed = [...panels.matchAll(/yibaoModules\["([^"]+)"\]/g)].map(([, name]) => name);
  assert.ok(borrowed.includes("node_modules/lit/index.js") && borrowed.includes("www/page/scripts.ts"), borrowed.join());
  assert.deepEqual([...borrowed].sort(), [...lent].sort());
});

test("Lit, the words and the controls of the form are in main.js only", () => {
  for (const mark of ["litHtmlVersions", "headline-entitled", "in-a-row"]) {
    assert.ok(main.includes(mark), mark);
    assert.ok(!panels.includes(mark), mark);
  }
});
