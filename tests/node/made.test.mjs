// The line that says how modifiers made a number.

import assert from "node:assert/strict";
import { test } from "node:test";
import { source } from "./support/source.mjs";

const { madeOf } = await source("page/explain/made.ts");
const words = { money: (text) => text, say: (id, { number }) => `[${id} ${number}]` };
const part = (how, number, unit = "money") => ({ how, unit, number });

test("a deductible that shrinks each stay is told factor by factor", () => {
  const made = [part("from", "620.00"), part("times", "0.9", "rate"), part("times", "0.9", "rate")];
  const step = { kind: "deductible", text: { args: { amount: "502.20" } } };
  assert.equal(madeOf(made, step, words), "620.00 × 0.9 × 0.9 = 502.20");
});

test("a wage of a month is told by days", () => {
  const made = [part("from", "8000.00"), part("times", "158", "count"), part("divided_by", "30", "count")];
  const step = { kind: "allowance-expense", text: { args: { amount: "42133.33" } } };
  assert.equal(madeOf(made, step, words), "8000.00 × 158 ÷ 30");
});

test("what a year has left of a number is not its result", () => {
  const made = [part("from", "300000.00"), part("plus", "18000.00"), part("at_most", "310000.00")];
  const step = { kind: "cap-year", text: { args: { amount: "12.00" } } };
  assert.equal(madeOf(made, step, words), "300000.00 + 18000.00[made-at-most 310000.00]");
});

test("a rate is made of points and the own share", () => {
  const made = [part("from", "0.80", "rate"), part("less", "0.20", "rate"), part("own_share_times", "0.8", "rate")];
  const step = { kind: "rate", text: { args: { rate: "0.68" } } };
  assert.equal(madeOf(made, step, words), "0.80 − 0.20[made-own-share-times 0.8] = 0.68");
});

test("a part of the bill is named, and by itself is no sum", () => {
  const named = { ...part("from", "800.00"), part: "over_ceiling" };
  const step = { kind: "deductible", text: { args: { amount: "800.00" } } };
  assert.equal(madeOf([named], step, words), "[made-part-over-ceiling 800.00]");
  const more = { kind: "deductible", text: { args: { amount: "900.00" } } };
  assert.equal(madeOf([named, part("plus", "100.00")], more, words), "[made-part-over-ceiling 800.00] + 100.00 = 900.00");
});
