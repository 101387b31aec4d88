// The README's JavaScript example runs as it stands and prints what its comment says.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");

test("the README's example", () => {
  const readme = readFileSync(join(root, "README.md"), "utf8");
  const [, example] = /```js\n([\s\S]*?)```/.exec(readme);
  const [, promised] = /console\.log\(.*\); \/\/ (.*)/.exec(example);
  // Inside the checkout, so that the name "yibao" means this package.
  const folder = join(root, "target", "readme");
  mkdirSync(folder, { recursive: true });
  const file = join(folder, "example.mjs");
  writeFileSync(file, example);
  const printed = execFileSync(process.execPath, [file], { encoding: "utf8" });
  rmSync(folder, { recursive: true });
  assert.equal(printed.trim().replaceAll("'", '"'), promised);
});
