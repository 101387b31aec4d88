// The controller behind the page, with the real core and no document.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import * as core from "yibao";
import { source } from "./support/source.mjs";

const { Visit } = await source("page/visit/visit.ts");
const { openingKeys } = await source("page/visit/relevance.ts");
const { isMeant } = await source("page/visit/situation.ts");

before(() => core.ready());

/** A visit that computes at once, and keeps its answers. */
function begin(region) {
  const answers = [];
  const visit = new Visit(core, "2025-06-09", { changed() {}, billBegun() {}, answered: (answer) => answers.push(answer), later: (run) => run() });
  visit.chooseRegion(region);
  return { visit, answers };
}

function fill(visit, answers) {
  for (const [key, value] of Object.entries(answers)) visit.set(key, value);
}

const stay = { scheme: "resident", "e1/service": "inpatient", "e1/date": "2025-05-01", "e1/total": "10000" };

test("a bill waits until it is complete, and is then asked about", () => {
  const { visit, answers } = begin("370212");
  fill(visit, { "e1/service": "inpatient", "e1/date": "2025-05-01" });
  assert.equal(answers.at(-1).expenses.length, 0);
  visit.set("e1/total", "10000");
  assert.equal(answers.at(-1).expenses.length, 1);
});

test("an amount is enough: what else a bill takes is taken for granted, and named", async () => {
  const { visit } = begin("370212");
  visit.set("e1/total", "10000");
  assert.equal(await visit.check(), true);
  assert.deepEqual(visit.takenForGranted.map(({ unknown }) => unknown), ["e1/service", "e1/date"]);
  assert.equal(visit.request.expenses[0].date, visit.askedOn);
  fill(visit, { "e1/service": "inpatient", "e1/date": "2025-05-01" });
  assert.deepEqual(visit.takenForGranted, []);
  assert.equal(visit.get("e1/total"), "10000");
});

test("a record without a kind of care waits for it, in a link too, and is none of the stays", async () => {
  const { visit } = begin("370212");
  visit.chooseSituation("hospital");
  const bill = (id, service) => ({ id, ...(service ? { service } : {}), date: "2025-05-01", total: "1000", facts: {} });
  await visit.addRecords({ request: { facts: {}, expenses: [bill("e1"), bill("e2", "inpatient")] }, slips: {}, settled: {}, notes: [] });
  assert.deepEqual(visit.request.expenses.map(({ id }) => id), ["e2"]);
  assert.deepEqual([visit.get("e1/service"), visit.takenForGranted], [undefined, []]);
  const again = begin("370212").visit;
  await again.restore(visit.linkText);
  assert.deepEqual([again.request.expenses.map(({ id }) => id), again.notices], [["e2"], []]);
  again.set("e1/service", "outpatient");
  assert.deepEqual(again.request.expenses.map(({ service }) => service), ["outpatient", "inpatient"]);
});

test("a record without a day waits for it, in a link too: it is none of today's; fees that nobody settled are", async () => {
  const { visit } = begin("370212");
  const bill = (id, date) => ({ id, service: "outpatient", ...(date ? { date } : {}), total: "1000", facts: {} });
  const records = { request: { facts: {}, expenses: [bill("e1"), bill("e2", "2025-05-01")] }, slips: {}, settled: {}, notes: [] };
  await visit.addRecords(records);
  assert.deepEqual([visit.request.expenses.map(({ id }) => id), visit.takenForGranted], [["e2"], []]);
  const again = begin("370212").visit;
  await again.restore(visit.linkText);
  assert.deepEqual([again.request.expenses.map(({ id }) => id), again.notices], [["e2"], []]);
  again.set("e1/date", "2025-04-01");
  assert.deepEqual(again.request.expenses.map(({ date }) => date), ["2025-04-01", "2025-05-01"]);
  const fees = begin("370212").visit;
  await fees.addRecords({ ...records, notes: [{ code: "fees", path: "/0", value: "3" }] });
  assert.deepEqual(fees.request.expenses.map(({ date }) => date), [fees.askedOn, "2025-05-01"]);
});

test("what a settled bill bore of a yearly deductible goes with it: into the year, a link, and away with the bill", async () => {
  const { visit } = begin("370212");
  const borne = "e1/borne/2025/370200/employee-outpatient";
  const bill = (id, date) => ({ [`${id}/service`]: "outpatient", [`${id}/date`]: date, [`${id}/total`]: "1000", [`${id}/facility_level`]: "3" });
  fill(visit, { scheme: "employee", ...bill("e1", "2025-05-02"), [borne]: "500.00" });
  assert.equal(visit.request.year_to_date, undefined, "a computed bill bears what it bears");
  visit.set("e1/settled/basic", "120.00");
  const used = ({ request }) => request.year_to_date?.["2025"]?.deductible_used;
  assert.deepEqual(used(visit), { "370200/employee-outpatient": "500.00" });
  fill(visit, { "2025/before": true, "2025/deductible_used/370200/employee-outpatient": "100.5" });
  assert.deepEqual(used(visit), { "370200/employee-outpatient": "600.50" });
  const again = begin("370212").visit;
  await again.restore(visit.linkText);
  assert.deepEqual([used(again), again.notices], [used(visit), []]);
  visit.set("2025/before", false);
  fill(visit, bill(visit.addExpense(), "2025-05-01"));
  assert.equal(used(visit), undefined, "an earlier bill that is computed must not be told that it was borne before");
  visit.set("e2/settled/basic", "0.00");
  assert.deepEqual(used(visit), { "370200/employee-outpatient": "500.00" });
  visit.removeExpense("e1");
  assert.equal(used(visit), undefined);
});

test("where a slip's deductible belongs is what the core says; what cannot be kept is told", async () => {
  const { keeping } = await source("page/panels/slip-borne.ts");
  const facts = { self_paid: "0.00", advance: "0.00", facility_level: "3" };
  const of = (region, service, slip, scheme = "employee") => keeping(core, {
    region, asked_on: "2025-06-09", facts: { ...(scheme ? { scheme } : {}), retired: false, hardship: [] }, expenses: [{ id: "e1", service, date: "2025-05-01", total: "1000.00", facts, settled: { basic: "1.00" } }],
  }, "e1", { hifp_pay: "120.00", ...slip });
  const kept = { kept: ["borne/2025/370200/employee-outpatient", "800.00"], lost: "" };
  assert.deepEqual(of("370212", "outpatient", { act_pay_dedc: "800.00" }), kept);
  assert.deepEqual(of("370212", "outpatient", {}).lost, "slip-borne-missing");
  assert.deepEqual(of("370212", "outpatient", { act_pay_dedc: "0.00" }), { kept: null, lost: "" });
  assert.deepEqual(of("370212", "inpatient", { act_pay_dedc: "800.00" }), { kept: null, lost: "" }, "borne stay by stay");
});

test("one question at a time: the next comes when the one before has an answer, which keeps its place", () => {
  const { visit } = begin("130800");
  fill(visit, stay);
  const [first, ...rest] = visit.questionKeys();
  assert.deepEqual(rest, []);
  visit.set(first, null);
  assert.equal(visit.questionKeys()[0], first);
  assert.equal(visit.questionKeys().length, 2);
});

test("a question that no longer matters goes, its answer stays for when it matters again", () => {
  const { visit } = begin("370212");
  fill(visit, { ...stay, scheme: "employee" });
  visit.showAll();
  assert.ok(visit.questionKeys().includes("retired"));
  visit.set("retired", true);
  visit.set("scheme", "resident");
  assert.ok(!visit.questionKeys().includes("retired"));
  visit.set("scheme", "employee");
  assert.equal(visit.get("retired"), true);
  assert.ok(visit.questionKeys().includes("retired"));
});

test("another region keeps the person and the bills; its own values are not sent there", () => {
  const { visit, answers } = begin("130800");
  fill(visit, { ...stay, "130800/critical-illness/deductible": "12000" });
  assert.equal(visit.request.entered["130800/critical-illness/deductible"], "12000");
  visit.chooseRegion("370883");
  assert.equal(answers.at(-1).outcome, "estimate");
  assert.equal(visit.request.entered, undefined);
  assert.equal(visit.request.facts.scheme, "resident");
  assert.equal(visit.request.expenses.length, 1);
});

test("what a fund has settled goes with its bill", () => {
  const { visit } = begin("130800");
  fill(visit, { ...stay, "e1/settled/basic": "5000" });
  assert.deepEqual(visit.request.expenses[0].settled, { basic: "5000" });
});

test("a problem of the core finds its field", () => {
  const { visit } = begin("370212");
  fill(visit, { ...stay, "e1/self_paid": "20000", birth_date: "2025-02-30" });
  assert.deepEqual(visit.problems.map(({ field }) => field), ["birth_date", "e1/self_paid"]);
});

test("the hospital's level is asked before the rate of one level", () => {
  const { visit, answers } = begin("370883");
  fill(visit, { ...stay, birth_date: "1980-01-01", "e1/self_paid": "0", "e1/advance": "0", hardship: [], conditions: [] });
  assert.ok(answers.at(-1).questions.some(({ unknown }) => unknown === "e1/facility_level"));
  assert.ok(!/@/.test(visit.questionKeys().at(-1)), visit.questionKeys().join());
  visit.set("e1/facility_level", "2");
  visit.showAll();
  const asked = visit.questionKeys();
  assert.ok(asked.includes("370883/resident-inpatient/rate@2") && !asked.some((key) => /@[13]$/.test(key)), asked.join());
});

test("a situation suggests the kind of care where it leaves one only, until the resident says otherwise", () => {
  const { visit, answers } = begin("370212");
  visit.chooseSituation("hospital");
  assert.equal(visit.get("e1/service"), "inpatient");
  visit.chooseSituation("chronic");
  assert.equal(visit.get("e1/service"), undefined, "the national frame answers for several kinds of care");
  visit.chooseSituation("care");
  assert.equal(visit.get("e1/service"), undefined, "at home or in an institution: nobody can know");
  visit.chooseSituation("hospital");
  fill(visit, { "e1/date": "2025-05-01", "e1/total": "10000" });
  assert.equal(answers.at(-1).expenses.length, 1);
  assert.equal(visit.request.expenses[0].service, "inpatient");
  visit.chooseSituation("chronic");
  assert.equal(visit.get("e1/service"), "inpatient", "a bill that was filled in is not changed");
});

test("another situation keeps every answer, shows each question once, and computes the same", () => {
  const { visit } = begin("370503");
  fill(visit, { birth_date: "1936-02-01", scheme: "resident", severe_disability_level: "2", hardship: [] });
  for (const id of ["care", "hardship", "newborn", "entitled", "child", null]) {
    visit.chooseSituation(id);
    assert.deepEqual(visit.request.facts, { birth_date: "1936-02-01", scheme: "resident", severe_disability_level: "2", hardship: [] });
    const shown = [...openingKeys(visit.scene), ...visit.questionKeys()];
    assert.deepEqual(shown.filter((key, i) => shown.indexOf(key) !== i), [], `twice in ${id}`);
    for (const key of ["severe_disability_level", "hardship"]) assert.ok(shown.includes(key), `${key} in ${id}`);
  }
});

test("what a situation is about is asked before the rest", () => {
  const { visit } = begin("370883");
  visit.chooseSituation("newborn");
  fill(visit, { birth_date: "2025-03-16", enrolled_and_paid_on: null });
  const meant = visit.description.programmes.filter((programme) => isMeant("newborn", programme)).map(({ id }) => id);
  const next = visit.questionKeys().find((key) => visit.get(key) === undefined);
  const { programmes } = visit.answer.questions.find(({ unknown }) => unknown === next);
  assert.ok(programmes.some((id) => meant.includes(id)), next);
  assert.equal(visit.showsBills, false);
  visit.wantBill();
  assert.equal(visit.showsBills, true);
});

test("answers that come with a mistake bring their questions: what is right in them is enough to know which", async () => {
  const link = { region: "370883", asked_on: "2025-06-09", facts: { scheme: "resident" }, expenses: [
    { id: "e1", service: "inpatient", date: "2025-05-01", total: "10000", facts: {} }, { id: "e2", service: "inpatient", total: "三百" },
  ] };
  const { visit, answers } = begin("370883");
  await visit.restore(JSON.stringify(link));
  assert.equal(answers.at(-1).outcome, "failure");
  assert.deepEqual(visit.problems.map(({ field }) => field), ["e2/total"]);
  assert.ok(visit.questionKeys().length > 0 && visit.estimate.expenses.length === 1);
});

test("of the year before, only what can change these bills is asked; it goes to the core and back to its field", () => {
  const { visit, answers } = begin("370883");
  fill(visit, {
    birth_date: "2015-05-01", scheme: "resident", "e1/service": "accident_outpatient", "e1/date": "2025-03-10", "e1/total": "1000",
    "e1/self_paid": "0", "e1/advance": "0", "e1/third_party_liable": false,
  });
  const paid = "2025/paid/370883/accident-outpatient";
  assert.deepEqual(visit.yearKeys("2025"), [], "nothing is asked before the resident says that there was something");
  visit.set("2025/before", true);
  assert.ok(visit.yearKeys("2025").includes(paid), visit.yearKeys("2025").join());
  visit.set(paid, "1300");
  const high = () => answers.at(-1).programmes.find(({ id }) => id === "370883/accident-outpatient").paid.high;
  assert.equal(high(), "200.00", "1,300 of the yearly 1,500 are used");
  visit.set(paid, "thirteen");
  assert.deepEqual(visit.problems.map(({ field }) => field), [paid]);
  visit.set(paid, "1300");
  visit.set("2025/before", false);
  assert.equal(high(), "800.00");
  visit.set("2025/before", true);
  assert.equal(visit.get(paid), "1300", "what was entered came back with the yes");
});

test("a stay after others in the year: how many, how much in scope", () => {
  const { visit } = begin("370212");
  fill(visit, { scheme: "employee", retired: false, "e1/service": "inpatient", "e1/date": "2025-03-10", "e1/total": "90000",
    "e1/self_paid": "0", "e1/advance": "0", "e1/facility_level": "3", "2025/before": true });
  const asked = visit.yearKeys("2025");
  for (const field of ["admissions", "in_scope", "personal_share", "paid/370200/employee-inpatient"]) {
    assert.ok(asked.includes(`2025/${field}`), `${field} in ${asked}`);
  }
  assert.ok(!asked.some((key) => key.includes("deductible_used")), "the deductible of a stay is one of each stay");
});

test("what lies around an answer is asked once for each answer, and again after the next", () => {
  const { visit } = begin("370883");
  fill(visit, { birth_date: "2015-05-01", scheme: "resident", "e1/service": "inpatient", "e1/date": "2025-02-28", "e1/total": "20000", "e1/self_paid": "2000",
    "e1/advance": "500", "e1/facility_level": "2", "370883/resident-inpatient/rate@2": "0.70", "370883/resident-inpatient/deductible@2": "500" });
  const [id, options] = ["370883/resident-inpatient/uplift", ["points", "relative"]];
  const ask = () => visit.whatIf.readings(visit.request, id, options);
  const read = () => ask() ?? ask(); // the first time it is still being computed
  assert.deepEqual(read().map(({ option, paid }) => [option, paid.low]), [["points", "12750.00"], ["relative", "12495.00"]]);
  assert.equal(read(), read());
  visit.set("e1/total", "10000");
  assert.notEqual(read()[0].paid.low, "12750.00");
});

test("a question can be brought onto the form ahead of its turn, once", () => {
  const { visit } = begin("130800");
  fill(visit, stay);
  const last = visit.answer.questions.filter(({ unknown }) => !unknown.startsWith("e1/")).at(-1).unknown;
  assert.ok(!visit.questionKeys().includes(last));
  visit.ask(last);
  visit.ask(last);
  assert.equal(visit.questionKeys().filter((key) => key === last).length, 1);
});

test("everything can be removed, and brought back by whoever did not mean it", () => {
  const { visit, answers } = begin("370212");
  fill(visit, { ...stay, hardship: [], "2025/before": true });
  visit.chooseSituation("hospital");
  const before = JSON.stringify(visit.saved);
  visit.clear();
  assert.deepEqual([visit.get("scheme"), answers.at(-1).expenses, visit.request.year_to_date, visit.asksWhatHappened], [undefined, [], undefined, true]);
  visit.undoClear();
  assert.equal(JSON.stringify(visit.saved), before);
  visit.clear();
  visit.set("scheme", "employee");
  visit.undoClear();
  assert.equal(visit.get("scheme"), "employee", "a new answer ends the way back");
});

test("where the engine fails, every answer stays, and the next one is asked about as if nothing had been", (t) => {
  const logged = t.mock.method(console, "error", () => {});
  const engine = { ...core };
  const visit = new Visit(engine, "2025-06-09", { changed() {}, answered() {}, later: (run) => run() });
  visit.chooseRegion("370212");
  fill(visit, stay);
  const trap = new WebAssembly.RuntimeError("unreachable");
  engine.estimate = () => { throw trap; };
  visit.set("e1/total", "9000");
  assert.deepEqual([visit.failure, visit.get("e1/total"), visit.get("scheme"), visit.pending], [trap, "9000", "resident", false]);
  assert.equal(logged.mock.callCount(), 1, "a bug is told to developers, too");
  engine.estimate = core.estimate;
  visit.set("e1/total", "8000");
  assert.equal(visit.failure, null);
  assert.equal(visit.estimate.totals.billed, "8000.00");
});

test("a region's description, and what is asked later beside the answer, fail in the same way", (t) => {
  t.mock.method(console, "error", () => {});
  const engine = { ...core, alternatives: () => { throw new WebAssembly.RuntimeError("unreachable"); } };
  const visit = new Visit(engine, "2025-06-09", { changed() {}, answered() {}, later: (run) => run() });
  visit.chooseRegion("370212");
  visit.whatIf.alternatives(visit.request);
  assert.match(String(visit.failure), /unreachable/);
  visit.set("scheme", "resident");
  assert.equal(visit.failure, null);
  engine.describe = engine.alternatives;
  visit.chooseRegion("370883");
  assert.match(String(visit.failure), /unreachable/);
});
