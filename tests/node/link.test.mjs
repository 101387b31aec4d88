// A visit's answers in a link: everything comes back, and what cannot is told; no text whatever stops the page.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import * as core from "yibao";
import { isDeep } from "../browser/support/deep.mjs";
import { source } from "./support/source.mjs";

const { Visit } = await source("page/visit/visit.ts");

before(() => core.ready());

function begin() {
  return new Visit(core, "2025-06-09", { changed() {}, billBegun() {}, answered() {}, later: (run) => run() });
}

function filled(region, answers) {
  const visit = begin();
  visit.chooseRegion(region);
  for (const [key, value] of Object.entries(answers)) visit.set(key, value);
  return visit;
}

function opened(text) {
  const visit = begin();
  visit.restore(text);
  return visit;
}

/** All of a draft, so that two can be compared. */
const all = ({ draft }) => ({
  person: Object.fromEntries(draft.person), policy: Object.fromEntries(draft.policy), years: draft.yearToDate, situation: draft.situation,
  expenses: draft.expenses.map(({ id, answers }) => ({ id, answers: Object.fromEntries(answers) })),
});

const ids = (visit) => visit.notices.map(({ id }) => id);
const packed = (content) => Buffer.from(JSON.stringify(content)).toString("base64url");

const stay = {
  birth_date: "1950-02-03", scheme: "resident", hardship: [], conditions: [],
  "e1/service": "inpatient", "e1/date": "2025-05-01", "e1/total": "10000", "e1/self_paid": "500", "e1/facility_level": null,
  "e1/months": 3, "e1/settled/basic": "4000", "130800/resident-inpatient/whatever": "0.7",
};

test("everything comes back: also what is half filled in, what does not matter now, and “I don’t know”", () => {
  const visit = filled("370883", { ...stay, "370883/resident-inpatient/rate@2": "0.7" });
  const second = visit.addExpense();
  visit.set(`${second}/total`, "一千二");
  visit.addExpense();
  visit.draft.yearToDate = { 2025: { paid: { "370883/resident-inpatient": "三百" }, admissions: 1 } };
  visit.draft.situation = "hospital";
  visit.set("hardship", null);
  visit.check();
  const again = opened(visit.linkText);
  const made = all(visit);
  assert.deepEqual(all(again), { ...made, expenses: made.expenses.slice(0, 2) }, "an empty bill need not travel");
  assert.deepEqual(again.request, visit.request);
  assert.equal(JSON.stringify(again.answer), JSON.stringify(visit.answer));
  assert.deepEqual(again.notices, []);
});

test("the link holds nothing that an address could not carry, and stays short", () => {
  const visit = filled("370883", stay);
  assert.match(visit.linkText, /^[\w-]+$/);
  assert.ok(visit.linkText.length < 900, String(visit.linkText.length));
});

test("a visit to which nothing was answered restores to one", () => {
  const again = opened(filled("370212", {}).linkText);
  assert.equal(again.description.region.code, "370212");
  assert.deepEqual(all(again), all(begin()));
});

test("answered questions are shown again, where they can be changed", () => {
  const visit = filled("370212", { scheme: "employee", "e1/service": "inpatient", "e1/date": "2025-05-01", "e1/total": "10000", retired: true });
  assert.ok(opened(visit.linkText).questionKeys().includes("retired"));
});

test("a plain request restores, as an embedder's prefill", () => {
  const request = {
    region: "370212", asked_on: "2025-01-01", facts: { scheme: "employee", retired: false },
    expenses: [{ id: "stay in May", service: "inpatient", date: "2025-05-01", total: "10000", facts: { self_paid: "0" }, settled: { basic: "1.00" } }],
  };
  for (const text of [JSON.stringify(request), packed(request)]) {
    const visit = opened(text);
    assert.deepEqual(visit.notices, []);
    assert.deepEqual(visit.request, { ...request, asked_on: "2025-06-09", expenses: [{ ...request.expenses[0], id: "e1" }] });
  }
});

test("bills keep their names where they can, and never share one", () => {
  const bill = { service: "inpatient", date: "2025-05-01", total: "1" };
  const visit = opened(JSON.stringify({ region: "370212", expenses: [{ id: "e3", ...bill }, { id: "e3", ...bill }, { ...bill }, { id: "e1", ...bill }] }));
  assert.deepEqual(visit.draft.expenses.map(({ id }) => id), ["e3", "e4", "e5", "e1"]);
  assert.equal(visit.addExpense(), "e6");
});

test("rules that changed since are told, and the answers come all the same", () => {
  const { saved } = filled("370883", stay);
  const old = { ...saved, policies: [saved.policies[0].replace(/ .*/, " 000000000000"), ...saved.policies.slice(1)] };
  const visit = opened(packed(old));
  assert.deepEqual(ids(visit), ["restored-changed"]);
  assert.equal(visit.get("birth_date"), "1950-02-03");
});

test("a newer form is read as far as it goes, and says so", () => {
  const { saved } = filled("370883", stay);
  const visit = opened(packed({ ...saved, yibao: 2, facts: { ...saved.facts, blood_group: "A" }, weather: { today: "rain" } }));
  assert.deepEqual(ids(visit), ["restored-newer", "restored-lost"]);
  assert.deepEqual(visit.notices[1].args, { n: 1 });
  assert.equal(visit.get("blood_group"), undefined);
  assert.equal(visit.get("scheme"), "resident");
  assert.equal(visit.answer.outcome, "estimate");
});

test("a region that is not on file is named; the answers wait for another", async () => {
  const visit = opened(JSON.stringify({ facts: {} }));
  await visit.restore(JSON.stringify({ region: "990000", facts: { scheme: "employee" } }));
  assert.deepEqual(visit.notices, [{ id: "restored-region", args: { region: "990000" } }]);
  visit.chooseRegion("370212");
  assert.equal(visit.request.facts.scheme, "employee");
  assert.deepEqual(visit.notices, []);
  // 胶南市 was merged into another district.
  await visit.restore(JSON.stringify({ region: "370284" }));
  assert.deepEqual(visit.notices, [{ id: "restored-region", args: { region: "370284" } }]);
  // The same of an address that names a region alone.
  await visit.chooseRegion("990000");
  assert.deepEqual(visit.notices, [{ id: "restored-region", args: { region: "990000" } }]);
  await visit.chooseRegion("");
  assert.deepEqual(visit.notices, []);
});

test("what is of no use is counted, not guessed at, and does not make the request a bad one", () => {
  const visit = opened(JSON.stringify({
    region: "370212",
    facts: { scheme: { a: 1 }, self_paid: "3", retired: 1.5, conditions: ["autism"] },
    expenses: [3, { id: "e1", service: "inpatient", date: "2025-05-01", total: 100, facts: { birth_date: "2000-01-01" } }],
    entered: [], readings: { nonsense: "x" }, insisted: 4,
    year_to_date: { 2025: { paid: { x: "1", y: 2 }, admissions: 0.5, in_scope: 5, snow: 1 }, soon: {} },
  }));
  assert.deepEqual(ids(visit), ["restored-lost"]);
  assert.equal(visit.notices[0].args.n, 13);
  assert.deepEqual(visit.get("conditions"), ["autism"]);
  assert.equal(visit.answer.outcome, "estimate", JSON.stringify(visit.problems));
});

test("a value that has been published since is not sent again", () => {
  const published = core.describe("370212").values.find(({ enterable, unit }) => !enterable && unit === "rate").id;
  const visit = opened(JSON.stringify({ region: "370212", entered: { [published]: "0.5" } }));
  assert.equal(visit.answer.outcome, "estimate");
});

test("another region's year so far is kept and not sent", () => {
  const visit = filled("370883", stay);
  visit.draft.yearToDate = { 2025: { paid: { "370883/resident-inpatient": "300.00" }, in_scope: "900.00" } };
  const there = opened(visit.linkText);
  there.chooseRegion("370212");
  assert.equal(there.answer.outcome, "estimate");
  assert.deepEqual(there.request.year_to_date, { 2025: { in_scope: "900.00", paid: {} } });
  there.chooseRegion("370883");
  assert.deepEqual(there.request.year_to_date, visit.draft.yearToDate);
});

test("nonsense gives an empty visit and says so", () => {
  const nonsense = [
    "x", "%", "{", "[]", "null", "{}", "W10", "bnVsbA", "e30", "{\"a\":1}", "\u0000", "💥", "////", "=", "-_-_", "eyJyZWdpb24iOiIzNzAyMTIiLCJ",
    "{".repeat(5000), "A".repeat(1_000_000), Buffer.from([0x7b, 0xff, 0xfe, 0x7d]).toString("base64url"),
  ];
  for (const text of nonsense) {
    const visit = opened(text);
    assert.deepEqual(ids(visit), ["restored-unreadable"], text.slice(0, 40));
    assert.deepEqual(all(visit), all(begin()), text.slice(0, 40));
  }
});

test("no cut or changed link stops the page", () => {
  const { linkText } = filled("370883", stay);
  for (let at = 0; at < linkText.length; at += isDeep ? 7 : 23) {
    opened(`${linkText.slice(0, at)}AQ${linkText.slice(at + 2)}`);
    opened(linkText.slice(0, at));
  }
});

test("line breaks that a chat program put into a link are no harm", () => {
  const visit = filled("370883", stay);
  assert.deepEqual(all(opened(visit.linkText.replace(/(.{60})/g, "$1\n"))), all(visit));
});

test("a link is read up to its own end, whatever stands behind it or breaks it into lines", () => {
  const visit = filled("370883", stay);
  const link = visit.linkText;
  const broken = link.replace(/(.{40})/g, "$1\n");
  for (const text of [link, `${link}。`, `${link}）`, `${link})`, `${link}，请看`, `${link}、`, `${link} see this`, `${link}abcdefg`, `${link}\n-- \n发自`, `${link}），请看`, `${link} 然后选医院`, `${link}.`, `${link}】`, `${link}\u200b`, `${broken}。`, `https://example.org/index.html#lang=en&answers=${link}`]) {
    const again = opened(text);
    assert.deepEqual(all(again), all(visit), text.slice(link.length));
    assert.deepEqual(ids(again), []);
  }
  assert.deepEqual(ids(opened(link.slice(0, -9))), ["restored-unreadable"], "what is cut off is told");
});

test("a breakdown without items says the same at every interface, and in link and file: nothing is borne of the bill", () => {
  const bill = { id: "e1", service: "inpatient", date: "2025-05-01", total: "9000", facts: { facility_level: "3" }, items: [] };
  const request = { region: "370212", asked_on: "2025-06-09", facts: { scheme: "resident" }, expenses: [bill] };
  const told = JSON.stringify(core.estimate(request));
  assert.equal(JSON.stringify(core.estimate(JSON.stringify(request))), told);
  const visit = opened(JSON.stringify(request));
  assert.deepEqual(visit.notices, []);
  assert.equal(JSON.stringify(visit.answer), told);
  assert.equal(JSON.stringify(opened(visit.linkText).answer), told);
  assert.notEqual(JSON.stringify(core.estimate({ ...request, expenses: [{ ...bill, items: undefined }] })), told);
});

test("a breakdown by class and parts of one stay come back", () => {
  const items = [{ class: "class_b", amount: "300" }, { class: "out_of_catalogue", amount: "20", days: 3 }];
  const bill = (id, more) => ({ id, service: "inpatient", date: "2025-05-01", total: "10000", ...more });
  const visit = opened(JSON.stringify({ region: "370212", expenses: [bill("first", { items }), bill("second", { same_stay_as: "first" })] }));
  assert.deepEqual(ids(visit), []);
  const [first, second] = visit.request.expenses;
  assert.deepEqual([first.items, second.same_stay_as], [items, first.id]);
  const again = opened(visit.linkText);
  assert.deepEqual([all(again), again.request.expenses], [all(visit), visit.request.expenses]);
});
