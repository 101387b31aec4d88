// Useful at once: a city's own numbers where no rules are on file, what another choice costs, what to ask before going,
// and never a silent nothing.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { openPage } from "./resident.mjs";

let site;
before(async () => { site = await openPage(); });
after(() => site.close());

const stay = (region, facts = {}, person = { scheme: "employee" }) => ({
  region, facts: person, expenses: [{ id: "e1", service: "inpatient", date: "2025-06-20", total: "30000", facts: { facility_level: "3", self_paid: "0", advance: "0", ...facts } }],
});
const open = (request) => site.visit({ answers: JSON.stringify(request) });

test("a mother in a city without rules enters the numbers of its booklet; link and file keep them", async () => {
  const resident = await open(stay("530100", { facility_level: "2" }, { scheme: "resident" }));
  const { page } = resident;
  assert.match(await page.locator(".remarks").first().innerText(), /按全国通常的情况估算/);
  await page.getByText("知道当地的数字？填进来就能算准").click();
  const level = page.getByRole("group", { name: "二级医院" });
  await level.getByRole("textbox", { name: "报销比例" }).fill("75");
  await level.getByRole("textbox", { name: "起付线" }).fill("500");
  await level.getByRole("textbox", { name: "起付线" }).blur();
  const { funds } = await resident.answer();
  const basic = funds.find(({ fund }) => fund === "basic").paid;
  assert.deepEqual([basic.low, basic.high], ["22125.00", "22125.00"], "(30,000 − 500) × 0.75");
  const saved = await page.evaluate(() => document.querySelector("yibao-estimator").visit.saved);
  assert.deepEqual(saved.entered, { "000000/resident-inpatient/rate@2": "0.75", "000000/resident-inpatient/deductible@2": "500" });
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "用这些数字做一份规则文件" }).click(),
  ]);
  const file = JSON.parse(readFileSync(await download.path(), "utf8"));
  assert.equal(file.region, "530100");
  assert.deepEqual(file.programmes[0].replaces, ["000000/resident-inpatient"]);
});

test("a lower level of hospital, and filing before care elsewhere, are told with what they save", async () => {
  const resident = await open(stay("370200", { out_of_area: "temporary" }));
  const { page } = resident;
  await resident.settled();
  const fold = page.locator("details").filter({ hasText: "换一种做法，差多少" });
  if (await fold.count() > 0) await fold.locator("summary").click();
  const prices = page.locator(".prices");
  await prices.getByText(/已办异地长期备案：自己(大约)?少付 ¥/).waitFor();
  assert.match(await prices.innerText(), /先听医生的/);
});

test("what to ask before going stands only where the stay is yet to come", async () => {
  const resident = await open(stay("370200"));
  await resident.page.getByText("去看病以前，先问清楚").click();
  await resident.page.getByText(/能不能用医保直接结算/).waitFor();
  await resident.bill(1).date("日期", "2025-05-01");
  await resident.settled();
  assert.equal(await resident.page.getByText("去看病以前，先问清楚").count(), 0);
});

test("what does not apply takes one line, which opens", async () => {
  const resident = await open(stay("370200"));
  const fold = resident.page.locator(".group-does_not_apply");
  await resident.settled();
  assert.equal(await fold.locator("article").count(), 0);
  await fold.locator("summary").first().click();
  await fold.locator("article").first().waitFor();
});

test("where no rule is on file the sentence says so, and never that the whole is to be paid", async () => {
  const resident = await open(stay("370200"));
  await resident.settled();
  // A region that says nothing of hospital stays, as rules of a host's own may be.
  await resident.page.evaluate(async () => {
    const element = document.querySelector("yibao-estimator");
    const { visit } = element;
    const basic = visit.estimate.programmes.filter(({ fund }) => fund !== null).map(({ id }) => id);
    const nothing = { low: "0.00", likely: "0.00", high: "0.00" };
    visit.estimate = { ...visit.estimate, programmes: visit.estimate.programmes.filter(({ id }) => !basic.includes(id)), totals: { ...visit.estimate.totals, paid: nothing, out_of_pocket: { low: "30000.00", likely: "30000.00", high: "30000.00" } } };
    element.requestUpdate();
    await element.updateComplete;
  });
  const sentence = await resident.page.locator("#headline").innerText();
  assert.match(sentence, /还没有收录职工医保“住院”的报销规定/);
  assert.doesNotMatch(sentence, /都要您自己付/);
});
