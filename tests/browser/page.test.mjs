// One story for each source document, told as a resident would live it: fields are filled in, choices clicked, and what
// the page shows is compared with the core's own answer and with the numbers of the documents.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { noHardship, openPage, yuan } from "./resident.mjs";

let site;
before(async () => { site = await openPage(); });
after(() => site.close());

/** The headline says what the core answered, and both say what the document implies. */
async function assertPaid(resident, paid, own) {
  const { outcome, totals } = await resident.answer();
  assert.equal(outcome, "estimate");
  assert.deepEqual(totals.paid, { low: paid, likely: paid, high: paid });
  assert.deepEqual(totals.out_of_pocket, { low: own, likely: own, high: own });
  const headline = await resident.headline();
  assert.ok(headline.includes(yuan(paid)) && headline.includes(yuan(own)), headline);
  const payers = await resident.payers();
  assert.equal(payers["您自己"], yuan(own));
}

/** The same where the national frame may add to what the document implies: amounts that nobody published. */
async function assertPaidBy(resident, programme, paid, own) {
  const { totals, programmes } = await resident.answer();
  const { low, likely, high } = programmes.find(({ id }) => id === programme).paid;
  assert.deepEqual({ low, likely, high }, { low: paid, likely: paid, high: paid });
  assert.deepEqual([totals.paid.low, totals.out_of_pocket.high], [paid, own]);
  const told = (await resident.headline()) + (await resident.page.locator(".remarks").first().innerText());
  assert.ok(told.includes(yuan(paid)) && told.includes(yuan(own)), told);
}

const tickNoHardship = (resident) => resident.tick("是不是民政等部门认定的困难群众", "都不是");

const inScope = async (bill) => {
  await bill.type("全自费金额", "0");
  await bill.type("乙类先行自付金额", "0");
};

test("Zoucheng: a child's two accidents in one year, up to the yearly cap", async () => {
  const parent = await site.visit(noHardship());
  await parent.region("山东省 邹城市");
  await parent.date("出生日期", "2015-05-01");
  await parent.choose("参加的是哪种医保", "居民医保");
  const first = parent.bill(1);
  await first.fillBill({ service: "意外伤害门诊", date: "2025-03-10", total: "1,200元" });
  await inScope(first);
  await first.choose("有没有别人该赔", "否");
  await assertPaidBy(parent, "370883/accident-outpatient", "960.00", "240.00");
  await parent.addBill();
  const second = parent.bill(2);
  // A bill that is done with takes a line.
  await first.part.getByText("意外伤害门诊 · 2025年3月10日 · ¥1,200.00").waitFor();
  assert.equal(await first.part.getByRole("textbox").count(), 0);
  await second.fillBill({ service: "意外伤害门诊", date: "2025-04-10", total: "１０００" });
  await inScope(second);
  await second.choose("有没有别人该赔", "否");
  await assertPaidBy(parent, "370883/accident-outpatient", "1500.00", "700.00");
  const card = await parent.benefit("意外伤害门诊");
  assert.match(card, /¥960\.00/);
  assert.match(card, /今年最多还能报 ¥540\.00/);
  await first.part.getByRole("button", { name: "更改" }).click();
  await first.type("总费用", "300");
  await assertPaidBy(parent, "370883/accident-outpatient", "1040.00", "260.00");
});

test("Zoucheng: rehabilitation of a five-year-old with autism", async () => {
  const parent = await site.visit(noHardship("370883"));
  await parent.date("出生日期", "2020-03-01");
  await parent.choose("参加的是哪种医保", "居民医保");
  const bill = parent.bill(1);
  await bill.fillBill({ service: "康复门诊", date: "2025-05-20", total: "10000" });
  await inScope(bill);
  await parent.listQuestions();
  await parent.tick("有没有这些病或残疾", "孤独症");
  await assertPaidBy(parent, "370883/child-rehabilitation", "7000.00", "3000.00");
});

test("A newborn of 60 days: the last day, and what enrolling brings", async () => {
  const parent = await site.visit({ region: "370883" });
  await parent.date("出生日期", "2025-04-10");
  assert.equal(await parent.groupOf("新生儿从出生起享受医保"), "可能适用");
  const open = (await parent.answer()).programmes.find(({ id }) => id === "370000/newborn-cover");
  assert.deepEqual([open.last_day, open.days_left], ["2025-10-10", 123]);
  const dates = await parent.page.getByRole("region", { name: "别错过的日期" }).innerText();
  assert.match(dates, /2025年10月10日/);
  assert.match(dates, /还有 123 天/);
  const next = await parent.page.getByRole("region", { name: "接下来怎么办" }).innerText();
  assert.match(next, /新生儿从出生起享受医保\n.*12393/s, "what has a last day says at once what to do");
  const card = parent.page.getByRole("article", { name: "新生儿从出生起享受医保" });
  await card.getByText("在这里回答").click();
  await card.getByRole("group", { name: "哪天办好参保并交了费" }).getByRole("textbox", { name: "年" }).fill("2025-06-01");
  await card.getByRole("group", { name: "哪天办好参保并交了费" }).getByRole("textbox", { name: "年" }).blur();
  assert.equal(await parent.groupOf("新生儿从出生起享受医保"), "适用");
});

test("A newborn of 91 days who is not enrolled: too late, and why", async () => {
  const parent = await site.visit({ region: "130800" });
  await parent.date("出生日期", "2025-03-10");
  await parent.listQuestions();
  await parent.tick("哪天办好参保并交了费", "还没有办");
  assert.equal(await parent.groupOf("新生儿从出生起享受医保"), "不适用");
  assert.match(await parent.benefit("新生儿从出生起享受医保"), /出生后90天内参保并缴费/);
});

test("Laoshan: hypertension before and after 1 October 2024", async () => {
  const patient = await site.visit({ region: "370212" });
  await patient.choose("参加的是哪种医保", "居民医保");
  const bill = patient.bill(1);
  await bill.fillBill({ service: "普通门诊", date: "2024-09-30", total: "900" });
  await inScope(bill);
  await patient.listQuestions();
  await patient.tick("有没有这些病或残疾", "高血压");
  await tickNoHardship(patient);
  await assertPaid(patient, "630.00", "270.00");
  await bill.date("日期", "2024-10-01");
  await assertPaid(patient, "675.00", "225.00");
});

test("Laoshan: an employee's stay in a level-3 hospital, with its working", async () => {
  const patient = await site.visit({ region: "370212" });
  await patient.choose("参加的是哪种医保", "职工医保");
  const bill = patient.bill(1);
  await bill.fillBill({ service: "住院", date: "2025-03-01", total: "5万" });
  await inScope(bill);
  await bill.choose("医院的级别", "三级医院");
  await bill.type("这是今年第几次住院", "1");
  await patient.listQuestions();
  await patient.choose("是不是退休人员", "否");
  await tickNoHardship(patient);
  const { paid } = (await patient.answer()).totals;
  assert.deepEqual([paid.low, paid.likely, paid.high], ["43140.00", "43140.00", "43212.00"], "the two readings of where 40,000 begins");
  const card = await patient.benefit("职工住院报销");
  assert.match(card, /减去起付线 ¥800\.00/);
  assert.match(card, /¥40,000\.00 × 86% \+ ¥9,200\.00 × 95%/);
});

test("Chengde: someone on subsistence allowance, through three layers", async () => {
  const patient = await site.visit({ region: "130800" });
  await patient.date("出生日期", "1970-01-01");
  await patient.choose("参加的是哪种医保", "居民医保");
  const bill = patient.bill(1);
  await bill.fillBill({ service: "住院", date: "2020-05-01", total: "100000" });
  await inScope(bill);
  await bill.choose("医院的级别", "三级医院");
  await patient.listQuestions();
  await patient.type("居民医保连续交了几年", "5");
  await patient.tick("是不是民政等部门认定的困难群众", "低保对象");
  await patient.type(/住院起付线/, "1500");
  await assertPaid(patient, "95024.32", "4975.68");
  const payers = await patient.payers();
  assert.deepEqual([payers["基本医保"], payers["大病保险"], payers["医疗救助"]], ["¥54,175.00", "¥20,946.60", "¥19,902.72"]);
});

test("Hekou: the allowance of a severely disabled parent, under both readings", async () => {
  const child = await site.visit({ region: "370503" });
  await child.choose("参加的是哪种医保", "居民医保");
  const care = child.bill(1);
  await care.fillBill({ service: "居家护理", date: "2025-01-01" });
  await care.type("护理了几个月", "3");
  await child.listQuestions();
  await child.choose(/失能评定是重度几级/, "重度二级");
  const { totals } = await child.answer();
  const usual = { low: "2376.00", high: "2376.00" };
  assert.deepEqual(totals.allowances, { low: "2001.00", likely: "2376.00", high: "2376.00", typical: usual });
  const headline = await child.headline();
  assert.ok(["2001.00", "2376.00"].every((amount) => headline.includes(yuan(amount))), headline);
  assert.match(headline, /最可能 ¥2,376\.00/);
});
