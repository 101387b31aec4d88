// `npm run wrap-policy`: what it writes is a script that gives the page exactly the file, and nothing bad is wrapped.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import vm from "node:vm";
import { inRoot } from "../../scripts/support/paths.mjs";

const folder = mkdtempSync(join(tmpdir(), "yibao-wrap-"));
after(() => rmSync(folder, { recursive: true }));

const zoucheng = inRoot("policies", "370883-zoucheng", "policy.json");
const hekou = inRoot("policies", "370503-hekou", "policy.json");

const wrap = (...args) => spawnSync(process.execPath, [inRoot("scripts/wrap-policy.mjs"), ...args], { encoding: "utf8", cwd: folder });

/** What a page has after running these scripts one after the other. */
function loaded(...scripts) {
  const page = {};
  page.self = page;
  for (const script of scripts) vm.runInNewContext(script, page);
  return [...page.yibaoPolicies];
}

test("the script holds the files byte for byte, in plain ASCII", () => {
  assert.equal(wrap(zoucheng, hekou, "policy.js").stderr, "");
  const script = readFileSync(join(folder, "policy.js"), "utf8");
  assert.match(script, /^[\n\x20-\x7e]*$/);
  assert.deepEqual(loaded(script), [zoucheng, hekou].map((file) => readFileSync(file, "utf8")));
  assert.equal(loaded(script, wrap(hekou).stdout).length, 3, "a second script adds to the first");
});

test("whatever a text holds, the script gives it back", () => {
  const text = readFileSync(zoucheng, "utf8").replace(/"zh": "/, '"zh": "\\\\ \\" </script> \u2028 𠮷 ');
  writeFileSync(join(folder, "odd.json"), text);
  const { stdout, stderr } = wrap("odd.json");
  assert.deepEqual(loaded(stdout), [text], stderr);
});

test("a bad file is not wrapped, and every problem is told", () => {
  writeFileSync(join(folder, "bad.json"), readFileSync(zoucheng, "utf8").replace('"format": 1', '"format": 2, "colour": "red"'));
  const { status, stderr, stdout } = wrap(hekou, "bad.json");
  assert.deepEqual([status, stdout], [1, ""]);
  assert.match(stderr, /2 problems in the policies:\n.*bad\.json at "\/colour".*\n.*bad\.json at "\/format"/);
});

test("a name that the page would not load is refused at once", () => {
  assert.match(wrap(hekou, "rules.js").stderr, /called policy/);
  assert.equal(wrap("nowhere.json").status, 1);
});
