// Faults that outsiders found, each as its whole kind. What stands here was wrong once.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openPage, yuan } from "./resident.mjs";
import { some } from "./support/deep.mjs";

let site;
before(async () => { site = await openPage(); });
after(() => site.close());

const request = {
  region: "370212",
  facts: { birth_date: "1980-01-01", scheme: "resident", resident_tier: "1", hardship: [] },
  expenses: [{ id: "e1", service: "inpatient", date: "2025-05-01", total: "20000", facts: { self_paid: "0", advance: "0", facility_level: "3", admission: 1 } }],
};
const answers = JSON.stringify(request);
const linkOf = (resident) => resident.page.evaluate(() => document.querySelector("yibao-estimator").visit.linkText);

async function filled(settings = {}) {
  const resident = await site.visit({ answers, ...settings });
  await resident.settled();
  return resident;
}

test("Every region that may be chosen can be drawn, in every situation", async () => {
  const resident = await site.visit({});
  const { page } = resident;
  const wide = await page.evaluate(() => document.querySelector("yibao-estimator").visit.regions.filter(({ coverage, code }) => coverage !== "national" || code === "000000").map(({ code }) => code));
  assert.ok(wide.includes("000000"));
  const situations = ["child", "newborn", "chronic", "hospital", "care", "hardship", "entitled", ""];
  for (const [i, code] of wide.entries()) {
    // All of them where there is the nation alone, which once stopped; elsewhere they take turns.
    for (const situation of code === "000000" ? situations : [situations[i % situations.length]]) {
      await page.evaluate(([code, situation]) => Object.assign(document.querySelector("yibao-estimator"), { region: code, situation }), [code, situation]);
      await page.waitForFunction((code) => document.querySelector("yibao-estimator").visit.description?.region.code === code, code);
      await resident.settled();
      assert.equal(await page.locator("#headline").count(), 1, `${code} ${situation}`);
      assert.equal(await page.locator("[role=alert]").count(), 0, `${code} ${situation}`);
    }
  }
});

test("A choice of which a place has none is said to have none", async () => {
  const resident = await filled();
  await resident.page.evaluate(() => {
    const page = document.querySelector("yibao-estimator");
    page.visit.description = { ...page.visit.description, services: page.visit.description.services.map((service) => ({ ...service, programmes: [] })) };
    page.requestUpdate();
  });
  await resident.bill(1).part.getByText("这里没有可以选的").waitFor();
});

test("Where the page cannot be drawn it says so, keeps the answers in sight, names 12393 and goes on", async () => {
  const resident = await filled();
  const { page } = resident;
  await page.evaluate(() => {
    const element = document.querySelector("yibao-estimator");
    element.visit.description = { ...element.visit.description, programmes: null };
    element.requestUpdate();
  });
  const alert = page.getByRole("alert");
  await alert.waitFor();
  assert.match(await alert.innerText(), /没能启动.*12393/s);
  assert.match(await page.locator(".kept").innerText(), /20,000/);
  await page.getByRole("button", { name: /换一个参保地/ }).click();
  await page.evaluate(() => Object.assign(document.querySelector("yibao-estimator"), { region: "370212" }));
  await resident.settled();
  assert.match(await resident.headline(), /¥/);
});

/** As browsers do it: every text is taken out, and an element put in its place. */
const translate = (page) => page.evaluate(() => {
  const walker = document.createTreeWalker(document.querySelector("yibao-estimator"), NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) if (walker.currentNode.data.trim() && !walker.currentNode.parentElement.closest("option, textarea")) texts.push(walker.currentNode);
  for (const text of texts) {
    const [outer, inner] = [document.createElement("font"), document.createElement("font")];
    inner.textContent = text.data.replace(/[\u4e00-\u9fff]+/g, "x");
    outer.append(inner);
    text.parentNode.insertBefore(outer, text);
    text.remove();
  }
  return texts.length;
});

test("A browser's own translation leaves every amount the computed one", async () => {
  const resident = await filled();
  const { page } = resident;
  assert.ok(await translate(page) > 50);
  let before = "";
  for (const total of ["30000", "41000", "30000", "2000"]) {
    await page.locator("#form-e1-total").fill(total);
    await page.locator("#form-e1-total").blur();
    await resident.settled();
    const { totals, funds } = await resident.answer();
    assert.equal(totals.billed, `${total}.00`);
    const basic = yuan(funds.find(({ fund }) => fund === "basic").paid.low);
    const shown = await page.locator(".payers").innerText();
    for (const amount of [basic, yuan(totals.billed)]) assert.ok(shown.includes(amount), `${total}: ${amount}`);
    assert.ok(before === "" || !shown.includes(before), "no old amount beside the new one");
    before = basic;
    const said = await page.evaluate(() => document.querySelector("#headline").textContent.match(/¥[\d,.]+/g));
    assert.ok(said.length >= 2 && said.length === new Set(said).size, "nor in the headline");
    await translate(page); // a translator goes on with what is new
  }
  await page.evaluate(() => Object.assign(document.querySelector("yibao-estimator"), { region: "130800" }));
  await page.waitForFunction(() => document.querySelector("yibao-estimator").visit.region === "130800");
  await resident.settled();
  assert.equal(await page.getByRole("alert").count(), 0);
});

test("What was translated and did not change stays translated", async () => {
  const resident = await filled();
  await translate(resident.page);
  await resident.page.locator("#form-e1-total").fill("30000");
  await resident.page.locator("#form-e1-total").blur();
  await resident.settled();
  assert.ok(await resident.page.locator("font font").count() > 50);
});

// As the address gives them on: as they are, encoded, in several lines. Of the reading, tests/node/link.test.mjs knows more.
const tails = ["。", ")", "），请看", "、", "，", " 然后选医院", "\n-- \n发自我的手机", "%E3%80%82", ".", "】", "\u200b"];

test("A link may stand in a sentence", async () => {
  const link = await linkOf(await filled());
  for (const tail of some(tails, 0, 6, 7)) {
    const page = await site.browser.context.newPage();
    await page.goto(`${site.server.address}#asked-on=2025-06-09&answers=${link}${tail}`);
    await page.waitForFunction(() => document.querySelector("#form-e1-total")?.value === "20,000");
    assert.equal(await page.locator(".restored").count(), 0, tail);
    await page.close();
  }
});

test("A region in an address may stand in a sentence", async () => {
  const page = await site.browser.context.newPage();
  await page.goto(`${site.server.address}#lang=en&region=370212）。`);
  await page.waitForFunction(() => document.querySelector("yibao-estimator").visit?.description?.region.code === "370212");
});

test("Characters that nobody sees are dropped from every kind of field", async () => {
  const unseen = "\u200b\u200e\u2060\u00ad\ufeff\u202a\u3164";
  const resident = await site.visit({ region: "370212" });
  await resident.choose("参加的是哪种医保", "居民医保");
  await resident.date("出生日期", `${unseen}１９８０-0${unseen}1-${unseen}01`);
  const bill = resident.bill(1);
  await bill.fillBill({ service: "住院", date: `2025${unseen}-${unseen}5-1`, total: `${unseen}２０，０００${unseen}` });
  await resident.settled();
  assert.equal((await resident.answer()).totals.billed, "20000.00");
  const sent = await resident.page.evaluate(() => document.querySelector("yibao-estimator").visit.request);
  assert.deepEqual([sent.facts.birth_date, sent.expenses[0].date], ["1980-01-01", "2025-05-01"]);
});

test("A bill of a day to come, and one before every rule on file, say so at the date", async () => {
  const resident = await filled();
  const bill = resident.bill(1);
  const said = () => bill.part.getByRole("group", { name: "日期" }).innerText();
  assert.doesNotMatch(await said(), /还没有到|都早/);
  await bill.date("日期", "2031-05-01");
  await resident.settled();
  assert.match(await said(), /还没有到/);
  await bill.date("日期", "1985-05-01");
  await resident.settled();
  assert.match(await said(), /都早/);
});

test("A year of two figures is named; a month may have its English name", async () => {
  const resident = await site.visit({ region: "370212", lang: "en" });
  const group = resident.part.getByRole("group", { name: "Date of birth" });
  const enter = async (...parts) => {
    for (const [i, part] of parts.entries()) await group.getByRole("textbox").nth(i).fill(part);
    await group.getByRole("textbox").nth(2).blur();
    await resident.settled();
  };
  await enter("80", "March", "1");
  assert.match(await group.innerText(), /four figures/);
  await enter("1980", "March", "1");
  assert.equal(await resident.page.evaluate(() => document.querySelector("yibao-estimator").visit.request.facts.birth_date), "1980-03-01");
});

test("Printed from the browser's menu, it is the receipt that is printed", async () => {
  const { page } = await filled();
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  await page.emulateMedia({ media: "print" });
  const receipt = page.locator(".receipt");
  await receipt.waitFor();
  assert.match(await receipt.innerText(), /您填的内容.*¥20,000\.00.*输入原文/s);
  assert.ok(!(await page.locator("#headline").isVisible()));
});

test("The title is in the page's language, also after it changes", async () => {
  for (const [path, zh, en] of [["", /看病能报多少/, /medical insurance/i], ["library.html", /医保/, /polic/i], ["configurator.html", /网站/, /site/i], ["check.html", /怎样确认/, /How to check/]]) {
    const page = await site.browser.context.newPage();
    await page.goto(`${site.server.address}${path}`);
    await page.waitForFunction((title) => new RegExp(title).test(document.title), zh.source);
    await page.goto("about:blank");
    await page.goto(`${site.server.address}${path}#${path === "check.html" ? "en" : "lang=en"}`);
    await page.waitForFunction((title) => new RegExp(title, "i").test(document.title), en.source).catch(async () => assert.fail(`${path}: ${await page.title()}`));
    await page.close();
  }
  const resident = await filled();
  await resident.page.getByRole("button", { name: "English" }).click();
  await resident.page.waitForFunction(() => /medical insurance/i.test(document.title));
});

test("What is removed stays removed after a reload; what is changed stays changed", async () => {
  const resident = await filled();
  const { page } = resident;
  const reloaded = async () => { await page.reload(); await page.locator("#form-region").waitFor(); };
  await resident.bill(1).type("总费用", "30000");
  await resident.settled();
  await reloaded();
  await page.waitForFunction(() => document.querySelector("#form-e1-total")?.value === "30,000");
  await page.locator("#check-answers summary").click();
  await page.getByRole("button", { name: "全部清空" }).click();
  await page.getByText("已经全部清空").waitFor();
  assert.ok(!page.url().includes("answers="));
  await reloaded();
  assert.doesNotMatch(await page.locator("form.ask").innerText(), /30,000/);
});

test("The same link opens again in the same tab after everything was removed", async () => {
  const resident = await filled();
  const { page } = resident;
  const link = await linkOf(resident);
  await page.locator("#check-answers summary").click();
  await page.getByRole("button", { name: "全部清空" }).click();
  await page.getByText("已经全部清空").waitFor();
  await page.evaluate((link) => { location.hash = `answers=${link}`; }, link);
  await page.waitForFunction(() => document.querySelector("#form-e1-total")?.value === "20,000");
});
