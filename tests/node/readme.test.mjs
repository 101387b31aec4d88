// The JavaScript examples of the README, in both languages, and of docs/api.md run as they stand and print what their comments say.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");

for (const page of ["README.md", "README.zh.md", "docs/api.md"]) test(`the example of ${page}`, () => {
  const text = readFileSync(join(root, page), "utf8");
  const [, example] = /```js\n([\s\S]*?)```/.exec(text);
  const promised = [...example.matchAll(/console\.log\(.*\); \/\/ (.*)/g)].map(([, said]) => said);
  assert.ok(promised.length > 0);
  // Inside the checkout, so that the name "yibao" means this package.
  const folder = join(root, "target", "readme");
  mkdirSync(folder, { recursive: true });
  const file = join(folder, "example.mjs");
  writeFileSync(file, example);
  const printed = execFileSync(process.execPath, [file], { encoding: "utf8" });
  rmSync(folder, { recursive: true });
  assert.deepEqual(printed.trim().replaceAll("'", '"').split("\n"), promised);
});
