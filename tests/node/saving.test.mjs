// What a choice saves: to the fen where both sides are exact, else the lesser of the differences between what is usual.

import assert from "node:assert/strict";
import { test } from "node:test";
import { source } from "./support/source.mjs";

const { savingOf } = await source("page/choice/saving.ts");

const exact = (amount) => ({ low: amount, likely: amount, high: amount });
const range = (low, high, typical) => ({ low, likely: null, high, ...(typical ? { typical: { low: typical[0], high: typical[1] } } : {}) });

test("between exact amounts the difference is exact", () => {
  assert.deepEqual(savingOf(exact("12000.50"), exact("4000.00")), { amount: "8000.50", isExact: true });
  assert.deepEqual(savingOf(exact("0.07"), exact("0.00")), { amount: "0.07", isExact: true });
});

test("between ranges nobody is promised more than either end gives", () => {
  const now = range("0.00", "30000.00", ["9000.00", "15000.00"]);
  const then = range("0.00", "30000.00", ["6000.00", "10000.00"]);
  assert.deepEqual(savingOf(now, then), { amount: "3000.00", isExact: false });
});

test("what may cost more is no saving", () => {
  assert.equal(savingOf(exact("5.00"), exact("5.00")), null);
  assert.equal(savingOf(exact("5.00"), exact("6.00")), null);
  assert.equal(savingOf(range("0.00", "9.00", ["2.00", "5.00"]), range("0.00", "9.00", ["1.00", "6.00"])), null);
});
