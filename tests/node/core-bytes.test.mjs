// The core inside the page's script is the package's, byte for byte.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { alphabetFor } from "../../scripts/build/core-bytes.mjs";
import { dist, distPackage } from "../../scripts/support/paths.mjs";

test("every byte of the module is one letter of main.js", () => {
  const module = readFileSync(join(distPackage, "yibao_bg.wasm"));
  const script = readFileSync(join(dist, "main.js"), "utf8");
  const alphabet = alphabetFor(module);
  assert.equal(new Set(alphabet).size, 256);
  assert.ok(script.includes(alphabet.join("")));
  assert.ok(script.includes(Array.from(module, (byte) => alphabet[byte]).join("")));
});
