// The page's core in three parts: the first gives the first answer, the second takes answers and bills, together they are the core.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { join } from "node:path";
import * as package_ from "yibao";
import { functionsOf, isLeftOut } from "../../scripts/build/wasm-text/module.mjs";
import { coreParts } from "../../scripts/build/core-parts/parts.mjs";
import { woven } from "../../scripts/build/core-parts/woven.mjs";
import { withoutTexts } from "../../scripts/build/core-parts/without-texts.mjs";
import { likenessOrder } from "../../scripts/build/wasm-order/likeness.mjs";
import { reordered } from "../../scripts/build/wasm-order/ordered.mjs";
import { filesBelow } from "../../scripts/support/fingerprint.mjs";
import { coreFolder, coreWasm, inRoot } from "../../scripts/support/paths.mjs";

await package_.ready();
const { first, bills, rest, policies, explained, english } = await coreParts();
const whole = woven(woven(first, bills), rest);

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

const answers = (core, asked) => asked.map((request) => JSON.stringify(core.estimate(request, [])));

test("the first part alone says what a region gives a right to while nothing is known, byte for byte as the whole does", async () => {
  const core = await started(first, "first");
  const opening = requests.map((request) => JSON.parse(request)).map(({ region, asked_on }) => JSON.stringify({ region, asked_on }));
  assert.deepEqual(answers(core, opening), opening.map((request) => JSON.stringify(package_.estimate(request))));
});

test("with the second it gives every worked case the answer of the whole", async () => {
  const core = await started(woven(first, bills), "with-bills");
  assert.deepEqual(answers(core, requests), requests.map((request) => JSON.stringify(package_.estimate(request))));
});

test("with policies from their other form every region is described as from its files", async () => {
  const core = await started(first, "described");
  assert.deepEqual(core.regions(), package_.regions());
  for (const { code } of core.regions()) {
    const { words, ...described } = core.describe(code);
    const whole = Object.fromEntries(Object.entries(words).map(([id, { zh, en }]) => [id, { zh: zh || explained[id], en: en || english[id] }]));
    assert.deepEqual({ ...described, words: whole }, package_.describe(code));
  }
});

test("where a function is missing a part stops, and the whole answers", async () => {
  const [alone, withBills, all] = [await started(first, "alone"), await started(woven(first, bills), "stopping"), await started(whole, "woven")];
  assert.throws(() => alone.estimate(BEYOND_MONEY, []), WebAssembly.RuntimeError);
  assert.equal(alone.describe("370883").outcome, "description", "what it can answer it answers as before");
  assert.throws(() => withBills.estimate(BEYOND_MONEY, []), WebAssembly.RuntimeError);
  assert.deepEqual(all.estimate(BEYOND_MONEY, []), package_.estimate(BEYOND_MONEY));
});

test("the whole answers what the others never do, and takes policies", async () => {
  const core = await started(whole, "whole");
  for (const request of requests.filter((_, i) => i % 40 === 0)) {
    assert.deepEqual(core.extremes(request, [], "paid"), package_.extremes(request));
    assert.deepEqual(core.alternatives(request, []), package_.alternatives(request));
  }
  const text = readFileSync(inRoot("policies/370883-zoucheng/policy.json"), "utf8");
  assert.deepEqual(core.addPolicies([text]).map(({ problems }) => problems), [[]]);
  assert.deepEqual(core.addPolicies(["{"]).map(({ problems }) => problems.map(({ code }) => code)), [["not_json"]]);
});

test("every function stands in one part only", () => {
  const parts = [first, bills, rest].map(functionsOf);
  assert.deepEqual(parts.map((part) => part.length), Array(3).fill(functionsOf(readFileSync(coreWasm)).length));
  parts[0].forEach((_, place) => {
    const kept = parts.filter((part) => !isLeftOut(part[place]));
    assert.ok(kept.length <= 1, `function ${place} stands in ${kept.length} parts`);
  });
});

test("functions in any order are the same module", async () => {
  const bytes = Uint8Array.from(readFileSync(coreWasm));
  const backwards = [...functionsOf(bytes).keys()].reverse();
  const turned = reordered(bytes, backwards);
  assert.equal(Buffer.compare(reordered(turned, backwards), bytes), 0);
  const core = await started(turned, "turned");
  for (const request of requests.filter((_, i) => i % 20 === 0)) assert.deepEqual(core.estimate(request, []), package_.estimate(request));
});

test("alike functions become neighbours", () => {
  const [a, b] = ["sum of the first", "cap of one year!"].map((text) => Buffer.from(text));
  assert.deepEqual(likenessOrder([a, b, Buffer.from("sum of the others"), Buffer.from("cap of one year?")]), [0, 2, 1, 3]);
});

test("a text that is not in the core's data is not left out in silence", () => {
  assert.throws(() => withoutTexts(first, [Buffer.from("no such text")]), /not in the core's data/);
});
