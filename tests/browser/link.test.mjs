// A link with the answers in its fragment: opening it shows the same page again, or says why not.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { noHardship, openPage } from "./resident.mjs";

let site;
before(async () => { site = await openPage(); });
after(() => site.close());

/** What stands in the form's fields, one after the other. */
const fieldsOf = (resident) => resident.part.locator("input, select").evaluateAll((fields) =>
  fields.map(({ id, type, value, checked }) => `${id}=${type === "radio" || type === "checkbox" ? checked : value}`));

const linkOf = (resident) => resident.page.evaluate(() => document.querySelector("yibao-estimator").visit.linkText);

async function parent() {
  const resident = await site.visit(noHardship("130800"));
  await resident.date("出生日期", "2015-05-01");
  await resident.choose("参加的是哪种医保", "居民医保");
  const first = resident.bill(1);
  await first.fillBill({ service: "意外伤害门诊", date: "2025-03-10", total: "1,200元" });
  await first.type("全自费金额", "0");
  await first.choose("有没有别人该赔", "不知道");
  await resident.addBill();
  await resident.bill(2).type("总费用", "三百");
  await resident.settled();
  return resident;
}

test("A link restores every field and the same answer, without a request to the server", async () => {
  const resident = await parent();
  const before = [await fieldsOf(resident), JSON.stringify(await resident.answer()), await resident.headline()];
  const again = await site.visit({ answers: await linkOf(resident) });
  await again.page.locator("#form-e2-total").waitFor();
  await again.settled();
  assert.deepEqual([await fieldsOf(again), JSON.stringify(await again.answer()), await again.headline()], before);
  assert.ok(site.requests.every((address) => !address.includes("answers") || address.includes("#")));
});

test("A link opened in the same tab replaces what stood there; the address follows what is answered then", async () => {
  const link = await linkOf(await parent());
  const resident = await site.visit({ region: "370212" });
  await resident.choose("参加的是哪种医保", "职工医保");
  const address = resident.page.url();
  await resident.page.evaluate((link) => { location.hash = `answers=${link}`; }, link);
  await resident.page.waitForFunction(() => document.querySelector("#form-region").dataset.code === "130800");
  assert.ok(await resident.part.getByRole("radio", { name: /^居民医保/ }).isChecked());
  await resident.choose("参加的是哪种医保", "职工医保");
  await resident.settled();
  assert.notEqual(resident.page.url(), address);
  assert.ok(!resident.page.url().includes(link));
  assert.ok(resident.page.url().endsWith(await linkOf(resident)), "a reload brings back what is on the screen");
});

test("Nonsense is told in a calm sentence, and the form is an empty one", async () => {
  const resident = await site.visit({ region: "370212", answers: "nonsense" });
  assert.match(await resident.page.locator(".restored").innerText(), /读不出来/);
  assert.equal(await resident.part.getByRole("radio", { checked: true }).count(), 0);
});

test("Rules that have changed since are told", async () => {
  const changed = { yibao: 1, region: "370212", policies: ["370200 0"], facts: { scheme: "employee" } };
  const resident = await site.visit({ lang: "en", answers: Buffer.from(JSON.stringify(changed)).toString("base64url") });
  await resident.page.getByText("amounts may differ").waitFor();
});

test("A plain request fills the form in, as an embedder's prefill does", async () => {
  const resident = await site.visit({ answers: JSON.stringify({ region: "370212", facts: { scheme: "employee" } }) });
  assert.ok(await resident.part.getByRole("radio", { name: /^职工医保/ }).isChecked());
  assert.equal(await resident.page.locator(".restored").count(), 0);
});

test("What chats and mail programs do to an address is no harm; an area that is not on file is told until another is chosen", async () => {
  const answers = Buffer.from(JSON.stringify({ region: "370212", facts: { scheme: "employee" } })).toString("base64url");
  const shown = (resident, hash) => resident.page.evaluate((hash) => { location.hash = hash; }, hash);
  const region = (resident, code) => resident.page.waitForFunction((code) => document.querySelector("#form-region").dataset.code === code, code);
  const resident = await site.visit({ region: "130800" });
  for (const tail of ["?from=singlemessage", "/", "。看"]) {
    await shown(resident, "region=130800");
    await region(resident, "130800");
    await shown(resident, `region=370883${tail}`);
    await region(resident, "370883");
  }
  for (const hash of [`lang=zh-CN&amp;answers=${answers}`, encodeURIComponent(`lang=zh-CN&answers=${answers}`)]) {
    await shown(resident, "region=130800");
    await region(resident, "130800");
    await shown(resident, hash);
    await region(resident, "370212");
    assert.ok(await resident.part.getByRole("radio", { name: /^职工医保/ }).isChecked());
  }
  await shown(resident, "region=370284");
  await resident.page.locator(".restored", { hasText: "370284" }).waitFor();
  await shown(resident, "region=370212&lang=fr");
  await region(resident, "370212");
  assert.equal(await resident.page.locator(".restored").count(), 0);
  assert.equal(await resident.page.evaluate(() => document.documentElement.lang), "zh-CN", "the language that is shown");
});
