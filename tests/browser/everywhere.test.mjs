// What every browser must be able to do, from a server and from a file: the core starts, the form answers, pictures are
// drawn, one goes back, and what loads later comes. One browser of each kind tells all of it: it takes long to start.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, beforeEach, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { dist, distPackage } from "../../scripts/support/paths.mjs";
import { serve } from "../../scripts/support/serve.mjs";
import { browserNames, openBrowser } from "./support/browser.mjs";
import { serveDist } from "./support/serve.mjs";
import { tell } from "./support/short-story.mjs";

const server = await serveDist();
after(() => server.close());
const file = (name) => pathToFileURL(join(dist, name)).href;

const accident = {
  region: "370883", facts: { scheme: "resident", birth_date: "2015-05-01" },
  expenses: [{ id: "e1", service: "accident_outpatient", date: "2025-03-10", total: "1200", facts: { self_paid: "0", advance: "0", third_party_liable: false } }],
};

const program = `<!doctype html><meta charset="utf-8"><title>program</title>
<script type="module">
  import { estimate, estimateAll, load } from "./package/index.js";
  await load("370212");
  const visit = (total) => ({
    region: "370212", asked_on: "2025-06-01", facts: { scheme: "resident", conditions: ["hypertension"], hardship: [] },
    expenses: [{ id: "v", service: "outpatient", date: "2024-10-01", total, facts: { self_paid: "0.00", advance: "0.00", facility_level: "1" } }],
  });
  const requests = Array.from({ length: 150 }, (_, i) => (i === 70 ? "{" : visit(\`\${100 + i}.00\`)));
  const answers = [];
  for await (const answer of estimateAll(requests, { workers: 2 })) answers.push(answer);
  const isSame = JSON.stringify(answers) === JSON.stringify(requests.map((request) => estimate(request)));
  document.body.textContent = JSON.stringify({ isSame, count: answers.length });
</script>`;

const folder = mkdtempSync(join(tmpdir(), "yibao-package-"));
writeFileSync(join(folder, "index.html"), program);
symlinkSync(distPackage, join(folder, "package"));
after(() => rmSync(folder, { recursive: true }));

for (const name of browserNames) {
  describe(name, () => {
    let browser;
    before(async () => { browser = await openBrowser(name); });
    after(() => browser.close());
    beforeEach(() => browser.open("about:blank")); // an address that differs in its fragment only would not load anew

    for (const [from, address] of Object.entries({ "a file": file("index.html"), "a server": server.address })) {
      for (const lang of ["zh-CN", "en"]) {
        test(`the short story, from ${from}, in ${lang}`, () => tell(browser, `${address}#region=370212&asked-on=2025-06-09&lang=${lang}`));
      }
    }

    for (const [from, address] of Object.entries({ "a server": server.address, "the one file": file("yibao.html") })) {
      test(`what loads later is there without a word of complaint, from ${from}`, async () => {
        const complaints = [];
        const complain = (message) => { if (message.type() === "error") complaints.push(message.text()); };
        const fail = (error) => complaints.push(error.message);
        browser.page?.on("console", complain).on("pageerror", fail);
        await browser.open(`${address}#asked-on=2025-06-09&answers=${encodeURIComponent(JSON.stringify(accident))}`);
        await browser.until(() => /960\.00/.test(document.querySelector("#headline")?.textContent ?? ""));
        for (const part of ["curve", "year", "slip", "along"]) await browser.click(`#more-${part} > summary`);
        await browser.until(() => document.querySelector("#more-curve .yours") && document.querySelector("#more-year .figures") && document.querySelector("#slip-hifp_pay"));
        assert.match(await browser.text("#more-curve .yours"), /1,200\.00.*240\.00/s);
        assert.match(await browser.text("#more-year h4"), /540\.00/);
        await browser.fill("#slip-hifp_pay", "900");
        await browser.click("#more-slip .part-body > p:first-of-type"); // leaves the field
        await browser.until(() => /60\.00/.test(document.querySelector("#slip-hifp_pay-says").textContent));
        const styled = await browser.execute(() => getComputedStyle(document.querySelector("#more-year .figures")).borderCollapse);
        assert.equal(styled, "collapse", "panels.css is there");
        assert.deepEqual(complaints, []);
        browser.page?.off("console", complain).off("pageerror", fail);
      });
    }

    test("a place is typed and taken with a finger", async () => {
      await browser.open(`${server.address}#asked-on=2025-06-09`);
      await browser.fill("#form-region", "kunming");
      await browser.click("#form-region-530100");
      await browser.until(() => document.querySelector(".answer") !== null);
      assert.equal(await browser.execute(() => document.querySelector("yibao-estimator").region), "530100");
    });

    test("a grandmother, in large text, by the browser's own back button", async () => {
      const asks = (text) => document.querySelector(".guide .question > :is(legend, .label)")?.innerText.includes(text);
      await browser.resize(420, 800);
      await browser.open(`${server.address}#asked-on=2025-06-09&elder=1&region=370200`);
      await browser.until(asks, "发生了什么事");
      await browser.click(".situations li:nth-child(4) button");
      await browser.until(asks, "参加的是哪种医保");
      await browser.click("label[for=form-scheme]");
      await browser.click(".guide-acts .primary");
      await browser.until(asks, "总费用");
      await browser.fill("#form-e1-total", "12000");
      await browser.back();
      await browser.until(asks, "参加的是哪种医保");
      assert.ok(await browser.execute(() => document.querySelector("#form-scheme").checked));
      await browser.forward();
      await browser.until(() => document.querySelector("#form-e1-total")?.value === "12,000");
      await browser.resize(1280, 900);
    });

    test("a link to a row of the library, from a file", async () => {
      await browser.open(`${file("library.html")}#370212/employee-inpatient/rate@2,yes&lang=en`);
      await browser.until(() => document.activeElement.id === "370212/employee-inpatient/rate@2,yes");
      assert.equal(await browser.execute(() => document.activeElement.innerText.trim()), "94%");
      assert.match(await browser.execute(() => document.querySelector(".library h1").innerText), /Policy library/);
    });

    for (const [title, allowed] of [["several threads of the package answer in order", "'self'"], ["a page that allows no threads gets the same answers", "'none'"]]) {
      test(title, async () => {
        const asked = [];
        const headersFor = (path) => {
          asked.push(path);
          return { "content-security-policy": `worker-src ${allowed}` };
        };
        const site = await serve(folder, { headersFor });
        try {
          await browser.open(site.address);
          await browser.until(() => document.body.textContent.startsWith("{"));
          const said = JSON.parse(await browser.text("body"));
          assert.deepEqual([said.isSame, said.count], [true, 150]);
          assert.equal(asked.some((path) => path.endsWith("/worker.js")), allowed === "'self'");
        } finally {
          await site.close();
        }
      });
    }
  });
}
