// One question a screen: the default on a phone, in large text and in a narrow frame. The same answers as the long form,
// the browser's back button goes one question back, and a frame stays low while it asks.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { drawn, openPage } from "./resident.mjs";
import { violations } from "./support/axe.mjs";
import { serveHosts } from "./support/hosts.mjs";

/** Higher than one phone and a half no frame may be while it asks. */
const HIGHEST = 1.5 * 740;

let site;
before(async () => { site = await openPage({ width: 360, height: 740 }); });
after(() => site.close());

/** As a resident comes: nobody says which mode. */
const open = async (settings) => (await site.visit({ ...settings, mode: "" })).page;
const press = async (page, button) => { await button.click(); await drawn(page); };
const next = (page) => press(page, page.getByRole("button", { name: /^(下一题|Next)$/ }));
/** Passes over questions until `end` is shown. */
async function skipUntil(place, end, before = async () => undefined) {
  for (let i = 0; i < 30 && await place.locator(end).count() === 0; i += 1) {
    await before();
    await press(place, place.locator(".guide-acts .secondary"));
  }
}
const title = (page) => page.locator(".guide > .question > :is(legend, .label)").innerText();
const bar = async (page) => (await page.locator(".foot-bar p").innerText()).replace(/\s+/g, " ");
const answer = (page) => page.evaluate(() => JSON.parse(window.answers.at(-1)));

/** What happened, where, which insurance, how much. */
async function fourAnswers(page, region = "青岛") {
  await page.getByRole("button", { name: /^住院/ }).click();
  await page.getByRole("combobox").fill(region);
  // The list of all places may still be on its way: not whatever stands first, but what was typed.
  await page.getByRole("listbox").getByRole("option").filter({ hasText: region }).first().click();
  await next(page);
  await page.getByRole("radio", { name: /职工医保/ }).check();
  await next(page);
  await page.getByRole("textbox", { name: "总费用" }).fill("300000");
  await next(page);
}

test("four answers give a usual amount in the bar; then the answers are checked, one is changed, then comes the answer", async () => {
  const page = await open({});
  await fourAnswers(page);
  await page.waitForFunction(() => /大约能报/.test(document.querySelector(".foot-bar")?.innerText));
  assert.match(await bar(page), /大约能报 ¥[\d,]+–¥[\d,]+/);
  await skipUntil(page, ".guide dl");
  assert.match(await page.locator("#guide-title").innerText(), /核对您的回答/);
  assert.match(await page.locator(".guide dl").first().innerText(), /职工医保/);
  await page.getByRole("link", { name: /更改\s*参加的是哪种医保/ }).click();
  await page.getByRole("radio", { name: /居民医保/ }).check();
  await next(page);
  assert.match(await page.locator("#guide-title").innerText(), /核对您的回答/, "whoever came from the list is led back to it");
  assert.match(await page.locator(".guide dl").first().innerText(), /居民医保/);
  await press(page, page.locator(".guide-acts .primary"));
  assert.match(await page.locator("#headline").innerText(), /大约能报销/);
  assert.ok(await page.evaluate(() => document.activeElement.id === "headline"));
});

test("where a city is silent, what narrows the usual amount is asked first, and the question says by how much", async () => {
  const page = await open({});
  await fourAnswers(page, "南京");
  assert.match(await title(page), /全自费金额/);
  assert.equal(await page.getByRole("textbox", { name: "全自费金额" }).inputValue(), "", "nothing is left of the amount before");
  assert.match(await page.locator(".guide > .question").innerText(), /全自费和先行自付这两题都答了，“大约能报”的范围一般能缩小 ¥[\d,]+\.00/);
  await press(page, page.locator(".guide-acts .secondary"));
  assert.match(await title(page), /医院的级别/, "the other part alone narrows nothing");
  assert.match(await page.locator(".guide > .question").innerText(), /答了这题，“大约能报”的范围一般能缩小/);
});

test("the first screen of the answer holds the sentence, the bar, and what to do next", async () => {
  const page = await open({});
  await fourAnswers(page);
  await press(page, page.getByRole("button", { name: "看结果" }));
  await page.locator(".glance").waitFor();
  const ends = await page.evaluate(() => [".headline", ".bar", ".glance"].map((one) => document.querySelector(one).getBoundingClientRect().bottom));
  assert.ok(ends.every((end) => end > 0 && end <= 740), ends.join());
});

test("back is one question back, forward again; what was answered and what was being typed stays", async () => {
  const page = await open({});
  await fourAnswers(page);
  await page.goBack();
  assert.equal(await page.getByRole("textbox", { name: "总费用" }).inputValue(), "300,000");
  await page.getByRole("textbox", { name: "总费用" }).fill("250000");
  await page.goBack();
  assert.ok(await page.getByRole("radio", { name: /职工医保/ }).isChecked());
  await page.goForward();
  assert.equal(await page.getByRole("textbox", { name: "总费用" }).inputValue(), "250,000");
  await page.getByRole("button", { name: "上一题" }).click();
  await page.getByRole("radio", { name: /职工医保/ }).waitFor();
  await page.getByRole("radio", { name: /居民医保/ }).check();
  await next(page);
  await page.waitForFunction(() => JSON.parse(window.answers.at(-1)).totals.billed === "250000.00");
});

test("the long form is one tap away, has the same answers, and back leads to the question again", async () => {
  const page = await open({});
  await fourAnswers(page);
  const asked = await title(page);
  await press(page, page.getByRole("button", { name: "全部问题放在一页里填" }));
  assert.equal(await page.getByRole("textbox", { name: "总费用" }).inputValue(), "300,000");
  assert.ok(await page.getByRole("radio", { name: /职工医保/ }).isChecked());
  await page.getByRole("textbox", { name: "总费用" }).fill("200000");
  await page.getByRole("textbox", { name: "总费用" }).blur();
  await page.goBack();
  assert.equal(await title(page), asked);
  await page.waitForFunction(() => JSON.parse(window.answers.at(-1)).totals.billed === "200000.00");
});

test("a mistake holds the question; passing it over takes the mistake away", async () => {
  const page = await open({});
  await fourAnswers(page);
  await page.goBack();
  await page.getByRole("textbox", { name: "总费用" }).fill("三十万块");
  await next(page);
  assert.equal(await title(page), "总费用");
  assert.match(await page.locator(".error").innerText(), /请填金额/);
  await page.getByRole("button", { name: "先跳过" }).click();
  await page.waitForFunction(() => document.querySelector("#form-e1-total") === null);
  assert.equal((await answer(page)).outcome, "estimate");
});

test("“I don’t know” and “back” stand on every screen, and no screen has a fault for axe", async () => {
  for (const settings of [{ lang: "zh-CN", elder: "1" }, { lang: "en" }]) {
    const page = await open(settings);
    assert.deepEqual(await violations(page), []);
    await page.locator("button.situation").nth(3).click();
    await page.getByRole("combobox").fill("qingdao");
    await page.getByRole("listbox").getByRole("option").first().waitFor();
    assert.deepEqual(await violations(page), []);
    await page.getByRole("listbox").getByRole("option").first().click();
    await page.locator(".foot-bar").waitFor();
    await skipUntil(page, ".guide dl, .answer", async () => {
      assert.match(await page.locator(".guide-acts .secondary").innerText(), /不知道|先跳过|I don’t know|Skip this/);
      assert.equal(await page.getByRole("button", { name: /上一题|Back/ }).count(), 1);
      assert.deepEqual(await violations(page), []);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(wide <= 360, `${await title(page)} is ${wide} wide`);
    });
  }
});

test("large text is guided on a desk, too; the host or the resident may say otherwise", async () => {
  const wide = await openPage({ width: 1280, height: 900 });
  try {
    const guided = (page) => page.locator(".guide").count();
    assert.equal(await guided((await wide.visit({ mode: "" })).page), 0);
    assert.equal(await guided((await wide.visit({ mode: "", elder: "1" })).page), 1);
    assert.equal(await guided((await wide.visit({ mode: "form", elder: "1" })).page), 0);
    const { page } = await wide.visit({ mode: "" });
    await press(page, page.getByRole("button", { name: "一次只看一题" }));
    assert.equal(await guided(page), 1);
  } finally {
    await wide.close();
  }
});

test("a link with answers opens at the answer; from there every answer can be changed", async () => {
  const request = { region: "370200", facts: { scheme: "employee" }, expenses: [{ id: "e1", service: "inpatient", date: "2025-05-01", total: "20000" }] };
  const page = await open({ answers: JSON.stringify(request) });
  await page.locator("#headline").waitFor();
  await press(page, page.getByRole("button", { name: "核对回答" }));
  assert.match(await page.locator(".guide dl").first().innerText(), /职工医保/);
});

test("in a narrow frame every question is lower than one phone and a half, also in large text", async () => {
  for (const elder of ["", ' data-elder="1"']) {
    const html = `<!doctype html><meta charset="utf-8"><body style="margin:0"><a href="#">link</a><script src="${site.server.address}embed.js"${elder}></script>`;
    const hosts = await serveHosts({ "/": { html } });
    const page = await site.browser.context.newPage();
    try {
      await page.goto(`${hosts.address}/`);
      const frame = page.frameLocator("iframe");
      const height = () => page.evaluate(() => document.querySelector("iframe").getBoundingClientRect().height);
      const isLow = async () => assert.ok(await height() <= HIGHEST, `${await height()} px: ${await frame.locator(".guide").innerText()}`);
      await frame.getByRole("button", { name: /^家里困难/ }).waitFor();
      await page.waitForFunction(() => document.querySelector("iframe").getBoundingClientRect().height > 100);
      await isLow();
      await frame.getByRole("button", { name: /^家里困难/ }).click();
      await frame.getByRole("combobox").fill("邹城");
      await frame.getByRole("listbox").getByRole("option").first().click();
      await frame.locator(".foot-bar").waitFor();
      await skipUntil(frame, ".guide dl, .answer", isLow);
    } finally {
      await page.close();
      await hosts.close();
    }
  }
});

/** What is checked before the answer: each answer with its question. */
const checked = async (page) => (await page.locator(".guide").innerText()).replace(/\s+/g, " ");

/** A baby of eleven days, not enrolled yet. */
async function newborn(page) {
  await page.getByRole("button", { name: /^家里添了宝宝/ }).click();
  await page.getByRole("combobox").fill("zoucheng");
  await page.getByRole("listbox").getByRole("option").filter({ hasText: "邹城" }).click();
  await next(page);
  for (const [part, text] of [["年", "2025"], ["月", "5"], ["日", "29"]]) await page.getByRole("textbox", { name: part, exact: true }).fill(text);
  await next(page);
  await page.getByRole("checkbox", { name: "还没有办" }).check();
  await next(page);
}

test("a bill that is added when the answers are checked is asked for its amount, told apart from others, and can be removed", async () => {
  const page = await open({});
  await newborn(page);
  await press(page, page.getByRole("button", { name: "填一笔费用" }));
  assert.equal(await title(page), "看病的方式");
  await next(page);
  assert.equal(await title(page), "总费用");
  await page.getByRole("textbox", { name: "总费用" }).fill("45000");
  await next(page);
  await skipUntil(page, ".guide dl");
  assert.match(await checked(page), /第 1 笔费用.*¥45,000\.00/);
  await press(page, page.getByRole("button", { name: "再加一笔费用" }));
  await page.getByRole("radio", { name: /^住院/ }).check();
  await next(page);
  assert.equal(await title(page), "总费用");
  assert.match(await page.locator("#guide-title").innerText(), /第 2 笔费用/);
  await page.getByRole("textbox", { name: "总费用" }).fill("700");
  await next(page);
  await skipUntil(page, ".guide dl");
  await press(page, page.getByRole("button", { name: "删去第 1 笔" }));
  await page.waitForFunction(() => JSON.parse(window.answers.at(-1)).totals.billed === "700.00");
  assert.doesNotMatch(await checked(page), /45,000/);
});

test("whose birth date and insurance are meant is told; the place stands among the answers and can be changed", async () => {
  const page = await open({});
  await page.getByRole("button", { name: /^孩子生病/ }).click();
  await page.getByRole("combobox").fill("邹城");
  await page.getByRole("listbox").getByRole("option").first().click();
  await next(page);
  assert.match(await page.locator(".guide > .question").innerText(), /填孩子的，不是家长的/);
  await page.getByRole("radio", { name: /居民医保/ }).check();
  await skipUntil(page, ".guide dl");
  assert.match(await checked(page), /参保地 山东省 济宁市 邹城市/);
  await press(page, page.getByRole("link", { name: /更改\s*参保地/ }));
  await page.getByRole("combobox").fill("青岛");
  await page.getByRole("listbox").getByRole("option").filter({ hasText: "青岛市" }).first().click();
  await next(page);
  await page.locator(".guide dl").waitFor();
  assert.match(await checked(page), /参保地 山东省 青岛市/);
});

test("a last day is told with what is to be done by then, and what a bill gets if it is done today", async () => {
  const page = await open({});
  await newborn(page);
  await press(page, page.getByRole("button", { name: "看结果" }).first());
  const box = page.locator(".deadlines");
  assert.match(await box.innerText(), /最稳妥的是在出生后90天内办好参保登记并缴费.*最后一天是 2025年11月29日/);
  assert.doesNotMatch(await box.innerText(), /今天就办好/, "without a bill there is nothing to be paid");
  await page.goBack();
  await press(page, page.getByRole("button", { name: "填一笔费用" }));
  await next(page);
  await page.getByRole("textbox", { name: "总费用" }).fill("45000");
  await next(page);
  await page.getByRole("radio", { name: /居民医保/ }).check();
  await next(page);
  await press(page, page.getByRole("button", { name: "看结果" }));
  await page.waitForFunction(() => /今天就办好的话，大约能报销 ¥[\d,]+ 到 ¥[\d,]+/.test(document.querySelector(".glance")?.innerText));
});

test("care elsewhere and whatever else is seldom so can be said of a bill, and the amount follows", async () => {
  const page = await open({});
  await fourAnswers(page, "郸城");
  await skipUntil(page, ".guide dl");
  const before = (await answer(page)).totals.paid.typical;
  await press(page, page.getByRole("button", { name: /^还有别的情况/ }));
  assert.deepEqual(await violations(page), []);
  await page.getByRole("radio", { name: /^临时到外地看病/ }).check();
  await next(page);
  assert.match(await checked(page), /是不是在外地看的病 临时到外地看病/);
  const after = (await answer(page)).totals.paid.typical;
  assert.ok(Number(after.low) < Number(before.low) && Number(after.high) < Number(before.high));
});

test("where what is usual is one amount, the bar has one; of several bills, what is taken for granted says of which", async () => {
  const bill = (id, total) => ({ id, service: "outpatient", date: "2025-05-01", total, facts: { facility_level: "primary", village_clinic: true } });
  const request = { region: "130181", facts: { scheme: "resident", hardship: [] }, expenses: [bill("e1", "380"), bill("e2", "40")] };
  const page = await open({ answers: JSON.stringify(request) });
  await page.locator(".chips").first().waitFor();
  const chips = await page.locator(".chip").allInnerTexts();
  assert.ok(chips.some((text) => text.includes("（第 1 笔）")) && chips.some((text) => text.includes("（第 2 笔）")), chips.join("\n"));
  await press(page, page.getByRole("button", { name: "核对回答" }));
  const figure = await bar(page);
  const { typical } = (await answer(page)).totals.paid;
  assert.equal(typical.low, typical.high);
  assert.doesNotMatch(figure, /–/);
});
