// "I got a different amount": the slip's lines beside the estimate, what explains them, and taking the slip's amounts over.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openPage, yuan } from "./resident.mjs";

let site;
before(async () => { site = await openPage(); });
after(() => site.close());

const request = {
  region: "370212",
  facts: { birth_date: "1980-01-01", scheme: "resident", resident_tier: "1", hardship: [] },
  expenses: [{ id: "e1", service: "inpatient", date: "2025-05-01", total: "20000", facts: { self_paid: "0", advance: "0", facility_level: "3" } }],
};

async function opened() {
  const resident = await site.visit({ answers: JSON.stringify(request) });
  await resident.settled();
  const part = resident.page.locator("#more-slip");
  await part.locator("summary").first().click();
  await part.locator(".part-body").waitFor();
  const enter = async (label, text) => { await part.getByRole("textbox", { name: label }).fill(text); await part.getByRole("textbox", { name: label }).blur(); };
  const says = (label) => part.locator(".slip-line", { hasText: label }).locator(".slip-says").innerText();
  return { resident, part, enter, says };
}

test("Every line of the estimate stands beside the slip's, with what is the same and what is not", async () => {
  const { resident, enter, says } = await opened();
  const { slip } = (await resident.answer()).expenses[0];
  await enter("基本医保统筹基金支付", "１４，０００元");
  assert.ok((await says("基本医保统筹基金支付")).includes(yuan(slip.hifp_pay.low)));
  assert.match(await says("基本医保统筹基金支付"), /比估算(多|少) ¥/);
  await enter("实际支付起付线", slip.act_pay_dedc.low);
  assert.match(await says("实际支付起付线"), /一样/);
  await enter("医疗费总额", "两万");
  const wrong = resident.page.getByRole("textbox", { name: "医疗费总额" });
  assert.equal(await wrong.getAttribute("aria-invalid"), "true");
  assert.equal(await wrong.inputValue(), "两万");
});

test("What explains the slip is found, and taking it over makes the page say the slip's amounts", async () => {
  const { resident, part, enter } = await opened();
  const second = { ...request, asked_on: "2025-06-09", expenses: [{ ...request.expenses[0], facts: { ...request.expenses[0].facts, facility_level: "2" } }] };
  const answer = await resident.page.evaluate((text) => document.querySelector("yibao-estimator").visit.engine.estimate(text), JSON.stringify(second));
  const { hifp_pay: paid, psn_part_amt: own } = answer.expenses[0].slip;
  await enter("基本医保统筹基金支付", paid.low);
  await enter("个人负担总金额", own.low);
  await part.getByRole("button", { name: "找一找差在哪里" }).click();
  await part.locator(".causes").waitFor();
  assert.match(await part.locator(".causes li").first().innerText(), /医院的级别：二级医院/);
  await part.getByRole("button", { name: "是这样，按这个改" }).first().click();
  await resident.settled();
  const headline = await resident.headline();
  assert.ok(headline.includes(yuan(paid.low)) && headline.includes(yuan(own.low)), headline);
  assert.equal(await part.locator(".causes").count(), 0, "found for other answers than these");
});

test("The slip's amounts can be taken as they are", async () => {
  const { resident, part, enter } = await opened();
  await enter("医疗费总额", "21000");
  await enter("全自费金额", "1000");
  await enter("基本医保统筹基金支付", "12345.67");
  await part.getByRole("button", { name: "就按结算单的金额算" }).click();
  await resident.settled();
  const { totals, funds } = await resident.answer();
  assert.equal(totals.billed, "21000.00");
  assert.equal(funds.find(({ fund }) => fund === "basic").paid.low, "12345.67");
  assert.equal(await resident.bill(1).part.getByRole("textbox", { name: "全自费金额" }).inputValue(), "1,000");
  assert.equal((await resident.payers())["基本医保"], yuan("12345.67"));
});

test("Where nothing explains it, the page says so and where to ask", async () => {
  const { part, enter } = await opened();
  await enter("基本医保统筹基金支付", "19999.99");
  await part.getByRole("button", { name: "找一找差在哪里" }).click();
  const causes = part.locator(".causes");
  await causes.waitFor();
  assert.match(await causes.innerText(), /没有一种能算出.*转诊.*12393/s);
});
