// Populations at the officer's desk: settled by workers with progress, stopped, saved, with the numbers of the command line;
// the same where a page is opened from a folder and may start no workers. Problems of a description stand at their places.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { testedProgram } from "../../scripts/support/paths.mjs";
import { violations } from "./support/axe.mjs";
import { openBrowser } from "./support/browser.mjs";
import { serveSite } from "./support/hosts.mjs";

const root = new URL("../../", import.meta.url);
const policy = readFileSync(new URL("policies/370200-qingdao/policy.json", root), "utf8");
const RATE = '"2": "0.80", "3": "0.70"';
const changed = policy.replace(RATE, '"2": "0.75", "3": "0.70"');
const folder = mkdtempSync(join(tmpdir(), "yibao-cohort-"));
const yibao = (...args) => execFileSync(testedProgram, ["cohort", ...args], { encoding: "utf8" });

let site;
let browser;
let page;
before(async () => {
  site = await serveSite();
  browser = await openBrowser("chromium", { acceptDownloads: true });
  page = browser.page;
});
after(async () => {
  await Promise.all([browser?.close(), site?.close()]);
  rmSync(folder, { recursive: true });
});

/** The desk with the rules of Qingdao, of which one rate was changed, and the description in sight. */
async function open(address = `${site.address}desk.html`) {
  await page.goto("about:blank");
  await page.goto(address);
  await page.locator("#policy-text .cm-content").waitFor();
  await page.locator("#open-files").setInputFiles([{ name: "policy.json", mimeType: "application/json", buffer: Buffer.from(policy) }]);
  await page.locator("#desk-panel-cohort").click();
  await page.locator("#cohort-described").waitFor();
  await page.evaluate((text) => document.querySelector("yibao-desk").editors.policy.put(text), changed);
}

const describe = async (people) => {
  const field = page.locator("#cohort-described");
  await field.fill((await field.inputValue()).replace(/"people": \d+/, `"people": ${people}`));
};
const said = (text) => page.locator("#cohort-said", { hasText: text }).waitFor();

async function saved(button) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator(button).click()]);
  return readFileSync(await download.path(), "utf8");
}

/** What the command line says of the same description and change. */
function ofCommandLine(people) {
  const path = join(folder, "policy.json");
  writeFileSync(path, changed);
  const html = join(folder, "report.html");
  const json = yibao("370200", "--changed", path, "--people", String(people), "--json", "--html", html, "--lang", "zh");
  return { json: json.trim(), page: readFileSync(html, "utf8") };
}

test("the desk and the command line report the same, to the letter", async () => {
  await open();
  await describe(1500);
  await page.locator("#cohort-run").click();
  await said("算完了");
  const expected = ofCommandLine(1500);
  assert.equal(await saved("#cohort-json"), expected.json);
  assert.equal(await saved("#cohort-page"), expected.page);
  await page.locator("yibao-cohort-report").getByRole("heading", { name: "谁报得更多，谁报得更少" }).waitFor();
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${width} px scrolls sideways`);
  }
  assert.deepEqual(await violations(page), []);
});

test("a long run shows how far it got, can be stopped, and can be begun again", async () => {
  await open();
  await describe(5_000_000);
  await page.locator("#cohort-run").click();
  await page.waitForFunction(() => document.querySelector(".cohort-done progress")?.value > 0);
  await page.locator("#cohort-stop").click();
  await said("停下了");
  assert.equal(await page.locator("yibao-cohort-report").count(), 0);
  await page.locator("#cohort-described").fill('{"region": "370200", "people": 500}');
  await page.locator("#cohort-run").click();
  await said("算完了");
});

test("problems of a description stand at their places", async () => {
  await open();
  await page.locator("#cohort-described").fill('{"region": "370200", "people": 0, "hardship": {"shares": {"none": "0.9"}}}');
  await page.locator("#cohort-run").click();
  await said("2 个问题");
  const places = await page.locator(".notices .problem code").allTextContents();
  assert.deepEqual(places.sort(), ["/hardship/shares", "/people"]);
});

test("opened from a folder, where no worker may start, the page works by itself", async () => {
  await open(pathToFileURL(fileURLToPath(new URL("dist/desk.html", root))).href);
  await describe(600);
  await page.locator("#cohort-run").click();
  await said("算完了");
  assert.equal(await saved("#cohort-json"), ofCommandLine(600).json);
});
