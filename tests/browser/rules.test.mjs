// The rules of a region come when it is chosen: what is asked for, what is seen meanwhile and after a failure, and how a
// whole province is loaded at once. In Chromium; everywhere.test.mjs sees to the browsers.

import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { dist } from "../../scripts/support/paths.mjs";
import { openPage } from "./resident.mjs";
import { violations } from "./support/axe.mjs";

let site;
before(async () => { site = await openPage(); });
after(() => site.close());

/** The policy scripts that were asked for since `from`. */
const rulesAsked = (from) => site.requests.slice(from).flatMap((url) => /policies\/(\w+)\.js$/.exec(url)?.[1] ?? []);

/** Holds back or refuses the scripts of these codes until it is called. */
async function holdBack(page, code, act = (route) => route.abort()) {
  const pattern = `**/policies/${code}.js`;
  await page.route(pattern, act);
  return () => page.unroute(pattern);
}

test("a first visit asks for the index alone, a choice for the files of its chain, another one for what is new", async () => {
  const from = site.requests.length;
  const resident = await site.visit({});
  assert.deepEqual(rulesAsked(from), ["index"]);
  await resident.region("山东省 青岛市崂山区");
  await resident.answer();
  assert.deepEqual(rulesAsked(from), ["index", "370200", "370000", "000000"]);
  await resident.region("山东省 邹城市");
  await resident.page.getByRole("group", { name: "参加的是哪种医保" }).waitFor();
  assert.deepEqual(rulesAsked(from).slice(4), ["370883", "370800"]);
});

test("rules that the address asks for arrive beside the page's script, once", async () => {
  const resident = await site.visit({});
  const { page } = resident;
  let go;
  const held = new Promise((resolve) => { go = resolve; });
  await page.route("**/main.js", async (route) => { await held; await route.continue(); });
  const from = site.requests.length;
  const last = page.waitForResponse(/policies\/000000\.js$/);
  await page.goto(`${page.url().split("#")[0]}?again#region=370212&asked-on=2025-06-09`, { waitUntil: "commit" });
  await last;
  go();
  await page.locator(".answer").waitFor();
  assert.deepEqual(rulesAsked(from), ["index", "370200", "370000", "000000"]);
});

test("while the rules are on their way, that is said, and nothing of another region is shown", async () => {
  const resident = await site.visit({ region: "370212" });
  await resident.choose("参加的是哪种医保", "居民医保");
  let go;
  const held = new Promise((resolve) => { go = resolve; });
  await holdBack(resident.page, "130800", async (route) => { await held; await route.continue(); });
  await resident.region("承德市");
  await resident.page.getByText("正在取这个地方的规定").waitFor();
  assert.equal(await resident.page.locator(".answer").count(), 0);
  assert.deepEqual(await violations(resident.page), []);
  go();
  await resident.page.locator(".answer").waitFor();
  assert.equal(await resident.page.getByRole("radio", { name: /^居民医保/ }).first().isChecked(), true, "what was answered is still there");
});

test("rules that cannot be had: told with a number to call, every answer kept, and tried again", async () => {
  const resident = await site.visit({ region: "370212" });
  await resident.choose("参加的是哪种医保", "居民医保");
  const release = await holdBack(resident.page, "370883");
  await resident.region("山东省 邹城市");
  const alert = resident.page.getByRole("alert");
  await alert.getByText("没能取来").waitFor();
  assert.match(await alert.innerText(), /都还在.*12393/s);
  assert.deepEqual(await violations(resident.page), []);
  await release();
  await alert.getByRole("button", { name: "再试一次" }).click();
  await resident.page.locator(".answer").waitFor();
  assert.equal((await resident.answer()).policies[0].id, "370883");
  assert.equal(await resident.page.getByRole("radio", { name: /^居民医保/ }).first().isChecked(), true);
});

test("the last choice counts, whichever rules come first", async () => {
  const resident = await site.visit({});
  let go;
  const held = new Promise((resolve) => { go = resolve; });
  await holdBack(resident.page, "370883", async (route) => { await held; await route.continue(); });
  await resident.region("山东省 邹城市");
  await resident.region("山东省 青岛市崂山区");
  await resident.page.locator(".answer").waitFor();
  const late = resident.page.waitForResponse(/370883\.js/);
  go();
  await late;
  assert.equal(await resident.page.locator("#form-region").getAttribute("data-code"), "370212");
  assert.equal((await resident.answer()).policies[0].id, "370200");
});

test("a province at once: then a choice in it asks for nothing", async () => {
  const resident = await site.visit({ regions: "37" });
  const from = site.requests.length;
  await resident.region("山东省 邹城市");
  await resident.answer();
  await resident.region("山东省 青岛市崂山区");
  await resident.page.locator(".answer").waitFor();
  assert.deepEqual(rulesAsked(from), []);
});

test("a link's answers wait for the rules of its region", async () => {
  const answers = JSON.stringify({ region: "370212", asked_on: "2025-06-09", situation: "chronic", facts: { scheme: "resident" } });
  const resident = await site.visit({ answers });
  assert.equal((await resident.answer()).policies[0].id, "370200");
  assert.equal(await resident.page.getByRole("radio", { name: /^居民医保/ }).first().isChecked(), true);
});

test("from a file, the rules come as well", async () => {
  const { page } = await site.visit({});
  await page.goto(`${pathToFileURL(join(dist, "index.html")).href}#region=370503&asked-on=2025-06-09`);
  await page.locator(".answer").waitFor();
});

test("one question a screen: whoever goes on before the rules have come is led on when they are there, not to the answer", async () => {
  const { page } = await site.visit({ mode: "guided" });
  let come;
  const rules = new Promise((resolve) => { come = resolve; });
  await holdBack(page, "130800", async (route) => { await rules; await route.continue(); });
  await page.getByRole("button", { name: /^住院/ }).click();
  await page.getByRole("combobox").fill("承德");
  await page.getByRole("listbox").getByRole("option").filter({ hasText: "承德市" }).first().click();
  await page.getByText("正在取这个地方的规定").waitFor();
  await page.getByRole("button", { name: "下一题" }).click();
  await page.getByText("正在取这个地方的规定").waitFor();
  come();
  await page.getByRole("radio", { name: /职工医保/ }).waitFor();
});
