// What loads later is there in every browser, from a server and inside the one-file page, without a word of complaint.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { pathToFileURL } from "node:url";
import { dist } from "../../scripts/support/paths.mjs";
import { browserNames, openBrowser } from "./support/browser.mjs";
import { serveDist } from "./support/serve.mjs";

const server = await serveDist();
after(() => server.close());

const addresses = { "a server": server.address, "the one file": pathToFileURL(join(dist, "yibao.html")).href };
const request = {
  region: "370883", facts: { scheme: "resident", birth_date: "2015-05-01" },
  expenses: [{ id: "e1", service: "accident_outpatient", date: "2025-03-10", total: "1200", facts: { self_paid: "0", advance: "0", third_party_liable: false } }],
};

for (const name of browserNames) {
  for (const [from, address] of Object.entries(addresses)) {
    test(`${name}, from ${from}`, async () => {
      const browser = await openBrowser(name);
      const complaints = [];
      browser.page?.on("console", (message) => { if (message.type() === "error") complaints.push(message.text()); });
      browser.page?.on("pageerror", (error) => complaints.push(error.message));
      try {
        await browser.open(`${address}#asked-on=2025-06-09&answers=${encodeURIComponent(JSON.stringify(request))}`);
        await browser.until(() => /960\.00/.test(document.querySelector("#headline")?.textContent ?? ""));
        for (const part of ["curve", "year", "slip", "along"]) await browser.click(`#more-${part} > summary`);
        await browser.until(() => document.querySelector("#more-curve .yours") && document.querySelector("#more-year .figures") && document.querySelector("#slip-hifp_pay"));
        assert.match(await browser.text("#more-curve .yours"), /1,200\.00.*240\.00/s);
        assert.match(await browser.text("#more-year h4"), /540\.00/);
        await browser.fill("#slip-hifp_pay", "900");
        await browser.click("#more-slip .part-body > p:first-of-type"); // leaves the field
        await browser.until(() => /60\.00/.test(document.querySelector("#slip-hifp_pay-says").textContent));
        const styled = await browser.execute(() => getComputedStyle(document.querySelector("#more-year .figures")).borderCollapse);
        assert.equal(styled, "collapse", "more.css is there");
        assert.deepEqual(complaints, []);
      } finally {
        await browser.close();
      }
    });
  }
}

const openWith = (browser, asked) => browser.open(`${server.address}#asked-on=2025-06-09&answers=${encodeURIComponent(JSON.stringify(asked))}`);

const total = (browser) => browser.page.getByRole("textbox", { name: "总费用" });
const headlineSays = (browser, amount) => browser.until((text) => document.querySelector("#headline")?.textContent.includes(text), amount);

/** The names of the scripts that the page itself asks for; the worker that keeps a copy asks for all of them. */
function scriptsAskedFor(browser) {
  const names = [];
  browser.page.on("request", (sent) => { if (sent.resourceType() === "script") names.push(new URL(sent.url()).pathname.slice(1)); });
  return names;
}

test("a first answer takes one script; what comes next is there before it is asked for, the rest when it is needed", async () => {
  const browser = await openBrowser("chromium");
  const scripts = scriptsAskedFor(browser);
  try {
    await browser.context.route(/core-bills|explain/, (route) => route.abort());
    const missed = browser.page.waitForEvent("requestfailed", (sent) => sent.url().endsWith("explain.js"));
    await browser.open(`${server.address}#asked-on=2025-06-09&region=370883`);
    await browser.until(() => document.querySelector(".answer article"));
    await missed;
    assert.deepEqual(scripts, ["main.js", "core-bills.js", "explain.js"], "not one of them had to come");
    await browser.context.unroute(/core-bills|explain/);
    await browser.page.reload();
    await browser.until(() => globalThis.yibaoCore?.bills && globalThis.yibaoExplain);
    scripts.length = 0;
    await browser.page.context().setOffline(true);
    await browser.page.getByRole("group", { name: "看病的方式" }).getByRole("radio", { name: "意外伤害门诊" }).check();
    for (const [part, text] of [["", "2025"], ["-month", "3"], ["-day", "10"]]) await browser.page.locator(`#form-e1-date${part}`).fill(text);
    await total(browser).fill("1200");
    await total(browser).blur();
    await browser.until(() => /1,?200/.test(document.querySelector(".payers, .answer table")?.textContent ?? ""));
    assert.deepEqual(scripts, []);
    await browser.page.context().setOffline(false);
    await openWith(browser, request);
    await headlineSays(browser, "960.00");
    assert.ok(!scripts.includes("core-rest.js"));
    await total(browser).fill("9999999999999");
    await total(browser).blur();
    await browser.until(() => /999,?999,?999,?999\.99/.test(document.querySelector("form.ask").textContent));
    assert.ok(scripts.includes("core-rest.js"));
    await total(browser).fill("1200");
    await total(browser).blur();
    await headlineSays(browser, "960.00");
  } finally {
    await browser.close();
  }
});

test("where a part of the core cannot be had, the page says so, keeps everything, and tries again when told to", async () => {
  const browser = await openBrowser("chromium");
  try {
    await browser.context.route("**/core-bills.js", (route) => route.abort());
    await openWith(browser, request);
    await browser.page.getByRole("alert").getByRole("heading", { name: "没有下载下来" }).waitFor();
    assert.equal(await total(browser).inputValue(), "1,200");
    await browser.context.unroute("**/core-bills.js");
    await browser.page.getByRole("button", { name: "再试一次" }).click();
    await headlineSays(browser, "960.00");
  } finally {
    await browser.close();
  }
});

test("what explains an answer comes with one small script by itself, and nothing else of what comes later", async () => {
  const browser = await openBrowser("chromium");
  const { page } = browser;
  const asked = [];
  page.on("request", (sent) => asked.push(new URL(sent.url()).pathname.slice(1)));
  const later = () => asked.filter((name) => /^(explain|more|core-rest)\b/.test(name));
  try {
    await openWith(browser, request);
    const card = page.getByRole("article", { name: "意外伤害门诊" });
    await headlineSays(browser, "960.00");
    const place = () => card.locator("summary", { hasText: "怎么算的" }).evaluate((summary) => summary.getBoundingClientRect().top);
    const before = await place();
    await card.locator("summary", { hasText: "怎么算的" }).click();
    await card.locator(".working .steps li").first().waitFor();
    assert.deepEqual(later(), ["explain.js"]);
    assert.equal(await place(), before, "what was opened stays where it is");
    assert.match((await card.locator(".working").innerText()).replace(/\s+/g, " "), /第 1 笔 · 意外伤害门诊 · 2025年3月10日 .*按 80% 报销 .*报销 ¥960\.00/);
    await card.locator("summary", { hasText: "条件和依据" }).click();
    await card.filter({ hasText: /规定怎么说[^]*满足的条件[^]*出处/ }).waitFor();
    assert.doesNotMatch(await card.innerText(), /370883\//, "the rule's words have come along");
    for (const [title, said] of [["我们是这样假定的", /今天是 2025年6月9日[^]*一个自然年/], ["依据的文件", /《[^]*》/]]) {
      const fold = page.locator("details", { hasText: title });
      await fold.locator("summary").first().click();
      await fold.filter({ hasText: said }).waitFor();
    }
    // It follows the answers while it is open, and stays closed once it is closed.
    await page.getByRole("textbox", { name: "总费用" }).fill("1000");
    await page.getByRole("textbox", { name: "总费用" }).blur();
    await browser.until(() => /报销 ¥800\.00/.test(document.querySelector(".working").textContent));
    await card.locator("summary", { hasText: "怎么算的" }).click();
    await card.locator(".steps").first().waitFor({ state: "detached" });
    assert.deepEqual(later(), ["explain.js"]);
  } finally {
    await browser.close();
  }
});

test("where an explanation cannot be had the page says so, and opening it again tries again", async () => {
  const browser = await openBrowser("chromium");
  const { page } = browser;
  let tries = 0;
  try {
    // The worker that keeps a copy of everything would ask for itself, and help out.
    await page.addInitScript(() => Object.defineProperty(Navigator.prototype, "serviceWorker", { value: undefined }));
    await browser.context.route("**/explain.js", (route) => { tries += 1; return tries < 4 ? route.abort() : route.continue(); });
    const missed = () => page.waitForEvent("requestfailed", (sent) => sent.url().endsWith("explain.js"));
    await Promise.all([missed(), openWith(browser, request)]); // it comes by itself
    const working = page.locator(".working").first();
    await Promise.all([missed(), working.locator("summary").click()]);
    await working.getByText("没能打开，请检查网络").waitFor();
    await page.getByRole("textbox", { name: "总费用" }).fill("1000"); // drawing anew is no new try
    await page.getByRole("textbox", { name: "总费用" }).blur();
    await browser.until(() => /800\.00/.test(document.querySelector("#headline").textContent));
    assert.equal(tries, 2);
    await working.locator("summary").click();
    await Promise.all([missed(), working.locator("summary").click()]);
    await browser.until(() => /没能打开/.test(document.querySelector(".working").textContent));
    assert.equal(tries, 3);
    await working.locator("summary").click();
    await working.locator("summary").click();
    await working.locator(".steps li").first().waitFor();
  } finally {
    await browser.close();
  }
});

test("a part of another version is not put into the core", async () => {
  const browser = await openBrowser("chromium");
  try {
    const old = readFileSync(join(dist, "core-bills.js"), "utf8").replace(/\bof:"\w+"/, 'of:"older"');
    await browser.context.route("**/core-bills.js", (route) => route.fulfill({ contentType: "text/javascript", body: old }));
    await openWith(browser, request);
    await browser.page.getByRole("alert").getByRole("heading", { name: "没有下载下来" }).waitFor();
  } finally {
    await browser.close();
  }
});
