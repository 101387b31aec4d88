// The form as such: mistakes are named where they were made, everything works by keyboard, nothing leaves the browser.
// access.test.mjs looks at it in every state.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openPage } from "./resident.mjs";
import { violations } from "./support/axe.mjs";
import { openBrowser } from "./support/browser.mjs";
import { serveDist } from "./support/serve.mjs";

let site;
before(async () => { site = await openPage(); });
after(() => site.close());

test("A bad amount and a day that does not exist are named at their fields, and in a summary that takes the focus", async () => {
  const resident = await site.visit({ region: "370883" });
  const bill = resident.bill(1);
  await bill.fillBill({ service: "住院", date: "2025-02-30", total: "一千二" });
  await resident.settled();
  const total = bill.part.getByRole("textbox", { name: "总费用" });
  assert.equal(await total.getAttribute("aria-invalid"), "true");
  assert.match(await describedBy(total), /请填金额/);
  assert.match(await describedBy(bill.part.getByRole("textbox", { name: "年" })), /真实存在的日期/);
  assert.equal(await total.inputValue(), "一千二", "what was typed stays as it was typed");
  await resident.seeResult();
  const summary = resident.page.getByRole("alert");
  assert.ok(await summary.evaluate((element) => element === document.activeElement));
  assert.equal(await summary.getByRole("link").count(), 2);
  await summary.getByRole("link", { name: /总费用/ }).click();
  assert.ok(await total.evaluate((element) => element === document.activeElement));
  await bill.type("总费用", "1200");
  await bill.date("日期", "2025-02-28");
  assert.equal((await resident.answer()).outcome, "estimate");
  assert.equal(await summary.count(), 0);
});

test("An amount is enough: day and kind of care are taken for granted, said so, and changed where that is said", async () => {
  const resident = await site.visit({ region: "370883", situation: "chronic" });
  await resident.bill(1).type("总费用", "1200");
  await resident.settled();
  await resident.seeResult();
  assert.equal((await resident.answer()).outcome, "estimate");
  const { expenses } = await resident.page.evaluate(() => document.querySelector("yibao-estimator").visit.request);
  assert.deepEqual(expenses, [{ id: "e1", service: "outpatient", date: "2025-06-09", total: "1200" }]);
  const chips = resident.page.locator(".assumed");
  await chips.getByRole("button", { name: "日期：2025年6月9日" }).waitFor();
  await chips.getByRole("button", { name: "看病的方式：普通门诊" }).click();
  await chips.getByRole("radio", { name: /^住院/ }).check();
  await resident.settled();
  await chips.getByRole("button", { name: "看病的方式：住院" }).click();
  await resident.settled();
  assert.equal(await chips.getByRole("button", { name: /看病的方式/ }).count(), 0, "once it is closed it is no assumption");
  assert.ok(await resident.bill(1).part.getByRole("radio", { name: /^住院/ }).isChecked());
});

test("A bill without an amount waits; it is no mistake", async () => {
  const resident = await site.visit({ region: "370883" });
  await resident.bill(1).choose("看病的方式", "住院");
  await resident.settled();
  await resident.seeResult();
  assert.equal((await resident.answer()).outcome, "estimate");
  assert.match(await resident.page.locator(".expense").innerText(), /填上总费用，就开始算这一笔/);
});

test("More outside the scope than the bill is named at the amount", async () => {
  const resident = await site.visit({ region: "370883" });
  const bill = resident.bill(1);
  await bill.fillBill({ service: "住院", date: "2025-02-28", total: "1000" });
  await bill.type("全自费金额", "2000");
  await resident.settled();
  assert.match(await describedBy(bill.part.getByRole("textbox", { name: "全自费金额" })), /超过了总费用/);
});

test("An answer that is changed leaves the others; one that is taken back is asked again", async () => {
  const resident = await site.visit({ region: "370883" });
  await resident.choose("参加的是哪种医保", "居民医保");
  const bill = resident.bill(1);
  await bill.fillBill({ service: "住院", date: "2025-02-28", total: "1000" });
  await bill.type("全自费金额", "100");
  await resident.settled();
  await bill.choose("看病的方式", "意外伤害门诊");
  assert.equal(await bill.part.getByRole("textbox", { name: "全自费金额" }).inputValue(), "100");
  await resident.region("承德市");
  assert.ok(await resident.part.getByRole("radio", { name: "居民医保" }).isChecked());
});

test("“I don’t know” is an answer: the question is not asked again, and the amount stays a range", async () => {
  const resident = await site.visit({ region: "370212" });
  await resident.choose("参加的是哪种医保", "居民医保");
  const bill = resident.bill(1);
  await bill.fillBill({ service: "住院", date: "2025-02-28", total: "1000" });
  await bill.choose("医院的级别", "不知道");
  const { questions, programmes } = await resident.answer();
  assert.ok(!questions.some(({ unknown }) => unknown === "e1/facility_level"));
  assert.ok(programmes.some(({ missing }) => missing.includes("e1/facility_level")));
});

test("By keyboard alone: from the first field to the result and into its working", async () => {
  const { page } = await site.visit({ region: "370212", lang: "en" });
  const press = async (...keys) => { for (const key of keys) await page.keyboard.press(key); };
  const tabTo = async (reached) => {
    for (let i = 0; i < 80; i += 1) {
      await press("Tab");
      if (await page.evaluate(reached)) return;
    }
    assert.fail(`the keyboard never reached ${reached}`);
  };
  await tabTo(() => document.activeElement.id === "form-birth_date");
  await page.keyboard.type("1980");
  await press("Tab");
  await page.keyboard.type("5");
  await press("Tab");
  await page.keyboard.type("1");
  await tabTo(() => document.activeElement.name === "form-scheme");
  await press("ArrowDown", "ArrowUp", "ArrowDown");
  await tabTo(() => document.activeElement.name === "form-e1-service");
  await press("ArrowDown");
  await tabTo(() => document.activeElement.id === "form-e1-date");
  for (const part of ["2025", "6", "1"]) { await page.keyboard.type(part); await press("Tab"); }
  await page.keyboard.type("900");
  await tabTo(() => document.activeElement.matches("button.primary"));
  await press("Enter");
  await page.waitForFunction(() => document.activeElement.id === "headline");
  assert.match(await page.locator("#headline").innerText(), /¥\d/);
  await tabTo(() => document.activeElement.matches(".answer summary"));
  await press("Enter");
  assert.ok(await page.evaluate(() => document.activeElement.parentElement.open));
});

test("The result is announced once, after a pause", async () => {
  const resident = await site.visit({ region: "370212" });
  await resident.choose("参加的是哪种医保", "居民医保");
  await resident.bill(1).fillBill({ service: "普通门诊", date: "2025-05-01", total: "900" });
  const output = resident.page.getByRole("status");
  // On a slow machine there is a pause before the bill, too: then what is known so far was said first.
  await resident.page.waitForFunction(() => document.querySelector("output").textContent.includes("¥"));
  assert.equal((await output.textContent()).replace(/\s/g, ""), (await resident.headline()).replace(/\s/g, ""));
});

test("Check your answers: each with a way to its field; all removed at once, and brought back", async () => {
  const resident = await site.visit({ region: "370212" });
  await resident.choose("参加的是哪种医保", "职工医保");
  await resident.bill(1).fillBill({ service: "住院", date: "2025-02-28", total: "1万5千" });
  await resident.settled();
  await resident.page.getByRole("button", { name: "核对回答" }).click();
  const check = resident.page.locator("#check-answers");
  const rows = () => check.locator(".row").evaluateAll((all) => all.map((row) => [...row.children].slice(0, 2).map((cell) => cell.textContent.trim())));
  assert.deepEqual(await rows(), [["参加的是哪种医保", "职工医保"], ["看病的方式", "住院"], ["日期", "2025年2月28日"], ["总费用", "¥15,000.00"]]);
  await check.getByRole("link", { name: /^更改\s*总费用$/ }).click();
  assert.equal(await resident.page.evaluate(() => document.activeElement.id), "form-e1-total");
  await resident.choose("参加的是哪种医保", "居民医保");
  await resident.settled();
  assert.equal((await rows())[0][1], "居民医保");
  await check.getByRole("button", { name: /全部清空/ }).click();
  await resident.settled();
  assert.equal(await check.count(), 0);
  const undo = resident.page.getByRole("button", { name: "恢复刚才填的" });
  assert.ok(await undo.evaluate((button) => button === document.activeElement));
  await undo.click();
  await resident.settled();
  assert.equal(await resident.bill(1).part.getByRole("textbox", { name: "总费用" }).inputValue(), "15,000");
});

test("Nothing leaves the page", async () => {
  const resident = await site.visit({ region: "370883" });
  const asked = [];
  resident.page.on("request", (request) => asked.push(request.url())); // the worker that keeps a copy asks for itself
  await resident.date("出生日期", "2015-05-01");
  await resident.choose("参加的是哪种医保", "居民医保");
  await resident.bill(1).fillBill({ service: "住院", date: "2025-02-28", total: "20000" });
  await resident.seeResult();
  assert.deepEqual(asked, [], "a request was made while the form was used");
  assert.ok(site.requests.every((address) => address.startsWith(site.server.address)), site.requests.join("\n"));
});

async function describedBy(field) {
  return field.evaluate((element) => {
    const ids = (element.getAttribute("aria-describedby") ?? "").split(" ").filter(Boolean);
    return ids.map((id) => document.getElementById(id)?.textContent ?? "").join(" ");
  });
}

test("An answer given beside a benefit may move it: the keyboard goes with it", async () => {
  const resident = await site.visit({ region: "370883" });
  await resident.date("出生日期", "2025-04-10");
  const card = resident.page.getByRole("article", { name: "新生儿从出生起享受医保" });
  assert.equal(await resident.groupOf("新生儿从出生起享受医保"), "可能适用");
  await card.getByText("在这里回答").click();
  const date = card.getByRole("group", { name: "哪天办好参保并交了费" });
  for (const [part, text] of [["年", "2025"], ["月", "6"], ["日", "1"]]) await date.getByRole("textbox", { name: part }).fill(text);
  await date.getByRole("textbox", { name: "日" }).press("Enter");
  assert.equal(await resident.groupOf("新生儿从出生起享受医保"), "适用");
  assert.equal(await resident.page.evaluate(() => document.activeElement.innerText), "新生儿从出生起享受医保");
  const answered = resident.part.getByRole("group", { name: "哪天办好参保并交了费" });
  assert.equal(await answered.getByRole("textbox", { name: "年" }).inputValue(), "2025", "the answer can be changed in the form");
});

test("Where the core cannot start, the page says so and where to turn", async () => {
  const strict = await serveDist(() => ({ "content-security-policy": "script-src 'self'" }));
  const page = await site.browser.context.newPage();
  try {
    await page.goto(strict.address);
    const state = page.getByRole("alert");
    await state.waitFor();
    assert.match(await state.innerText(), /计算程序没能启动.*12393/s);
    assert.deepEqual(await violations(page), []);
  } finally {
    await page.close();
    await strict.close();
  }
});

test("Without scripts, the page says what it needs and where to turn", async () => {
  const browser = await openBrowser("chromium", { javaScriptEnabled: false });
  try {
    await browser.open(site.server.address);
    assert.match(await browser.page.locator("main").innerText(), /需要打开 JavaScript.*12393.*needs JavaScript/s);
  } finally {
    await browser.close();
  }
});
