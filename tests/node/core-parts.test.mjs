// The page's core in two parts: the first answers what a visitor asks first, together they are the core.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { join } from "node:path";
import * as package_ from "yibao";
import { functionsOf, isLeftOut } from "../../scripts/build/core-parts/module.mjs";
import { coreParts } from "../../scripts/build/core-parts/parts.mjs";
import { woven } from "../../scripts/build/core-parts/woven.mjs";
import { withoutTexts } from "../../scripts/build/core-parts/without-texts.mjs";
import { plainText } from "../../scripts/build/wasm-text/pack.mjs";
import { plainBytes } from "../../scripts/build/wasm-text/unpack.mjs";
import { filesBelow } from "../../scripts/support/fingerprint.mjs";
import { coreFolder, coreWasm, inRoot } from "../../scripts/support/paths.mjs";

await package_.ready();
const { first, rest, policies, english } = await coreParts();

/** Each name has a core of its own. */
async function started(module, name) {
  const glue = await import(`${pathToFileURL(join(coreFolder, "yibao.js"))}?test-${name}`);
  glue.initSync({ module });
  glue.usePolicies(policies);
  return glue;
}

const requests = filesBelow("policies").filter((path) => path.endsWith("cases.json"))
  .flatMap((path) => JSON.parse(readFileSync(inRoot(path), "utf8")).cases).map(({ request }) => JSON.stringify(request));

const BEYOND_MONEY = JSON.stringify({
  region: "370883", asked_on: "2025-06-09", expenses: [{ id: "e1", service: "inpatient", date: "2025-03-10", total: "9999999999999.00" }],
});

test("the first part alone gives every worked case the answer of the whole, byte for byte", async () => {
  const core = await started(first, "first");
  for (const request of requests) assert.equal(JSON.stringify(core.estimate(request, [])), JSON.stringify(package_.estimate(request)));
});

test("with policies from their other form every region is described as from its files", async () => {
  const core = await started(first, "described");
  assert.deepEqual(core.regions(), package_.regions());
  for (const { code } of core.regions()) {
    const { words, ...described } = core.describe(code);
    const withEnglish = Object.fromEntries(Object.entries(words).map(([id, { zh, en }]) => [id, { zh, en: en || english[id] }]));
    assert.deepEqual({ ...described, words: withEnglish }, package_.describe(code));
  }
});

test("where a function is missing the first part stops, and the whole answers", async () => {
  const [part, whole] = [await started(first, "stopping"), await started(woven(first, rest), "woven")];
  assert.throws(() => part.estimate(BEYOND_MONEY, []), WebAssembly.RuntimeError);
  assert.deepEqual(whole.estimate(BEYOND_MONEY, []), package_.estimate(BEYOND_MONEY));
});

test("the whole answers what the first part never does, and takes policies", async () => {
  const whole = await started(woven(first, rest), "whole");
  for (const request of requests.filter((_, i) => i % 40 === 0)) {
    assert.deepEqual(whole.extremes(request, [], "paid"), package_.extremes(request));
    assert.deepEqual(whole.alternatives(request, []), package_.alternatives(request));
  }
  const text = readFileSync(inRoot("policies/370883-zoucheng/policy.json"), "utf8");
  assert.deepEqual(whole.addPolicies([text]).map(({ problems }) => problems), [[]]);
  assert.deepEqual(whole.addPolicies(["{"]).map(({ problems }) => problems.map(({ code }) => code)), [["not_json"]]);
});

test("no function stands in both parts, and none in neither that had something to do", () => {
  const [inFirst, inRest, inCore] = [first, rest, readFileSync(coreWasm)].map(functionsOf);
  assert.equal(inFirst.length, inCore.length);
  assert.equal(inRest.length, inCore.length);
  inCore.forEach((body, place) => {
    assert.ok(isLeftOut(inFirst[place]) || isLeftOut(inRest[place]), `function ${place} twice`);
    const kept = isLeftOut(inFirst[place]) ? inRest[place] : inFirst[place];
    assert.equal(Buffer.compare(kept, body), 0, `function ${place}`);
  });
});

test("a text that is not in the core's data is not left out in silence", () => {
  assert.throws(() => withoutTexts(first, [Buffer.from("no such text")]), /not in the core's data/);
});

test("policies come through the page's script as they went in", () => {
  const bytes = new TextEncoder().encode(policies);
  assert.equal(Buffer.compare(plainBytes(plainText(bytes)), bytes), 0);
  assert.match(plainText(bytes), /^[ !#-;=-[\]-~]*$/);
});
