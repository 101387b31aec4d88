// What is asked next: what narrows the range, then what narrows the usual amount, then the answer's own order.

import assert from "node:assert/strict";
import { test } from "node:test";
import { source } from "./support/source.mjs";

const { byNarrowing } = await source("page/visit/order.ts");

const question = ([unknown, kind, narrows, narrows_typical]) => ({ unknown, kind, narrows, narrows_typical, programmes: [] });
const inOrder = (...questions) => byNarrowing(questions.map(question)).map(({ unknown }) => unknown);

test("what narrows the range comes first, as numbers", () => {
  assert.deepEqual(inOrder(["a", "fact", "9.00", "0.00"], ["b", "value", "10.00", "0.00"], ["c", "fact", null, "99.00"]), ["b", "a", "c"]);
});

test("where nothing narrows the range, what narrows the usual amount does", () => {
  assert.deepEqual(
    inOrder(["birth_date", "fact", "0.00", "0.00"], ["e1/self_paid", "fact", "0.00", "800.00"], ["hardship", "fact", "0.00", "0.00"]),
    ["e1/self_paid", "birth_date", "hardship"],
  );
});

test("a resident is asked for facts before figures of the city", () => {
  assert.deepEqual(
    inOrder(["birth_date", "fact", "0.00", "0.00"], ["share", "value", "0.00", "900.00"], ["limit", "value", "0.00", "1000.00"]),
    ["birth_date", "limit", "share"],
  );
});
