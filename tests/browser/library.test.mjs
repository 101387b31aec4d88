// The policy library, as an officer and a resident use it: figures with their dates and documents, links to clauses that
// open them, what changed between two days; everything to be found by find-in-page, by keyboard, on paper.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { after, before, test } from "node:test";
import * as core from "yibao";
import { dist } from "../../scripts/support/paths.mjs";
import { violations } from "./support/axe.mjs";
import { openBrowser } from "./support/browser.mjs";
import { serveDist } from "./support/serve.mjs";
import { withRules } from "../node/support/with-rules.mjs";

const today = "asked-on=2025-11-22";
let server, browser;
before(async () => {
  await core.ready();
  server = await serveDist();
  browser = await openBrowser("chromium");
});
after(async () => { await browser.close(); await server.close(); });

/** A fresh load: an address that differs in its fragment only would not load anew. */
async function open(fragment) {
  const { page } = browser;
  await page.goto("about:blank");
  await page.goto(`${server.address}library.html#${fragment}`);
  await page.locator('.library main[aria-busy="false"]').waitFor();
  return page;
}

const article = (page, name) => page.getByRole("article", { name, exact: true });
const at = (page, id) => page.locator(`[id="${id}"]`);
const textOf = async (locator) => (await locator.innerText()).replace(/\s+/g, " ");

/** The keyboard is on it, and the eye. */
async function assertThere(page, id) {
  await page.waitForFunction((id) => document.activeElement?.id === id, id);
  const top = await at(page, id).evaluate((element) => element.getBoundingClientRect().top);
  assert.ok(top >= 0 && top < 600, `${id} at ${top}`);
}

test("an officer checks Laoshan's rates for employees in hospital", async () => {
  const page = await open(today);
  await page.getByLabel("看哪里的规定").selectOption({ label: "青岛市崂山区" });
  const { programmes, sources } = core.describe("370212"); // also the nation's, where the city is silent
  await page.getByRole("status").getByText(`一共 ${programmes.length} 项待遇，${sources.length} 份文件。`).waitFor();
  await page.getByRole("navigation", { name: "目录" }).getByRole("link", { name: "职工住院报销" }).click();
  await assertThere(page, "370212/employee-inpatient");
  const clause = article(page, "职工住院报销");
  const table = clause.getByRole("table", { name: "第一段的报销比例" });
  const rows = await table.getByRole("row").evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.innerText.trim())));
  assert.deepEqual(rows, [["", "在职", "退休"], ["一级及社区、乡镇医院", "90%", "95%"], ["二级医院", "88%", "94%"], ["三级医院", "86%", "93%"]]);
  const stays = clause.getByRole("table", { name: "起付线" }).getByRole("columnheader");
  assert.deepEqual(await stays.allInnerTexts(), ["第 1 次住院", "第 2 次住院", "第 3 次起"]);
  const text = await textOf(clause);
  assert.match(text, /收录的规定从2025年1月1日起/);
  assert.match(text, /单位或报纸转述，没有见到原文/);
  assert.match(text, /《2025年职工和居民医保待遇表》 发布：青岛大学医疗保险网页；2025年1月20日；距今 10 个月/);
  assert.match(text, /可以有两种理解的地方.*（我们认为更可能）/);
});

test("what changed in Qingdao between two days: the figures, their clause, their document", async () => {
  const page = await open(`370200:changes&${today}`);
  await page.getByLabel("前一天").fill("2024-06-01");
  await page.getByLabel("后一天").fill("2024-12-01");
  const section = page.getByRole("region", { name: "两天之间有什么变化" });
  await section.getByText("有 1 项待遇不一样").waitFor();
  const text = await textOf(section);
  assert.match(text, /报销比例 60% 65%/);
  assert.match(text, /高血压、糖尿病患者的报销比例 70% 75%/);
  assert.match(text, /崂山区医保局2025年6月9日新闻发布会/);
  assert.match(new URL(page.url()).hash, /from=2024-06-01&to=2024-12-01/);
  await section.getByRole("link", { name: "看这一条：居民普通门诊统筹" }).click();
  await assertThere(page, "370200/resident-outpatient-pooling");
});

test("two days between which nothing on file changed; a link to them; days in the wrong order", async () => {
  const page = await open(`370200:changes&${today}&from=2025-02-01&to=2025-03-01`);
  const found = page.getByRole("region", { name: "两天之间有什么变化" }).getByRole("status");
  assert.match(await textOf(found), /没有变化.*不等于当地没有新规定/);
  await page.getByLabel("前一天").fill("2025-12-31");
  await page.getByLabel("后一天").fill("2024-12-31");
  await found.getByText("从2024年12月31日到2025年12月31日，有 8 项").waitFor();
});

test("a year up to today is compared at first", async () => {
  const page = await open(`370200&${today}`);
  assert.equal(await page.getByLabel("前一天").inputValue(), "2024-11-22");
  assert.equal(await page.getByLabel("后一天").inputValue(), "2025-11-22");
});

test("links to a programme, a value, a row and a reading open them; an unknown one says so", async () => {
  for (const path of ["370212/long-term-care", "370200/employee-inpatient/rate", "370212/employee-inpatient/rate@2,yes", "370212/employee-inpatient/band", "000000/newborn-cover"]) {
    await assertThere(await open(`${path}&${today}`), path);
  }
  const page = await open(`370212/no-such-programme&${today}`);
  assert.match(await page.getByRole("alert").innerText(), /没有找到“no-such-programme”这一条/);
  assert.match(await textOf((await open("620000")).locator("main")), /没有收录这个地方/);
});

test("every programme, value, reading, caveat and source of every region is there, its figure in sight of find-in-page", async () => {
  const page = await open(today);
  for (const { code } of withRules(core.regions())) {
    const { programmes, values, readings, sources, words } = core.describe(code);
    await page.evaluate((fragment) => { location.hash = fragment; }, `${code}&${today}`); // as a link in the page does
    await page.locator(`.library main[aria-busy="false"] [id^="${code}"]`).first().waitFor();
    const shown = await page.evaluate(() => ({
      all: document.querySelector("main").innerText.replace(/\s+/g, ""),
      at: Object.fromEntries([...document.querySelectorAll("main [id]")].map((element) => [element.id, element.innerText])),
    }));
    const said = (text) => shown.all.includes(text.replace(/\s+/g, ""));
    const local = (id) => `${code}${id.slice(6)}`;
    for (const { id, name, clause, caveats, conditions } of programmes) {
      assert.ok(shown.at[local(id)], id);
      for (const text of [name, clause, ...caveats.map(({ text }) => text), ...conditions.map(({ text }) => text)]) assert.ok(said(words[text.id].zh), text.id);
    }
    const isListed = ({ programme }) => programmes.some(({ id }) => id === programme);
    for (const value of values.filter(isListed)) {
      // A row's own place is its latest figure; those of other days stand in the value's.
      const shownAt = [value.id, value.id.split("@")[0]].map((id) => shown.at[local(id)] ?? "").join(" ");
      for (const { value: figure } of value.versions) if (figure !== undefined) assert.ok(shownAt.includes(written(figure, value.unit)), `${value.id}: ${figure}`);
      for (const { note } of value.versions) if (note) assert.ok(said(words[note.id].zh), note.id);
    }
    for (const { id, why, options } of readings.filter(isListed)) {
      assert.ok(shown.at[local(id)], id);
      for (const text of [why, ...options.map(({ text }) => text)]) assert.ok(said(words[text.id].zh), text.id);
    }
    for (const { id, title, publisher } of sources) assert.ok(said(title) && shown.at[`${code}:sources/${id}`].includes(publisher), id);
  }
});

const written = (figure, unit) => (unit === "rate" ? `${Math.round(Number(figure) * 10000) / 100}%` : Number(figure).toLocaleString("en"));

test("an old document is shown as old, and how a rule stands to others", async () => {
  const chengde = await open(`130800&${today}`);
  assert.match(await textOf(article(chengde, "住院医疗救助")), /距今 8 年 .*较旧的文件/);
  assert.match(await textOf(article(await open(`370212&${today}`), "居民普通门诊统筹")), /代替了山东省的 居民普通门诊统筹/);
  const shandong = await open(`370000&${today}`);
  await article(shandong, "居民普通门诊统筹").getByRole("link", { name: "居民普通门诊统筹" }).last().click();
  await assertThere(shandong, "370200/resident-outpatient-pooling");
  assert.match(await textOf(article(await open(`370883&${today}`), "残疾儿童康复训练")), /两项都符合时，由这一项支付/);
});

test("zero axe violations: both languages, both modes, light and dark, phone and desk, and where nothing is chosen", async () => {
  const states = {
    370212: 360, "130800&lang=en": 1280, "370503&elder": 360, "370503&lang=en&theme=dark": 1280, "000000&theme=dark&elder": 1280, "": 360, "370000/none": 1280,
  };
  for (const [fragment, width] of Object.entries(states)) {
    await browser.page.setViewportSize({ width, height: 900 });
    assert.deepEqual(await violations(await open(`${fragment}&${today}`), { isLarge: fragment.includes("elder") }), [], `${fragment} at ${width}`);
  }
  await browser.page.setViewportSize({ width: 1280, height: 900 });
});

test("nothing is wider than a phone, also with large text, nor than a desk at four times the size", async () => {
  await browser.page.setViewportSize({ width: 320, height: 800 });
  for (const fragment of ["370212", "370212&elder", "130800&lang=en", "370883&lang=en&elder"]) {
    const page = await open(`${fragment}&${today}`);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth) <= 320, fragment);
  }
  await browser.page.setViewportSize({ width: 1280, height: 900 });
});

test("the other language and elder mode stay where one reads, and stand in the address", async () => {
  const page = await open(`370212/employee-inpatient&${today}`);
  await page.getByRole("button", { name: "English" }).click();
  await page.getByRole("heading", { name: "Policy library" }).waitFor();
  await page.getByRole("button", { name: "Large text" }).click();
  assert.match(page.url(), /#370212\/employee-inpatient&lang=en&elder/);
  assert.equal(await page.title(), "Laoshan district, Qingdao · Policy library");
  assert.equal(await page.locator("html").getAttribute("lang"), "en");
  assert.match(await textOf(at(page, "370212/employee-inpatient")), /admission 3 and later/);
});

test("by keyboard alone: past the contents to the rules, on to a clause, back with the browser", async () => {
  const page = await open(`370212&${today}`);
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.className), "skip");
  await page.keyboard.press("Enter");
  await assertThere(page, "rules");
  await page.getByRole("navigation").getByRole("link", { name: "长期护理保险" }).focus();
  await page.keyboard.press("Enter");
  await assertThere(page, "370212/long-term-care");
  await page.goBack();
  await page.waitForFunction(() => !location.hash.includes("long-term-care"));
});

test("on paper: no switches, no contents, the rules in black on white", async () => {
  const page = await open(`370212&${today}&theme=dark`);
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.getByRole("navigation").isVisible(), false);
  assert.equal(await article(page, "职工住院报销").isVisible(), true);
  assert.equal(await article(page, "职工住院报销").evaluate((element) => getComputedStyle(element).color), "rgb(0, 0, 0)");
  await page.setViewportSize({ width: 720, height: 1000 }); // about a sheet
  assert.ok(await page.evaluate(() => [...document.querySelectorAll("main *")].every((element) => element.getBoundingClientRect().left >= 0)));
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.emulateMedia({ media: "screen" });
});

test("it fetches nothing beyond its own files, and works from a file", async () => {
  const requests = [];
  browser.page.on("request", (request) => requests.push(request.url()));
  const file = pathToFileURL(join(dist, "library.html")).href;
  await browser.page.goto(`${file}#370503/long-term-care/amount&lang=en`);
  await assertThere(browser.page, "370503/long-term-care/amount");
  assert.deepEqual(requests.filter((url) => !url.startsWith(pathToFileURL(dist).href)), []);
  assert.deepEqual(requests.filter((url) => /main\.js|wasm/.test(url)), [], "no core is needed");
});

test("only the index and the region that is read are loaded; another one when it is chosen", async () => {
  const { page } = browser;
  const loaded = [];
  const note = (request) => loaded.push(/(policies|library)\/\w+\.js$/.exec(request.url())?.[0]);
  page.on("request", note);
  await open(`370212&${today}`);
  await page.getByLabel("看哪里的规定").selectOption({ label: "承德市" });
  await page.getByRole("status").getByText("承德市", { exact: true }).waitFor();
  page.off("request", note);
  assert.deepEqual(loaded.filter(Boolean), ["policies/index.js", "library/370200.js", "library/130800.js"]);
});

test("a region that cannot be loaded is told, and may be tried again", async () => {
  const { page } = browser;
  await page.route("**/library/130800.js", (route) => route.abort());
  await open(`130800&${today}`);
  await page.getByRole("alert").getByText("没能取来").waitFor();
  assert.deepEqual(await violations(page), []);
  await page.unroute("**/library/130800.js");
  await page.getByRole("button", { name: "再试一次" }).click();
  await page.getByRole("status").getByText("承德市", { exact: true }).waitFor();
});

test("the policy files are there to be looked at, as they were hashed", async () => {
  const page = await open(`370212&${today}`);
  const links = page.getByRole("region", { name: "核对用" }).getByRole("link");
  assert.equal(await links.count(), 3);
  for (const link of await links.all()) {
    const file = await page.request.get(await link.evaluate(({ href }) => href));
    const hash = createHash("sha256").update(await file.body()).digest("hex");
    assert.ok(core.describe("370212").policies.some(({ sha256 }) => sha256 === hash));
  }
});

/** What a click opens in a tab of its own. */
async function opened(link) {
  const tab = browser.context.waitForEvent("page");
  await link.click();
  return tab;
}

test("from an answer to the clause and the figure behind it, and back to an estimate", async () => {
  const { page } = browser;
  const request = { region: "370212", asked_on: "2025-11-22", facts: { scheme: "employee", retired: true },
    expenses: [{ id: "e1", service: "inpatient", date: "2025-03-01", total: "5000.00", facts: { self_paid: "0.00", advance: "0.00", facility_level: "3" } }] };
  await page.goto(`${server.address}index.html#${new URLSearchParams({ "asked-on": "2025-11-22", elder: "", answers: JSON.stringify(request) })}`);
  const card = page.getByRole("article", { name: "职工住院报销", exact: true });
  await card.waitFor();
  await card.locator("details").evaluateAll((all) => all.forEach((details) => { details.open = true; }));
  const clause = await opened(card.getByRole("link", { name: /在政策库里看这一条/ }));
  await assertThere(clause, "370212/employee-inpatient");
  assert.equal(await clause.locator(".library[data-elder]").count(), 1, "large text goes along");
  assert.equal(new URL(await clause.getByRole("link", { name: "用这里的规定估算" }).evaluate((link) => link.href)).hash, "#region=370212&elder=");
  await clause.close();
  const figure = await opened(card.getByRole("link", { name: /2025年职工和居民医保待遇表/ }).first());
  await assertThere(figure, "370212/employee-inpatient/deductible@3,1");
  await figure.close();
});

test("from the first screen to the library", async () => {
  await browser.page.goto("about:blank");
  await browser.page.goto(server.address);
  const library = await opened(browser.page.getByRole("link", { name: /政策库/ }));
  await library.getByText("选一个地方，就能看到那里的全部规定。").waitFor();
  await library.close();
});
