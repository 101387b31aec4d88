// What loads later is there in every browser, from a server and inside the one-file page, without a word of complaint.

import assert from "node:assert/strict";
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

test("a first answer takes one script; a bill's functions come when the bill is begun, others when they are needed", async () => {
  const browser = await openBrowser("chromium");
  const scripts = scriptsAskedFor(browser);
  try {
    await openWith(browser, { ...request, expenses: [] });
    await browser.until(() => document.querySelector(".answer article, .answer details"));
    assert.deepEqual(scripts, ["main.js"]);
    await browser.page.getByRole("group", { name: "看病的方式" }).getByRole("radio", { name: "意外伤害门诊" }).check();
    await browser.until(() => document.querySelector("script[src$='core-bills.js']"));
    assert.deepEqual(scripts, ["main.js", "core-bills.js"]);
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
