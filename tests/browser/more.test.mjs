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

const beyondMoney = { ...request, expenses: [{ ...request.expenses[0], total: "9999999999999.00" }] };
const openWith = (browser, asked) => browser.open(`${server.address}#asked-on=2025-06-09&answers=${encodeURIComponent(JSON.stringify(asked))}`);

test("what only the whole core can answer is answered once it has come", async () => {
  const browser = await openBrowser("chromium");
  const asked = [];
  browser.page.on("request", (sent) => asked.push(new URL(sent.url()).pathname)); // the worker that keeps a copy asks for itself
  try {
    await openWith(browser, request);
    await browser.until(() => /960\.00/.test(document.querySelector("#headline")?.textContent ?? ""));
    assert.ok(!asked.includes("/core-rest.js"), "a first answer waits for nothing else");
    await browser.page.getByRole("textbox", { name: "总费用" }).fill("9999999999999");
    await browser.page.getByRole("textbox", { name: "总费用" }).blur();
    await browser.until(() => /999,?999,?999,?999\.99/.test(document.querySelector("form.ask").textContent));
    assert.ok(asked.includes("/core-rest.js"));
    await browser.page.getByRole("textbox", { name: "总费用" }).fill("1200");
    await browser.page.getByRole("textbox", { name: "总费用" }).blur();
    await browser.until(() => /960\.00/.test(document.querySelector("#headline")?.textContent ?? ""));
  } finally {
    await browser.close();
  }
});

test("where the rest of the core cannot be had, the page says that there is no answer", async () => {
  const browser = await openBrowser("chromium");
  try {
    await browser.context.route("**/core-rest.js", (route) => route.abort());
    await openWith(browser, beyondMoney);
    await browser.until(() => /core-rest\.js/.test(document.querySelector("[role=alert]")?.textContent ?? ""));
  } finally {
    await browser.close();
  }
});
