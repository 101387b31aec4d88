// What lies around an answer (`extremes`, `alternatives`, `curve`, `inverse`): the package gives the same bytes as the command line,
// never throws, and its answers are plain data.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { alternatives, curve, estimate, estimateAll, extremes, inverse, ready } from "yibao";
import { isDeep } from "../browser/support/deep.mjs";
import { cases, commandLine } from "./support/cases.mjs";

before(() => ready());

const textOf = (request) => (typeof request === "string" ? request : JSON.stringify(request));
// Each of these asks for many estimates: few cases are enough.
const asked = cases.filter((_, place) => place % (isDeep ? 10 : 30) === 0).map(({ request }) => textOf(request)).filter((text) => !text.includes("\n"));
const bad = ["", "{", "null", "[]", "{}", '{"region":"370212"}', '{"a":1,"a":2}', '"\\ud800"', "[".repeat(1000)];

const calls = [
  ["extremes", [], (text) => extremes(text)],
  ["extremes", ["--of", "basic"], (text) => extremes(text, "basic")],
  ["extremes", ["--of", "e1"], (text) => extremes(text, "e1")],
  ["alternatives", [], (text) => alternatives(text)],
  ["curve", [], (text) => curve(text)],
  ["curve", ["--pay-at-most", "2000"], (text) => curve(text, { pay_at_most: "2000" })],
  ["curve", ["--up-to", "250000", "--expense", "e1"], (text) => curve(text, { up_to: "250000", expense: "e1" })],
  ["inverse", ["--expense", "e1", "--of", "paid", "--amount", "120.00"], (text) => inverse(text, { expense: "e1", of: "paid", amount: "120.00" })],
];

for (const [name, options, call] of [...calls, ["estimate", ["--explain", "amounts"], (text) => estimate(text, { explain: "amounts" })]]) {
  test(`cases get the same bytes of \`${[name, ...options].join(" ")}\` from the command line and from the package`, () => {
    assert.ok(asked.length > 30, `only ${asked.length} cases`);
    const texts = [...asked, ...bad];
    const lines = commandLine(texts, [name, ...options]);
    assert.equal(lines.length, texts.length);
    texts.forEach((text, place) => assert.equal(JSON.stringify(call(text)), lines[place], text.slice(0, 2000)));
  });
}

const good = () => ({
  region: "370212", asked_on: "2025-06-09", facts: { scheme: "resident", hardship: [] },
  expenses: [{ id: "a", service: "inpatient", date: "2025-03-01", total: "1000", facts: { self_paid: "1" } }],
});

test("an object is taken for its text", () => {
  for (const call of [extremes, alternatives, curve]) assert.deepEqual(call(good()), call(JSON.stringify(good())));
  assert.deepEqual(curve(good(), '{"up_to": "5000"}'), curve(good(), { up_to: "5000" }));
  assert.deepEqual(curve(good(), undefined), curve(good(), {}));
  assert.deepEqual(curve(good(), { expense: undefined }), curve(good(), {}));
});

test("what JSON cannot carry is a Failure that names the place", () => {
  const request = { ...good(), facts: { years_insured: NaN } };
  for (const call of [extremes, alternatives, curve]) {
    const { outcome, problems } = call(request);
    assert.deepEqual([outcome, ...problems.map(({ path }) => path)], ["failure", "/facts/years_insured"]);
  }
  const options = [[{ up_to: NaN }, "/up_to"], [{ pay_at_most: 1n }, "/pay_at_most"], [{ expense: Symbol("a") }, "/expense"], [null, ""], [7, ""]];
  for (const [wrong, place] of options) {
    const { outcome, problems } = curve(good(), wrong);
    assert.deepEqual([outcome, ...problems.map(({ path }) => path)], ["failure", place]);
  }
  const questions = [[{ amount: NaN }, "/amount"], [{ open: 1n, expense: undefined }, "/open"], [{ of: Symbol("paid") }, "/of"]];
  for (const [wrong, place] of questions) {
    const { outcome, problems } = inverse(good(), { expense: "a", of: "in_scope", amount: "1", ...wrong });
    assert.deepEqual([outcome, ...problems.map(({ path }) => path)], ["failure", place]);
  }
  for (const of of [null, 7, {}, Symbol("paid")]) assert.equal(extremes(good(), of).problems[0].path, "/of");
});

test("answers are plain data: no Map, no undefined, nothing that JSON would lose", () => {
  for (const text of asked.filter((_, place) => place % 20 === 0)) {
    for (const call of [extremes, alternatives, curve]) assert.deepEqual(call(text), JSON.parse(JSON.stringify(call(text))));
  }
});

test("the bill that is told leads to the amount", () => {
  const known = { ...good(), facts: {}, expenses: [{ ...good().expenses[0], total: undefined, facts: { self_paid: "1", advance: "2.50" } }] };
  const question = { expense: "a", of: "in_scope", amount: "996.50" };
  assert.deepEqual(inverse(known, question), { outcome: "inverse", solutions: [{ low: "1000.00", high: "1000.00" }] });
});

test("many requests are answered one after another, as they are asked for", async () => {
  let read = 0;
  async function* requests() {
    for (const text of asked.slice(0, 3)) {
      read += 1;
      yield text;
    }
  }
  const answers = [];
  for await (const answer of estimateAll(requests(), { explain: "amounts" })) {
    answers.push(answer);
    assert.equal(read, answers.length);
  }
  assert.deepEqual(answers, asked.slice(0, 3).map((text) => estimate(text, { explain: "amounts" })));
  const whole = await Array.fromAsync?.(estimateAll([good(), "{"])) ?? [estimate(good()), estimate("{")];
  assert.deepEqual(whole, [estimate(good()), estimate("{")]);
});

test("whoever asks many requests is told how many are answered, bad ones too", async () => {
  const told = [];
  const seen = [];
  const options = { onProgress: (answered) => told.push(answered) };
  for await (const { outcome } of estimateAll([good(), "{", good()], options)) seen.push([outcome, told.at(-1)]);
  assert.deepEqual(seen, [["estimate", 1], ["failure", 2], ["estimate", 3]]);
});

test("another way to explain is a Failure; options that are none are left out", () => {
  const throwing = { get explain() { throw new Error("no"); } };
  for (const options of [{ explain: "steps" }, { explan: "amounts" }, { explain: null }, { explain: 7 }, { explain: Symbol("full") }, throwing]) {
    const { outcome, problems } = estimate(good(), options);
    assert.deepEqual([outcome, ...problems.map(({ code, path }) => [code, path])], ["failure", ["unknown_option", ""]]);
  }
  for (const options of [undefined, null, {}, 0, "amounts", { explain: undefined }, { explain: "full" }]) {
    assert.deepEqual(estimate(good(), options), estimate(good()));
  }
});

test("an end's request is a request like any other", () => {
  const { low, high } = extremes(good());
  for (const { amount, request } of [low, high]) {
    const { paid } = estimate(request).totals;
    assert.deepEqual([paid.low, paid.high], [amount, amount]);
  }
});
