// The core inside the page's script is the package's module, byte for byte.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { dist } from "../../scripts/support/paths.mjs";

test("every byte of the module is one letter of main.js", () => {
  const letters = /[\u0100-\u01ff]{1000,}/.exec(readFileSync(join(dist, "main.js"), "utf8"))[0];
  const bytes = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
  assert.equal(Buffer.compare(bytes, readFileSync(join(dist, "package", "yibao_bg.wasm"))), 0);
});
