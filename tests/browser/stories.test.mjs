// Nine people, each beginning with what happened to them. Whatever amount the page shows is the core's.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import * as core from "yibao";
import { noHardship, openPage, yuan } from "./resident.mjs";

let site;
before(async () => { [site] = await Promise.all([openPage(), core.ready()]); });
after(() => site.close());

/** Begins as everybody does: what happened, then where. */
async function begin(happened, region, settings = {}) {
  const resident = await site.visit(settings);
  await resident.page.getByRole("button", { name: new RegExp(`^${happened}`) }).click();
  await resident.region(region);
  return resident;
}

function shown({ low, high }) {
  if (low === high) return yuan(low);
  return low === "0.00" ? `最多 ${yuan(high)}` : `${yuan(low)} 到 ${yuan(high)}`;
}

/** The headline, the table of payers and every card say what the core answered, and what somebody else must pay. */
async function assertAllShown(resident, mustPay) {
  const answer = await resident.answer();
  assert.equal(answer.outcome, "estimate");
  const { totals, funds } = answer;
  const headline = (await resident.headline()) + (await resident.page.locator(".remarks").allInnerTexts()).join(" ");
  const amount = totals.billed === "0.00" ? totals.allowances : totals.paid;
  for (const end of [amount.low, amount.high, amount.likely]) {
    if (end !== null && end !== "0.00") assert.ok(headline.includes(yuan(end)), `${end} in “${headline}”`);
  }
  if (totals.billed !== "0.00") {
    const payers = await resident.payers();
    assert.ok(payers["您自己"].startsWith(shown(totals.out_of_pocket)), payers["您自己"]);
    const { "其中该由别人赔的": liable, ...others } = payers;
    assert.equal(Object.keys(others).length, funds.filter(({ paid }) => paid.high !== "0.00").length + 1);
    if (mustPay) assert.equal(liable, yuan(mustPay));
  }
  for (const { id, paid } of answer.programmes.filter(({ paid: { high } }) => high !== "0.00")) {
    const card = resident.page.locator(`[id="programme-${id.replace(/[^\w-]/g, "-")}"] .what`);
    assert.ok((await card.innerText()).startsWith(shown(paid)), `${id}: ${await card.innerText()}`);
  }
  return answer;
}

const inScope = async (bill) => {
  await bill.type("全自费金额", "0");
  await bill.type("乙类先行自付金额", "0");
};

test("Zoucheng: a six-year-old with autism, 3,000 a month in rehabilitation", async () => {
  const parent = await begin("孩子生病", "山东省 邹城市", noHardship());
  await parent.date("出生日期", "2019-03-01");
  await parent.choose("参加的是哪种医保", "居民医保");
  for (const [n, date] of [[1, "2025-04-30"], [2, "2025-05-30"]]) {
    if (n > 1) await parent.addBill();
    await parent.bill(n).fillBill({ service: "康复门诊", date, total: "3000元" });
    await inScope(parent.bill(n));
  }
  await parent.listQuestions();
  await parent.tick("有没有这些病或残疾", "孤独症");
  const { totals, programmes } = await assertAllShown(parent);
  const { paid } = programmes.find(({ id }) => id === "370883/child-rehabilitation");
  assert.deepEqual([paid.low, paid.high], ["4200.00", "4200.00"]);
  // What the national frame may add has no published amounts.
  assert.deepEqual([totals.paid.low, totals.out_of_pocket.high], ["4200.00", "1800.00"]);
});

test("Laoshan: a pensioner with hypertension", async () => {
  const pensioner = await begin("长期吃药", "山东省 青岛市崂山区");
  const bill = pensioner.bill(1);
  const kinds = bill.part.getByRole("group", { name: "看病的方式" }).getByRole("radio", { checked: true });
  assert.equal(await kinds.count(), 0, "two kinds have rules here, so none is chosen for anybody");
  await bill.choose("看病的方式", "普通门诊");
  await pensioner.choose("参加的是哪种医保", "职工医保");
  await pensioner.tick("有没有这些病或残疾", "高血压");
  await bill.date("日期", "2025-05-06");
  await bill.type("总费用", "６００");
  await inScope(bill);
  await bill.choose("医院的级别", "社区医院");
  await pensioner.listQuestions();
  await pensioner.choose("是不是退休人员", "是");
  await pensioner.tick("是不是民政等部门认定的困难群众", "都不是");
  const { totals } = await assertAllShown(pensioner);
  assert.equal(totals.paid.likely, "510.00", "80 % and 5 more for the retired, nothing deducted at this level");
});

test("Chengde: a family on low income with a bill of 300,000", async () => {
  const family = await begin("家里困难", "承德市");
  await family.choose("参加的是哪种医保", "居民医保");
  await family.tick("是不是民政等部门认定的困难群众", "低收入或低保边缘家庭");
  const bill = family.bill(1);
  assert.ok(await bill.part.getByRole("radio", { name: /^住院/ }).isChecked());
  await bill.date("日期", "2025-05-20");
  await bill.type("总费用", "30万");
  await inScope(bill);
  await bill.choose("医院的级别", "三级医院");
  await family.listQuestions();
  await family.date("出生日期", "1985-01-01");
  await family.choose("有没有得重病", "是");
  await family.choose("有没有认定为重特大疾病救助对象", "是");
  await family.type("居民医保连续交了几年", "5");
  const { totals } = await assertAllShown(family);
  assert.ok(totals.paid.likely !== null && totals.paid.low !== totals.paid.high);
  assert.match(await family.page.locator(".remarks").first().innerText(), /不管还没确定的是哪种情况/);
});

test("Hekou: a son caring for his paralysed father of 89", async () => {
  const son = await begin("家人需要长期照护", "山东省 东营市河口区");
  await son.choose("参加的是哪种医保", "居民医保");
  await son.choose(/失能评定是重度几级/, "重度三级");
  const care = son.bill(1);
  await care.fillBill({ service: "居家护理", date: "2025-03-01" });
  await care.type("护理了几个月", "3个月");
  const { totals } = await assertAllShown(son, "30000.00");
  assert.equal(totals.allowances.likely, "2508.00", "836 a month");
  const doubt = son.page.getByRole("region", { name: "规定可以有两种理解" });
  await doubt.getByText("¥2,058.00").or(doubt.getByRole("button")).first().waitFor();
  if (await doubt.getByRole("button").count() > 0) await doubt.getByRole("button").click();
  assert.match(await doubt.getByText("¥2,058.00").innerText(), /¥2,508\.00/);
});

test("Zoucheng: parents of a baby of 85 days, who is not enrolled", async () => {
  const parents = await begin("家里添了宝宝", "山东省 邹城市");
  await parents.date("出生日期", "2025-03-16");
  await parents.tick("哪天办好参保并交了费", "还没有办");
  const { programmes } = await parents.answer();
  const cover = programmes.find(({ id }) => id === "370000/newborn-cover");
  assert.deepEqual([cover.verdict, cover.last_day, cover.days_left], ["undetermined", "2025-09-16", 99]);
  assert.match(await parents.page.getByRole("region", { name: "别错过的日期" }).innerText(), /2025年9月16日.*还有 99 天/s);
  const count = (verdict) => programmes.filter((entry) => entry.verdict === verdict).length;
  assert.match(await parents.headline(), new RegExp(`${count("undetermined")} 项`));
  assert.equal(await parents.page.getByRole("region", { name: "第 1 笔费用" }).count(), 0, "no bill is asked for");
  await parents.part.getByRole("button", { name: "填一笔费用" }).click();
  assert.ok(await parents.bill(1).part.getByRole("radio", { name: /^住院/ }).isChecked());
});

test("Qingdao: an employee in a level-3 hospital, after an earlier stay in the year", async () => {
  const employee = await begin("住院", "山东省 青岛市崂山区", noHardship());
  await employee.choose("参加的是哪种医保", "职工医保");
  const bill = employee.bill(1);
  await bill.date("日期", "2025-03-01");
  await bill.type("总费用", "¥50,000");
  await inScope(bill);
  await bill.choose("医院的级别", "三级医院");
  await employee.listQuestions();
  await employee.choose("是不是退休人员", "否");
  assert.equal((await assertAllShown(employee)).totals.paid.high, "43212.00");
  await employee.part.getByRole("radio", { name: "有", exact: true }).check();
  await employee.settled();
  await employee.type(/此前住过几次院/, "1");
  const { totals } = await assertAllShown(employee);
  assert.equal(totals.paid.high, "43556.00", "the second stay's deductible is half: 400 more at 86 %");
  const check = employee.page.locator("#check-answers");
  await check.locator("summary").click();
  await check.getByRole("link", { name: /^更改.*此前住过几次院/ }).click();
  assert.equal(await employee.page.evaluate(() => document.activeElement.value), "1");
});

/** An employee of Qingdao in a level-3 hospital in May 2025; everything is in scope. */
async function levelThreeStay(total, retired) {
  const resident = await begin("住院", "山东省 青岛市崂山区", noHardship());
  await resident.choose("参加的是哪种医保", "职工医保");
  const bill = resident.bill(1);
  await bill.date("日期", "2025-05-01");
  await bill.type("总费用", total);
  await inScope(bill);
  await bill.choose("医院的级别", "三级医院");
  await resident.listQuestions();
  await resident.choose("是不是退休人员", retired ? "是" : "否");
  await bill.part.getByText("还有别的情况").click();
  return { resident, bill };
}

test("Qingdao: a son whose father, a pensioner, was hit by a driver who must pay 30,000 of 50,000", async () => {
  const { resident: son, bill } = await levelThreeStay("50000", true);
  await bill.choose("有没有别人该赔", "是");
  await bill.type(/该由别人赔|别人该赔/, "30000");
  const { totals } = await assertAllShown(son, "30000.00");
  assert.deepEqual([totals.paid.low, totals.paid.high], ["17856.00", "17856.00"], "(50,000 − 30,000 − 800) × 0.93");
});

test("Qingdao: a worker is treated in another province without filing, and sees what filing would have saved", async () => {
  const { resident: worker, bill } = await levelThreeStay("20000", false);
  await bill.part.locator("[data-field='e1/out_of_area'] input[value=temporary]").check();
  const { totals } = await assertAllShown(worker);
  assert.deepEqual([totals.paid.low, totals.paid.high], ["12672.00", "12672.00"], "(20,000 − 800) × (0.86 − 0.20)");
  const fold = worker.page.locator("details").filter({ hasText: "换一种做法，差多少" });
  if ((await fold.count()) > 0) await fold.locator("summary").click();
  const filed = worker.page.locator(".prices").getByText(/已办异地长期备案/);
  await filed.waitFor();
  assert.match(await filed.innerText(), /3,840/, "(20,000 − 800) × 0.20");
});

/** Runs in the page: says “I don’t know” to all of these questions at once; how many of them take it. */
function answerNothing(questions) {
  const ways = questions.flatMap((question) => [...question.querySelectorAll("label")].filter(({ textContent }) => textContent.trim() === "不知道"));
  for (const { control } of ways) control.click();
  return ways.length;
}

test("Zoucheng: someone who answers “I don’t know” to everything", async () => {
  const resident = await begin("住院", "山东省 邹城市");
  await resident.bill(1).date("日期", "2025-05-01");
  await resident.bill(1).type("总费用", "20000");
  await resident.listQuestions();
  await resident.openAll(resident.part); // what is seldom so is folded
  for (let answered = -1; answered !== 0;) {
    await resident.settled();
    answered = await resident.part.locator(".question:not(:has(input:checked))").evaluateAll(answerNothing);
  }
  const { totals, questions } = await assertAllShown(resident);
  assert.deepEqual(questions.filter(({ kind }) => kind === "fact"), []);
  assert.equal(totals.paid.low, "0.00");
  assert.match(await resident.page.locator(".remarks").first().innerText(), /不管还没确定的是哪种情况/);
});

test("What would have to be different, and when the total is lowest and highest: as the core says", async () => {
  const request = {
    region: "370212", asked_on: "2025-06-09", facts: { scheme: "resident", disability_grade: 2, severe_dementia: false, birth_date: "1940-01-01" },
    expenses: [{ id: "e1", service: "home_care", date: "2025-03-10", total: "2000", facts: { self_paid: "0", advance: "0", months: 1 } }],
  };
  const child = await begin("家人需要长期照护", "山东省 青岛市崂山区");
  await child.choose("参加的是哪种医保", "居民医保");
  await child.choose(/失能评估/, /^2 级/);
  await child.bill(1).fillBill({ service: "居家护理", date: "2025-03-10", total: "2000" });
  await inScope(child.bill(1));
  await child.listQuestions();
  await child.date("出生日期", "1940-01-01");
  await child.choose("有没有评为重度失智", "否");
  assert.equal((await child.answer()).totals.paid.high, "0.00");
  const [way] = core.alternatives(request).programmes.find(({ id }) => id === "370200/long-term-care").ways;
  assert.equal(way.actionable, true);
  await child.openFold();
  const card = child.page.getByRole("article", { name: "长期护理保险", exact: true });
  assert.match(await card.innerText(), /^长期护理保险\s+没有满足：失能等级3、4、5级，或者重度失智$/, "its name and why, no more");
  await card.getByRole("heading", { name: "长期护理保险" }).click();
  await card.getByText("可以去办").first().waitFor();
  const text = await card.innerText();
  assert.match(text, /您的回答.*怎样才会适用.*规定怎么说.*出处/s);
  assert.match(text, /申请评估：失能评估是几级（国家标准）：3 级，重度失能一级 或以上/);
  assert.ok(text.includes(`一共能报：${shown(way.paid)}`), text);

  await child.choose(/失能评估/, /^4 级/);
  await child.settled();
  const range = child.page.locator("details", { hasText: "什么情况下最少" });
  await range.locator("summary").click();
  await range.getByText(/^最多 ¥/).waitFor();
  const { low, high } = core.extremes({ ...request, facts: { ...request.facts, disability_grade: 4 } });
  const said = await range.innerText();
  assert.ok(said.includes(`最少 ${yuan(low.amount)}`) && said.includes(`最多 ${yuan(high.amount)}`), said);
  assert.match(said, /居民医保按哪一档交的费：二档.*居民医保按哪一档交的费：一档/s);
});
