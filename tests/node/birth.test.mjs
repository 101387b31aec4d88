// One question takes a birth date or an age; a request has a name for each.

import assert from "node:assert/strict";
import { test } from "node:test";
import { source } from "./support/source.mjs";

const { isAge, personFacts, questionOf, takeAge } = await source("page/visit/birth.ts");

const facts = (birth) => personFacts(new Map([["birth_date", birth], ["scheme", "resident"]]));

test("a number is an age, also one that was typed wrongly", () => {
  for (const age of [67, 0, "abc", "67.5"]) assert.deepEqual(facts(age), { age, scheme: "resident" });
});

test("what has dashes is a date, also an unfinished one, and not to know is no age", () => {
  for (const birth of ["1958-05-01", "1958--", null]) assert.deepEqual(facts(birth), { birth_date: birth, scheme: "resident" });
  assert.equal(isAge(undefined), false);
});

test("an age in a request comes back as the answer to the same question; the birth date says more", () => {
  const back = (facts) => {
    const answers = new Map(Object.entries(facts));
    takeAge(answers);
    return Object.fromEntries(answers);
  };
  assert.deepEqual(back({ age: 67 }), { birth_date: 67 });
  assert.deepEqual(back({ age: 67, birth_date: "1958-05-01" }), { birth_date: "1958-05-01" });
  assert.deepEqual(back({ scheme: "resident" }), { scheme: "resident" });
});

test("a problem of the age stands at that question", () => {
  assert.deepEqual(["age", "scheme"].map(questionOf), ["birth_date", "scheme"]);
});
