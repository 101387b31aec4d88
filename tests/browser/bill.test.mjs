// What a bill may say beside its parts: a breakdown by class, one stay in several parts, care elsewhere, somebody else who must pay.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openPage } from "./resident.mjs";

let site;
before(async () => { site = await openPage(); });
after(() => site.close());

const stay = (id, date) => ({ id, service: "inpatient", date, total: "20000", facts: { self_paid: "0", advance: "0", facility_level: "3" } });
const request = { region: "370500", facts: { birth_date: "1980-01-01", scheme: "resident", hardship: [] }, expenses: [stay("e1", "2025-05-01"), stay("e2", "2025-05-11")] };

async function opened(settings = {}) {
  const resident = await site.visit({ answers: JSON.stringify(request), ...settings });
  await resident.settled();
  const first = resident.bill(1);
  await first.part.getByText("还有别的情况").click();
  const sent = () => resident.page.evaluate(() => document.querySelector("yibao-estimator").visit.request);
  return { resident, first, sent };
}

test("A breakdown is typed class by class, takes the place of the two parts, and comes back by a link", async () => {
  const { resident, first, sent } = await opened();
  const { page } = resident;
  const classes = await page.evaluate(() => document.querySelector("yibao-estimator").visit.description.item_classes.map((entry) => entry.class));
  for (const [i, given] of ["class_b", "out_of_catalogue"].entries()) {
    assert.ok(classes.includes(given));
    await page.locator("#form-e1-items").selectOption(given);
    await page.locator(`#form-e1-items-${i}-amount`).fill("1,200元");
    await page.locator(`#form-e1-items-${i}-amount`).blur();
    await resident.settled();
  }
  const [expense] = (await sent()).expenses;
  assert.deepEqual(expense.items, [{ class: "class_b", amount: "1200" }, { class: "out_of_catalogue", amount: "1200" }]);
  assert.ok(!("self_paid" in expense.facts) && !("advance" in expense.facts));
  assert.equal((await resident.answer()).outcome, "estimate");
  const link = await page.evaluate(() => document.querySelector("yibao-estimator").visit.linkText);
  const again = await site.visit({ answers: link });
  assert.deepEqual((await again.answer()).totals, (await resident.answer()).totals);
  assert.equal(await again.page.locator(".restored").count(), 0);
  await first.part.getByRole("button", { name: /^去掉/ }).first().click();
  await resident.settled();
  assert.equal((await sent()).expenses[0].items.length, 1);
});

test("Items above the bill are told at the breakdown", async () => {
  const { resident, first } = await opened();
  await resident.page.locator("#form-e1-items").selectOption("class_b");
  await resident.page.locator("#form-e1-items-0-amount").fill("30000");
  await resident.page.locator("#form-e1-items-0-amount").blur();
  await resident.settled();
  assert.match(await first.part.locator(".items").innerText(), /超过了总费用/);
});

test("Parts of one stay, care elsewhere and somebody else who must pay go out with the bill", async () => {
  const { resident, first, sent } = await opened();
  const second = resident.bill(2);
  await second.part.getByText("还有别的情况").click();
  await second.choose("和哪一笔是同一次住院", "第 1 笔费用");
  await resident.settled();
  await first.choose("有没有别人该赔", "是");
  await first.part.getByRole("textbox", { name: /该由别人赔|别人该赔/ }).fill("3000");
  await first.part.getByRole("textbox", { name: /该由别人赔|别人该赔/ }).blur();
  await first.part.locator("[data-field='e1/out_of_area'] input[value=filed]").check();
  await resident.settled();
  const { expenses } = await sent();
  assert.equal(expenses[1].same_stay_as, "e1");
  assert.deepEqual([expenses[0].facts.third_party_liable, expenses[0].facts.third_party_amount, expenses[0].facts.out_of_area], [true, "3000", "filed"]);
  assert.equal((await resident.answer()).outcome, "estimate");
  assert.match(await resident.page.locator(".payers table").innerText(), /其中该由别人赔的\s*¥3,000\.00/);
  const link = await resident.page.evaluate(() => document.querySelector("yibao-estimator").visit.linkText);
  const again = await site.visit({ answers: link });
  assert.deepEqual((await again.answer()).totals, (await resident.answer()).totals);
});

test("The receipt lists them", async () => {
  const { resident } = await opened();
  await resident.page.locator("#form-e1-items").selectOption("class_b");
  await resident.page.locator("#form-e1-items-0-amount").fill("1200");
  await resident.page.locator("#form-e1-items-0-amount").blur();
  await resident.settled();
  await resident.page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  assert.match(await resident.page.locator(".receipt").evaluate((receipt) => receipt.textContent), /乙类.*¥1,200\.00/s);
});
