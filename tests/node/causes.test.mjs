// Where a slip differs from the estimate: the slips here are settled by the core under other answers, which must be found again.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import * as core from "yibao";
import { source } from "./support/source.mjs";

const { findCauses } = await source("page/panels/causes.ts");
const { withChanges } = await source("page/panels/trial-changes.ts");
const { compare } = await source("page/panels/slip-fields.ts");
const { rateBetween, toFen, fromFen } = await source("page/panels/fen.ts");

before(() => core.ready());

const bill = (expense) => ({ id: "e1", ...expense, facts: { self_paid: "0", advance: "0", ...expense.facts } });
const asked = (region, facts, ...expenses) => ({ region, asked_on: "2025-06-09", facts, expenses: expenses.map(bill) });

/** The slip of one bill under other answers, as far as these lines go. */
function slipUnder(request, changes, fields, expense = "e1") {
  const answer = core.estimate(withChanges(request, changes, core.describe(request.region)));
  assert.equal(answer.outcome, "estimate", JSON.stringify(answer.problems));
  const { slip } = answer.expenses.find(({ id }) => id === expense);
  // The frame leaves later layers open: what they would pay stands on no slip here.
  const exact = fields.filter((field) => slip[field].low === slip[field].high);
  assert.ok(exact.length > 0, `${fields} are open`);
  return Object.fromEntries(exact.map((field) => [field, slip[field].low]));
}

const search = (request, slip, expense = "e1") =>
  findCauses({ engine: core, description: core.describe(request.region), request, expense, slip }, async () => {});

const LINES = ["hifp_pay", "psn_part_amt"];
const stay = asked("370212", { scheme: "resident", resident_tier: "1", birth_date: "1980-01-01", hardship: [] },
  { service: "inpatient", date: "2025-05-01", total: "20000", facts: { facility_level: "3" } });

async function assertFound(request, changes, fields, kind) {
  const { causes } = await search(request, slipUnder(request, changes, fields));
  const expected = JSON.stringify(changes);
  assert.ok(causes.some((cause) => cause.kind === kind && JSON.stringify(cause.changes) === expected), `${expected} is not among ${JSON.stringify(causes)}`);
  return causes;
}

test("another level of hospital is found, before anything else", async () => {
  const causes = await assertFound(stay, [["e1/facility_level", "2"]], LINES, "answer");
  assert.deepEqual(causes[0].changes, [["e1/facility_level", "2"]]);
});

test("another stay of the year, another tier", async () => {
  await assertFound(stay, [["e1/admission", 2]], LINES, "answer");
  await assertFound(stay, [["resident_tier", "2"]], LINES, "answer");
});

test("level and stay together", () =>
  assertFound(stay, [["e1/facility_level", "2"], ["e1/admission", 3]], [...LINES, "act_pay_dedc"], "answer"));

test("where the slip's own total and parts explain it all, nothing else is guessed", async () => {
  const inputs = [["e1/total", "21000.00"], ["e1/self_paid", "1200.00"], ["e1/advance", "300.00"]];
  const slip = { ...slipUnder(stay, inputs, LINES), medfee_sumamt: "21000.00", fulamt_ownpay_amt: "1200.00", preselfpay_amt: "300.00" };
  const { causes } = await search(stay, slip);
  assert.deepEqual(causes, [{ kind: "inputs", changes: inputs }]);
});

test("a slip that names only what is in scope", async () => {
  const slip = { ...slipUnder(stay, [["e1/self_paid", "1500.00"]], LINES), inscp_scp_amt: "18500.00" };
  const { causes } = await search(stay, slip);
  assert.deepEqual(causes, [{ kind: "inputs", changes: [["e1/self_paid", "1500.00"]] }]);
});

test("more of the bill outside the catalogue than was assumed", async () => {
  const slip = slipUnder(stay, [["e1/self_paid", "1234.50"]], LINES);
  const { causes } = await search(stay, slip);
  const outside = causes.find(({ kind }) => kind === "outside");
  assert.ok(outside, JSON.stringify(causes));
  assert.ok(Math.abs(Number(outside.changes[0][1]) - 1234.5) < 0.02, "to the fen or two that rounding leaves open");
});

test("a cap that was nearly used up before", () => assertFound(stay, [["2025/paid/370200/resident-inpatient", "170000.00"]], LINES, "cap"));

test("a yearly deductible borne before: by the slip's own line, or by what follows from what was paid", async () => {
  const visit = asked("370212", { scheme: "employee", retired: false, birth_date: "1980-01-01" },
    { service: "outpatient", date: "2025-05-01", total: "3000", facts: { facility_level: "3" } });
  const borne = [["2025/deductible_used/370200/employee-outpatient", "300.00"]];
  await assertFound(visit, borne, [...LINES, "act_pay_dedc"], "deductible");
  await assertFound(visit, borne, LINES, "deductible");
});

test("an unpublished rate and deductible follow from the slip", async () => {
  const zoucheng = asked("370883", { scheme: "resident", birth_date: "1980-01-01", hardship: [] },
    { service: "inpatient", date: "2025-05-01", total: "20000", facts: { facility_level: "2" } });
  const values = [["370883/resident-inpatient/deductible@2", "480.00"], ["370883/resident-inpatient/rate@2", "0.72"]];
  await assertFound(zoucheng, values, ["hifp_pay", "act_pay_dedc"], "value");
});

test("an unpublished deductible follows from a published rate", () => {
  const chengde = asked("130800", { scheme: "resident", birth_date: "1980-01-01", hardship: [], years_insured: 3 },
    { service: "inpatient", date: "2025-05-01", total: "20000", facts: { facility_level: "2" } });
  return assertFound(chengde, [["130800/resident-inpatient/deductible@2", "350.00"]], ["hifp_pay"], "value");
});

test("a clause read in the other way", async () => {
  const worker = asked("370212", { scheme: "employee", retired: false, birth_date: "1980-01-01", hardship: [] },
    { service: "inpatient", date: "2025-02-01", total: "50000", facts: { facility_level: "3" } },
    { id: "e2", service: "inpatient", date: "2025-05-01", total: "30000", facts: { facility_level: "3" } });
  const reading = core.describe("370212").readings.find(({ programme }) => programme.endsWith("employee-inpatient"));
  const other = [[reading.id, reading.options.find(({ id }) => id !== reading.preferred).id]];
  const { causes } = await search(worker, slipUnder(worker, other, LINES, "e2"), "e2");
  assert.deepEqual(causes.find(({ kind }) => kind === "reading")?.changes, other);
});

test("the rules of the day before a change", () => {
  const visit = asked("370212", { scheme: "resident", birth_date: "1980-01-01", conditions: [] },
    { service: "outpatient", date: "2024-10-05", total: "300", facts: { facility_level: "1" } });
  return assertFound(visit, [["e1/date", "2024-09-30"]], LINES, "date");
});

test("every cause that is reported gives the slip's amounts to the fen", async () => {
  const slip = slipUnder(stay, [["e1/facility_level", "1"]], LINES);
  const { causes } = await search(stay, slip);
  assert.ok(causes.length > 0);
  for (const { changes } of causes) assert.deepEqual(slipUnder(stay, changes, LINES), slip);
});

test("where nothing fits, nothing is claimed", async () => {
  const { causes, tried } = await search(stay, { hifp_pay: "19999.99", psn_part_amt: "0.01" });
  assert.deepEqual(causes, []);
  assert.ok(tried > 10, String(tried));
});

test("a line beside an amount or a range", () => {
  const range = { low: "100.00", likely: null, high: "200.00" };
  assert.deepEqual(["99.97", "99.98", "100", "200.0", "200.02", "200.03"].map((slip) => compare(slip, range)), [
    { is: "less", by: "0.03" }, { is: "rounding", by: "0.02" }, { is: "inside", by: "0.00" }, { is: "inside", by: "0.00" }, { is: "rounding", by: "0.02" }, { is: "more", by: "0.03" },
  ]);
  assert.equal(compare("100", { low: "100.00", likely: "100.00", high: "100.00" }).is, "same");
});

test("what is so already is no possibility, and none is told twice", async () => {
  const given = asked("370212", { ...stay.facts }, { service: "inpatient", date: "2025-05-01", total: "20000", facts: { facility_level: "3", admission: 1 } });
  const { causes } = await search(given, slipUnder(given, [["e1/admission", 2]], LINES));
  assert.ok(causes.some(({ changes }) => JSON.stringify(changes) === '[["e1/admission",2]]'));
  for (const { changes } of causes) for (const change of changes) assert.notDeepEqual(change, ["e1/facility_level", "3"]);
  assert.equal(new Set(causes.map(({ changes }) => JSON.stringify(changes))).size, causes.length);
});

test("asked backwards: a mistyped bill is found", async () => {
  const { causes } = await search(stay, slipUnder(stay, [["e1/total", "20100.00"]], ["hifp_pay"]));
  assert.ok(causes.some(({ kind, changes }) => kind === "bill" && changes[0][1].startsWith("20100.")), JSON.stringify(causes));
});

test("rates and fen", () => {
  assert.equal(rateBetween(70_00n, 100_00n), "0.7");
  assert.equal(rateBetween(1405440n, 1952000n), "0.72");
  assert.equal(rateBetween(1n, 3n), "0.3", "one fen of three: the shortest rate that rounds to it");
  assert.equal(rateBetween(5n, 0n), null);
  for (const amount of ["0.00", "0.01", "12.30", "999999999999.99"]) assert.equal(fromFen(toFen(amount)), amount);
});
