// Safari's engine: the short story from a server and from a file, and the page in a host's frame, also in a sandbox.

import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { dist } from "../../scripts/support/paths.mjs";
import { serveHosts, serveSite } from "../browser/support/hosts.mjs";
import { tell } from "../browser/support/short-story.mjs";
import { openWebKit } from "../browser/support/webkit.mjs";

const prefill = JSON.stringify({
  region: "370212", asked_on: "2025-06-09", facts: { scheme: "resident", conditions: ["hypertension"], hardship: [] },
  expenses: [{ id: "e1", service: "outpatient", date: "2024-10-01", total: "900.00", facts: { self_paid: "0.00", advance: "0.00", facility_level: "1" } }],
});

const site = await serveSite();
const host = (more) => ({
  html: `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>A host</title><h1>A host</h1><script>
    window.answers = []; addEventListener("estimate", ({ detail }) => answers.push(detail));
    </script><a href="${site.address}">看病能报多少</a><script src="${site.address}embed.js" data-region="370212" data-asked-on="2025-06-09" data-prefill='${prefill}' ${more}></script>`,
});
const hosts = await serveHosts({ "/asking": host("data-answers"), "/sandbox": host("data-answers data-sandbox") });
let browser;
before(async () => { browser = await openWebKit(); });
after(async () => { await browser?.close(); await Promise.all([site.close(), hosts.close()]); });

for (const lang of ["zh-CN", "en"]) {
  test(`the short story, from a server, in ${lang}`, () => tell(browser, `${site.address}#region=370212&asked-on=2025-06-09&lang=${lang}`));
}

test("the short story, from a file", () => tell(browser, `${pathToFileURL(join(dist, "index.html")).href}#region=370212&asked-on=2025-06-09&lang=en`));

for (const path of ["/asking", "/sandbox"]) {
  test(`in a host's frame the page is seen, answers, and tells a host that asked: ${path}`, async () => {
    await browser.open(hosts.address + path);
    await browser.until(() => parseFloat(document.querySelector("iframe")?.style.height) > 100);
    await browser.frame().until(() => document.querySelector("#headline")?.textContent.includes("675.00"));
    await browser.until(() => window.answers.some(({ totals }) => totals?.paid?.low === "675.00"));
    assert.ok(await browser.execute(() => document.querySelector("a").offsetParent === null), "the link went out of sight");
  });
}
