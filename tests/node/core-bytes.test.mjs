// The core inside the page's script is the one built for size, byte for byte, and answers as the package's, which is built
// for speed.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { estimate, ready } from "yibao";
import { alphabetFor } from "../../scripts/build/core-bytes.mjs";
import { coreWasm, dist } from "../../scripts/support/paths.mjs";
import * as small from "../../target/core/yibao.js";
import { cases, folders, policyText } from "./support/cases.mjs";

/** Every so many-th case is asked of both. */
const STRIDE = 7;

test("every byte of the module is one letter of main.js", () => {
  const module = readFileSync(coreWasm);
  const script = readFileSync(join(dist, "main.js"), "utf8");
  const alphabet = alphabetFor(module);
  assert.equal(new Set(alphabet).size, 256);
  assert.ok(script.includes(alphabet.join("")));
  assert.ok(script.includes(Array.from(module, (byte) => alphabet[byte]).join("")));
});

test("both cores give the same answers", async () => {
  await ready();
  small.initSync({ module: readFileSync(coreWasm) });
  small.setIndex(readFileSync(join(dist, "package", "policies", "index.json"), "utf8"));
  small.addPolicies(folders.map(policyText));
  const some = cases.filter(({ request }, i) => i % STRIDE === 0 && typeof request === "object");
  assert.ok(some.length > 100, `only ${some.length} cases`);
  for (const { request, title } of some) {
    assert.deepEqual(JSON.parse(small.estimate(JSON.stringify(request), [], "full")), estimate(request), title);
  }
});
