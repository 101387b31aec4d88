// The numbers of one's own city, made into a policy file: the core takes it, and answers as it did with what was entered.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { source } from "./support/source.mjs";

const { policyFile } = await source("page/own/policy-file.ts");
const { frameProgrammes, partsOf } = await source("page/own/frame-values.ts");

let yibao;
before(async () => {
  yibao = await import("../../dist/package/node.js");
  await yibao.ready();
});

const entered = { "000000/resident-inpatient/rate@2": "0.75", "000000/resident-inpatient/deductible@2": "500", "000000/resident-inpatient/limit": "250000" };
const request = {
  region: "530100", asked_on: "2025-06-09", facts: { scheme: "resident" },
  expenses: [{ id: "e1", service: "inpatient", date: "2025-05-01", total: "20000", facts: { facility_level: "2", self_paid: "0", advance: "0" } }],
};

const made = (values) => {
  const description = yibao.describe("530100");
  const programmes = frameProgrammes(yibao.estimate(request), description);
  return policyFile(programmes, { description, name: description.region.name, askedOn: "2025-06-09", entered: (id) => values[id] });
};

const basic = (answer) => answer.funds.find(({ fund }) => fund === "basic").paid;

test("the programme of the bill is the one whose numbers are asked for", () => {
  const found = frameProgrammes(yibao.estimate(request), yibao.describe("530100"));
  assert.deepEqual(found.map(({ id }) => id), ["000000/resident-inpatient"]);
  assert.deepEqual(partsOf("000000/resident-inpatient/rate@2"), { name: "rate", level: "2" });
  assert.deepEqual(partsOf("000000/resident-inpatient/limit"), { name: "limit", level: "" });
});

test("numbers that are entered make the basic payment exact: (20,000 − 500) × 0.75", () => {
  const { low, high } = basic(yibao.estimate({ ...request, entered }));
  assert.deepEqual([low, high], ["14625.00", "14625.00"]);
});

test("what nobody entered stays open in the file; nothing entered, nothing in it", () => {
  const { programmes } = made({ "000000/resident-inpatient/rate@3": "0.6" });
  const { table } = programmes[0].values.rate.versions[0];
  assert.deepEqual(table, { 1: { unpublished: {} }, 2: { unpublished: {} }, 3: "0.6" });
  assert.deepEqual(made({}).programmes, []);
});

test("the file is a policy without a problem, and answers alike", () => {
  const file = made(entered);
  assert.equal(file.region, "530100");
  const [report] = yibao.addPolicies([JSON.stringify(file)]);
  assert.deepEqual(report.problems, []);
  const answer = yibao.estimate(request);
  assert.equal(answer.coverage, "region");
  assert.deepEqual(basic(answer), { low: "14625.00", likely: "14625.00", high: "14625.00" });
});
