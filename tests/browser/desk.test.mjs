// The officer's desk: files in, problems at their place while typing, the resident's page beside, cases with a tick each,
// coverage, comparison, files out. Nothing leaves the browser.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { violations } from "./support/axe.mjs";
import { openBrowser } from "./support/browser.mjs";
import { serveSite } from "./support/hosts.mjs";

const shipped = (name) => readFileSync(new URL(`../../policies/370503-hekou/${name}.json`, import.meta.url), "utf8");
const file = (name, text) => ({ name, mimeType: "application/json", buffer: Buffer.from(text) });

let site;
let browser;
let page;
const asked = [];
before(async () => {
  site = await serveSite();
  browser = await openBrowser("chromium", { acceptDownloads: true });
  page = browser.page;
  page.on("request", (request) => asked.push(request));
});
after(() => Promise.all([browser?.close(), site?.close()]));

async function open(hash = "", files = [file("policy.json", shipped("policy")), file("cases.json", shipped("cases"))]) {
  await page.goto("about:blank");
  await page.goto(`${site.address}desk.html${hash}`);
  await page.locator("#policy-text .cm-content").waitFor();
  await page.locator("#open-files").setInputFiles(files);
}

const tab = (name) => page.getByRole("tab", { name, exact: true });

/** Selects a stretch of the text and types over it. */
async function rewrite(from, to) {
  await tab((await page.getAttribute("yibao-desk .yb", "lang")) === "en" ? "Rules" : "规定").click();
  await page.evaluate((from) => {
    const { policy } = document.querySelector("yibao-desk").editors;
    const start = policy.text.indexOf(from);
    if (start < 0) throw new Error(`${from} is not in the text`);
    policy.reveal(start, start + from.length);
  }, from);
  await page.keyboard.insertText(to);
}

test("a mistake is told at its line while it is typed, and a warning can be accepted with a reason", async () => {
  await open();
  await page.getByText("没有问题，也没有提醒。").waitFor();
  await rewrite('"fund": "long_term_care"', '"fund": "long_term_car"');
  await page.getByText(/1 个问题/).waitFor();
  await page.locator(".notices li.problem").filter({ hasText: "long_term_car" }).waitFor();
  await page.getByRole("button", { name: "改成 long_term_care" }).first().click();
  await page.getByText("没有问题，也没有提醒。").waitFor();
  await rewrite('"date": "20', '"old": false, "date": "2008", "place": "20');
  await page.locator(".notices li.warning").first().waitFor();
  await page.getByRole("button", { name: "接受，写明理由" }).first().click();
  await page.keyboard.insertText("核对过");
  await page.getByText("没有问题，也没有提醒。").waitFor();
  await page.getByRole("button", { name: "撤销" }).click();
});

test("every case has a tick, and what is missing and what was changed is told", async () => {
  await open();
  await tab("例子结果").click();
  await page.locator("#case-counts").filter({ hasText: /，0 个对不上/ }).waitFor();
  await rewrite('"748"', '"749"');
  await page.locator("#case-counts").filter({ hasNotText: /，0 个对不上/ }).waitFor();
  await page.locator(".notices li.fails").first().waitFor();
  await tab("还缺什么例子").click();
  await page.locator("#cover").click();
  await page.locator("table.covered").waitFor();
  await page.locator("#mutate").click();
  await page.locator("#mutated").waitFor();
  await tab("改了什么").click();
  await page.locator("#compare").click();
  await page.locator(".edits li").filter({ hasText: "748" }).waitFor();
  await page.locator("table.groups tbody tr").first().waitFor();
  await page.getByText("逐行对照").click();
  await page.locator(".texts .cm-mergeView").waitFor();
});

test("the resident's page stands beside the text and follows it", async () => {
  await open();
  await page.getByText("没有问题，也没有提醒。").waitFor();
  await tab("居民看到的").click();
  await page.locator("yibao-estimator .ask").waitFor();
  const answer = page.evaluate(() => new Promise((resolve) => {
    document.addEventListener("estimate", (event) => resolve(event.detail.policies[0].id), { once: true });
  }));
  await rewrite("河口区", "河口某区");
  assert.equal(await answer, "370503");
});

test("a form changes the text, and the text is saved as a file", async () => {
  await open();
  await page.getByText("没有问题，也没有提醒。").waitFor();
  await tab("表单").click();
  const number = page.locator('.form input[data-at*="/values/"]').first();
  const before = await number.inputValue();
  await number.fill("1234");
  await number.press("Tab");
  const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Control+s")]);
  const saved = readFileSync(await download.path(), "utf8");
  assert.equal(download.suggestedFilename(), "policy.json");
  assert.ok(saved.includes('"1234"') && before !== "1234");
  assert.equal(saved.replace('"1234"', `"${before}"`), shipped("policy"));
});

test("a new place is made like another, and a file in another encoding is named", async () => {
  await open("#lang=en");
  await page.getByText("A new place", { exact: true }).click();
  await page.locator(".new-form select").selectOption("370883");
  for (const [name, text] of [["code", "370882"], ["zh", "兖州"], ["en", "Yanzhou"]]) await page.locator(`[name=${name}]`).fill(text);
  await page.getByRole("button", { name: "Make it" }).click();
  await page.getByText("This text is still that of another place.").first().waitFor();
  await page.locator("#open-files").setInputFiles([{ ...file("policy.json", ""), buffer: Buffer.from([0xff, 0xfe, 0x7b, 0]) }]);
  await page.locator(".said").filter({ hasText: "UTF-16LE" }).waitFor();
});

const sheet = (name, buffer) => ({ name, mimeType: "application/octet-stream", buffer });

/** The workbook that the desk saves now. */
async function savedSheet() {
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator("#save-sheet").click()]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

test("rules and cases go out as a table and come back, and one step undoes it", async () => {
  await open();
  await page.getByText("没有问题，也没有提醒。").waitFor();
  const { name, bytes } = await savedSheet();
  assert.equal(name, "370503.xlsx");
  await page.locator("#open-sheet").setInputFiles([sheet(name, bytes)]);
  await page.locator(".said").filter({ hasText: "改了 0 处" }).waitFor();
  await rewrite('"748"', '"749"');
  const texts = () => page.evaluate(() => document.querySelector("yibao-desk").texts);
  const { policy } = await texts();
  await page.locator("#open-sheet").setInputFiles([sheet(name, bytes)]);
  await page.locator(".said").filter({ hasText: "改了 1 处" }).waitFor();
  assert.notEqual((await texts()).policy, policy);
  assert.deepEqual(JSON.parse((await texts()).policy), JSON.parse(shipped("policy")));
  await page.getByRole("button", { name: "撤销" }).click();
  assert.equal((await texts()).policy, policy);
});

test("a table that is not understood changes nothing and is told cell by cell", async () => {
  await open();
  await page.getByText("没有问题，也没有提醒。").waitFor();
  const { name, bytes } = await savedSheet();
  const own = JSON.parse(shipped("policy")).programmes[0];
  await rewrite(`"id": "${own.id}"`, `"id": "${own.id}-new"`);
  const { policy } = await page.evaluate(() => document.querySelector("yibao-desk").texts);
  await tab("居民看到的").click();
  await page.locator("#open-files").setInputFiles([sheet(name, bytes)]);
  await page.locator(".faults li").filter({ hasText: "数值" }).first().waitFor();
  await page.locator(".faults .cell b").first().waitFor();
  await page.locator("#faults-title:focus").waitFor();
  assert.equal((await page.evaluate(() => document.querySelector("yibao-desk").texts)).policy, policy);
  await page.locator("#open-sheet").setInputFiles([sheet("b.xlsx", Buffer.from("no workbook"))]);
  await page.locator(".faults li").filter({ hasText: "不是 .xlsx 表格" }).waitFor();
  assert.equal(await page.locator(".faults li").count(), 1);
});

test("the names that may be written are offered", async () => {
  await open();
  await rewrite('"kind": "allowance"', '"kind": ');
  await page.keyboard.insertText('"');
  await page.keyboard.press("Control+Space");
  await page.locator(".cm-tooltip-autocomplete").filter({ hasText: "reimbursement" }).waitFor();
});

test("a file of two megabytes is checked when typing pauses, not at every letter", async () => {
  const tree = JSON.parse(shipped("policy"));
  tree.notes = Array.from({ length: 11000 }, (_, i) => ({
    id: `n${i}`, words: { zh: `第${i}条说明，说明，说明，说明`, en: `Note number ${i}, which says what notes say, and at some length, so that the file grows` }, source: "HK",
  }));
  const text = JSON.stringify(tree, null, 1);
  assert.ok(text.length > 1_900_000, `${text.length}`);
  await open("", [file("policy.json", text)]);
  await page.getByText("没有问题，也没有提醒。").waitFor();
  const line = page.locator("#policy-text .cm-line").nth(3);
  await line.click();
  const isSame = await page.evaluate(async () => {
    const desk = document.querySelector("yibao-desk");
    window.checkedBefore = desk.checked;
    desk.querySelector("#policy-text").shadowRoot.querySelector(".cm-content").focus();
    for (let i = 0; i < 20; i += 1) document.execCommand("insertText", false, " ");
    // The editor hears of it once this script rests; the desk's own timer rings later than this one.
    await new Promise((resolve) => setTimeout(resolve));
    return desk.checked === window.checkedBefore;
  });
  assert.ok(isSame, "no letter waits for a check");
  await page.evaluate(() => new Promise((resolve) => {
    const look = () => (document.querySelector("yibao-desk").checked === window.checkedBefore ? setTimeout(look, 20) : resolve());
    look();
  }));
  assert.ok((await page.evaluate(() => document.querySelector("yibao-desk").texts.policy)).includes(" ".repeat(20)));
});

test("on a phone nothing is cut off: forms stand one below the other, panels are as long as what is in them", async () => {
  await page.setViewportSize({ width: 360, height: 740 });
  await open();
  await page.getByText("没有问题，也没有提醒。").waitFor();
  await tab("表单").click();
  await page.locator(".form .field").filter({ hasText: "居家护理" }).first().waitFor();
  const isCut = () => page.evaluate(() => [...document.querySelectorAll(".form, .form *, .panel, .panel *")]
    .filter((at) => at.scrollWidth > at.clientWidth + 1 && at.clientWidth > 0 && !/^(INPUT|SELECT|OPTION|SPAN)$/.test(at.tagName) && getComputedStyle(at).overflowX !== "visible")
    .map((at) => at.outerHTML.slice(0, 80)));
  assert.deepEqual(await isCut(), []);
  await tab("例子结果").click();
  await page.locator("#case-counts").waitFor();
  assert.deepEqual(await isCut(), []);
  // No scrolling within scrolling: the page alone moves.
  assert.ok(await page.evaluate(() => { const at = document.querySelector(".panel"); return at.scrollHeight <= at.clientHeight + 1; }));
  const low = await page.evaluate(() => [...document.querySelectorAll("yibao-desk :is(button, summary, label.button, input, select)")]
    .filter((at) => at.offsetHeight > 0 && !at.classList.contains("visually-hidden") && at.getBoundingClientRect().height < 40)
    .map((at) => at.outerHTML.slice(0, 80)));
  assert.deepEqual(low, []);
  await page.setViewportSize({ width: 1280, height: 900 });
});

test("tabs say how much waits in them, and arrow keys go from one to the next", async () => {
  await open();
  await rewrite('"fund": "long_term_care"', '"fund": "long_term_car"');
  await page.locator("#desk-panel-problems .count").filter({ hasText: /^[1-9]/ }).waitFor();
  await page.locator("#desk-panel-problems").focus();
  await page.keyboard.press("ArrowRight");
  await page.locator("#desk-panel-preview[aria-selected=true]:focus").waitFor();
});

test("nothing can be opened before the core is there, and a core that does not start is told", async () => {
  const other = await browser.context.newPage();
  await other.addInitScript(() => {
    const { instantiate } = WebAssembly;
    const core = new Promise((...ends) => { [window.letCore, window.failCore] = ends; });
    WebAssembly.instantiate = (...given) => core.then(() => instantiate(...given));
  });
  const editor = other.locator("#policy-text .cm-content");
  const address = `${site.address}desk.html`;
  await other.goto(address);
  assert.match(await other.locator("yibao-desk").innerText(), /正在准备/);
  assert.equal(await editor.count(), 0);
  await other.evaluate(() => window.letCore());
  await editor.waitFor();
  await other.goto("about:blank");
  await other.goto(`${address}#lang=en`);
  await other.evaluate(() => window.failCore(new Error("no memory")));
  await other.getByText(/The calculation could not start.*no memory/).waitFor();
  await other.close();
});

test("nothing was asked of anybody else, and the desk can be used by everybody", async () => {
  await open();
  await page.getByText("没有问题，也没有提醒。").waitFor();
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${width} px scrolls sideways`);
  }
  assert.deepEqual(await violations(page), []);
  const foreign = asked.filter((request) => !request.url().startsWith(site.address) && !/^(data|blob|about):/.test(request.url()));
  assert.deepEqual(foreign.map((request) => request.url()), []);
  assert.ok(asked.every((request) => request.method() === "GET"));
});
