// What loads later comes when it is asked for, not before, and where it does not come the page says so. everywhere.test.mjs
// sees to the browsers.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { dist } from "../../scripts/support/paths.mjs";
import { openBrowser } from "./support/browser.mjs";
import { serveDist } from "./support/serve.mjs";

const server = await serveDist();
// Each test has a profile of its own; this one keeps their process running between them.
let first;
before(async () => { first = await openBrowser("chromium"); });
after(() => Promise.all([first.close(), server.close()]));

const request = {
  region: "370883", facts: { scheme: "resident", birth_date: "2015-05-01" },
  expenses: [{ id: "e1", service: "accident_outpatient", date: "2025-03-10", total: "1200", facts: { self_paid: "0", advance: "0", third_party_liable: false } }],
};

const openWith = (browser, asked) => browser.open(`${server.address}#asked-on=2025-06-09&answers=${encodeURIComponent(JSON.stringify(asked))}`);

const total = (browser) => browser.page.getByRole("textbox", { name: "总费用" });
const headlineSays = (browser, amount) => browser.until((text) => document.querySelector("#headline")?.textContent.includes(text), amount);

/** The names of the scripts that the page itself asks for, but those with rules; the worker that keeps a copy asks for all of them. */
function scriptsAskedFor(browser) {
  const names = [];
  browser.page.on("request", (sent) => {
    const name = new URL(sent.url()).pathname.slice(1);
    if (sent.resourceType() === "script" && !name.startsWith("policies/")) names.push(name); // rules.test.mjs sees to these
  });
  return names;
}

test("one script answers, explains and finds mistakes; another one brings the panels once the first of them is opened", async () => {
  const browser = await openBrowser("chromium");
  const { page } = browser;
  const scripts = scriptsAskedFor(browser);
  try {
    await openWith(browser, request);
    const card = page.getByRole("article", { name: "意外伤害门诊" });
    await headlineSays(browser, "960.00");
    const place = () => card.locator("summary", { hasText: "怎么算的" }).evaluate((summary) => summary.getBoundingClientRect().top);
    await card.locator("summary", { hasText: "怎么算的" }).scrollIntoViewIfNeeded();
    const before = await place();
    await card.locator("summary", { hasText: "怎么算的" }).click();
    await card.locator(".working .steps li").first().waitFor();
    assert.equal(await place(), before, "what was opened stays where it is");
    assert.match((await card.locator(".working").innerText()).replace(/\s+/g, " "), /第 1 笔 · 意外伤害门诊 · 2025年3月10日 .*按 80% 报销 .*报销 ¥960\.00/);
    await card.locator("summary", { hasText: "条件和依据" }).click();
    await card.filter({ hasText: /规定怎么说.*满足的条件.*出处/s }).waitFor();
    assert.doesNotMatch(await card.innerText(), /370883\//, "the rule's words are there");
    for (const [title, said] of [["我们是这样假定的", /今天是 2025年6月9日.*一个自然年/s], ["依据的文件", /《.*》/s]]) {
      const fold = page.locator("details", { hasText: title });
      await fold.locator("summary").first().click();
      await fold.filter({ hasText: said }).waitFor();
    }
    await total(browser).fill("9999999999999");
    await total(browser).blur();
    await browser.until(() => /999,?999,?999,?999\.99/.test(document.querySelector("form.ask").textContent));
    // The working follows the answers while it is open, and stays closed once it is closed.
    await total(browser).fill("1000");
    await total(browser).blur();
    await browser.until(() => /报销 ¥800\.00/.test(document.querySelector(".working")?.textContent ?? ""));
    await card.locator("summary", { hasText: "怎么算的" }).click();
    await card.locator(".steps").first().waitFor({ state: "detached" });
    assert.deepEqual(scripts, ["main.js"]);
    await page.locator("#more-slip > summary").click();
    await page.locator("#slip-hifp_pay").waitFor();
    assert.deepEqual(scripts, ["main.js", "panels.js"]);
  } finally {
    await browser.close();
  }
});

test("where the engine fails, the page says that it is a fault of the program, keeps every answer, and goes on with the next", async () => {
  const browser = await openBrowser("chromium");
  const { page } = browser;
  try {
    await openWith(browser, request);
    await headlineSays(browser, "960.00");
    await page.evaluate(() => {
      const { engine } = document.querySelector("yibao-estimator").visit;
      const { estimate } = engine;
      engine.estimate = () => {
        engine.estimate = estimate;
        throw new WebAssembly.RuntimeError("unreachable");
      };
    });
    await total(browser).fill("1000");
    await total(browser).blur();
    const alert = page.getByRole("alert");
    await alert.getByRole("heading", { name: "计算程序出错了" }).waitFor();
    assert.match(await alert.innerText(), /12393.*unreachable/s);
    assert.equal(await total(browser).inputValue(), "1,000");
    assert.equal(await page.locator(".answer article").count(), 0, "no amounts of the answers before");
    await total(browser).fill("900");
    await total(browser).blur();
    await headlineSays(browser, "720.00");
    assert.equal(await alert.count(), 0);
  } finally {
    await browser.close();
  }
});

test("where the panels cannot be had the page says so, and opening one again tries again", async () => {
  const browser = await openBrowser("chromium");
  const { page } = browser;
  let tries = 0;
  try {
    // The worker that keeps a copy of everything would ask for itself, and help out.
    await page.addInitScript(() => Object.defineProperty(Navigator.prototype, "serviceWorker", { value: undefined }));
    await browser.context.route("**/panels.js", (route) => { tries += 1; return tries < 3 ? route.abort() : route.continue(); });
    await openWith(browser, request);
    await headlineSays(browser, "960.00");
    const slip = page.locator("#more-slip");
    const again = async () => { for (let i = 0; i < 2; i += 1) await slip.locator("summary").first().click(); };
    await slip.locator("summary").first().click();
    await slip.getByText("没能打开，请检查网络").waitFor();
    await total(browser).fill("1000"); // drawing anew is no new try
    await total(browser).blur();
    await headlineSays(browser, "800.00");
    assert.equal(tries, 1);
    const second = page.waitForEvent("requestfailed", (asked) => asked.url().endsWith("panels.js"));
    await again();
    await second;
    assert.equal(tries, 2);
    await browser.until(() => /没能打开/.test(document.querySelector("#more-slip").textContent));
    await again();
    await page.locator("#slip-hifp_pay").waitFor();
  } finally {
    await browser.close();
  }
});

test("a script of another version, which lacks a module that it borrows, brings no panel", async () => {
  const browser = await openBrowser("chromium");
  try {
    const old = readFileSync(join(dist, "panels.js"), "utf8").replaceAll("yibaoModules", "yibaoModulesOfOld");
    await browser.context.route("**/panels.js", (route) => route.fulfill({ contentType: "text/javascript", body: old }));
    await openWith(browser, request);
    await headlineSays(browser, "960.00");
    await browser.page.locator("#more-slip > summary").click();
    await browser.page.locator("#more-slip").getByText("没能打开，请检查网络").waitFor();
  } finally {
    await browser.close();
  }
});
