// The controller behind the page, with the real core and no document.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import * as core from "yibao";
import { source } from "./support/source.mjs";

const { Session } = await source("page/session/session.ts");

before(() => core.ready());

/** A session that computes at once, and keeps its answers. */
function begin(region) {
  const answers = [];
  const session = new Session(core, "2025-06-09", { changed() {}, answered: (answer) => answers.push(answer), later: (run) => run() });
  session.chooseRegion(region);
  return { session, answers };
}

function fill(session, answers) {
  for (const [key, value] of Object.entries(answers)) session.set(key, value);
}

const stay = { scheme: "resident", "e1/service": "inpatient", "e1/date": "2025-05-01", "e1/total": "10000" };

test("a bill waits until it is complete, and is then asked about", () => {
  const { session, answers } = begin("370212");
  fill(session, { "e1/service": "inpatient", "e1/date": "2025-05-01" });
  assert.equal(answers.at(-1).expenses.length, 0);
  session.set("e1/total", "10000");
  assert.equal(answers.at(-1).expenses.length, 1);
});

test("what is incomplete is a mistake once the result is asked for", () => {
  const { session } = begin("370212");
  session.set("e1/total", "10000");
  assert.equal(session.problems.length, 0);
  assert.equal(session.check(), false);
  assert.deepEqual(session.problems.map(({ field }) => field).sort(), ["e1/date", "e1/service"]);
  fill(session, { "e1/service": "inpatient", "e1/date": "2025-05-01" });
  assert.equal(session.problems.length, 0);
  assert.equal(session.summarised, false);
});

test("one question at a time: the next comes when the one before has an answer, which keeps its place", () => {
  const { session } = begin("130800");
  fill(session, stay);
  const [first, ...rest] = session.questionKeys();
  assert.deepEqual(rest, []);
  session.set(first, null);
  assert.equal(session.questionKeys()[0], first);
  assert.equal(session.questionKeys().length, 2);
});

test("a question that no longer matters goes, its answer stays for when it matters again", () => {
  const { session } = begin("370212");
  fill(session, { ...stay, scheme: "employee" });
  session.showAll();
  assert.ok(session.questionKeys().includes("retired"));
  session.set("retired", true);
  session.set("scheme", "resident");
  assert.ok(!session.questionKeys().includes("retired"));
  session.set("scheme", "employee");
  assert.equal(session.get("retired"), true);
  assert.ok(session.questionKeys().includes("retired"));
});

test("another region keeps the person and the bills; its own values are not sent there", () => {
  const { session, answers } = begin("130800");
  fill(session, { ...stay, "130800/critical-illness/deductible": "12000" });
  assert.equal(session.request.entered["130800/critical-illness/deductible"], "12000");
  session.chooseRegion("370883");
  assert.equal(answers.at(-1).outcome, "estimate");
  assert.equal(session.request.entered, undefined);
  assert.equal(session.request.facts.scheme, "resident");
  assert.equal(session.request.expenses.length, 1);
});

test("what a fund has settled goes with its bill", () => {
  const { session } = begin("130800");
  fill(session, { ...stay, "e1/settled/basic": "5000" });
  assert.deepEqual(session.request.expenses[0].settled, { basic: "5000" });
});

test("a problem of the core finds its field", () => {
  const { session } = begin("370212");
  fill(session, { ...stay, "e1/self_paid": "20000", birth_date: "2025-02-30" });
  assert.deepEqual(session.problems.map(({ field }) => field).sort(), ["birth_date", "e1/self_paid"]);
});

test("the hospital's level is asked before the rate of one level", () => {
  const { session, answers } = begin("370883");
  fill(session, { ...stay, birth_date: "1980-01-01", "e1/self_paid": "0", "e1/advance": "0", hardship: [], conditions: [] });
  assert.ok(answers.at(-1).questions.some(({ unknown }) => unknown === "e1/facility_level"));
  assert.ok(!/@/.test(session.questionKeys().at(-1)), session.questionKeys().join());
  session.set("e1/facility_level", "2");
  assert.match(session.questionKeys().at(-1), /^370883\/resident-inpatient\/(rate|deductible)@2$/);
});
