// Without a network: the page that a browser kept for later, and the one-file page from a file. The servers are closed and
// the browsers' network is off; nothing here pretends.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { dist } from "../../scripts/support/paths.mjs";
import { browserNames, openBrowser } from "./support/browser.mjs";
import { serveHosts, serveSite } from "./support/hosts.mjs";

const prefill = JSON.stringify({
  region: "370212", asked_on: "2025-06-09", facts: { scheme: "resident", conditions: ["hypertension"] },
  expenses: [{ id: "e1", service: "outpatient", date: "2024-10-01", total: "900.00", facts: { self_paid: "0.00", advance: "0.00", facility_level: "1" } }],
});
const settings = (more) => `#${new URLSearchParams({ "asked-on": "2025-06-09", answers: prefill, ...more })}`;
const answered = () => document.querySelector("#headline")?.textContent.includes("675.00");

for (const name of browserNames) {
  describe(name, () => {
    let browser;
    before(async () => { browser = await openBrowser(name); });
    after(() => browser.close());

    test("the one-file page answers from a file, with everything in it, and asks for nothing", async () => {
      if (name === "chromium") await browser.context.setOffline(true);
      browser.requests.length = 0;
      await browser.open(pathToFileURL(join(dist, "yibao.html")).href + settings({ lang: "en" }));
      await browser.until(answered);
      await openPart(browser);
      assert.deepEqual(browser.requests.filter((url) => !/^file:.*yibao\.html|^about:|^data:/.test(url)), []);
      if (name === "chromium") await browser.context.setOffline(false);
    });

    test("a page that was opened once opens again without a network, in both languages, the library too", async () => {
      const site = await serveSite();
      try {
        await browser.open(site.address + settings());
        await browser.until(answered);
        // The worker is active once the shell is kept; what was chosen follows.
        await browser.until(async () => (await navigator.serviceWorker.getRegistration())?.active?.state === "activated");
        await browser.until(areKept, ["policies/370200.js", "policies/370000.js", "policies/000000.js", "library/370200.js"]);
        assert.equal(await browser.execute(areKept, ["policies/130800.js"]), false, "what nobody chose is not kept");
      } finally {
        await site.close();
      }
      await browser.open("about:blank");
      await browser.open(site.address + settings({ lang: "en" }));
      await browser.until(answered);
      assert.equal(await browser.execute(() => document.querySelector(".yb").lang), "en");
      await openPart(browser);
      await browser.execute(() => {
        document.querySelector("yibao-estimator").region = "130800";
      });
      await browser.until(() => document.querySelector("[role=alert]")?.textContent.includes("could not be loaded"));
      await browser.open(`${site.address}library.html#370212`);
      await browser.until(() => document.querySelector("yibao-library h2") !== null && !document.querySelector(".before"));
    });
  });
}

/** Runs in the page: whether these files are in the worker's copy. */
async function areKept(names) {
  const found = await Promise.all(names.map((name) => caches.match(new URL(name, location.href).href)));
  return found.every(Boolean);
}

/** Something that on-line loads only when it is opened. */
async function openPart(browser) {
  await browser.execute(() => { document.querySelector("#more-along").open = true; });
  await browser.until(() => document.querySelector("#more-along .part-body") !== null);
}

test("the one-file page names everything that runs in it by its hash, and nothing else may run", () => {
  const html = readFileSync(join(dist, "yibao.html"), "utf8");
  const policy = /Content-Security-Policy" content="([^"]+)"/.exec(html)[1];
  assert.match(policy, /^default-src 'none'; script-src ('sha256-[\w+/]{43}=' )+'wasm-unsafe-eval'; style-src '[^;]*'; img-src data:; connect-src 'none'; form-action 'none'; base-uri 'none'$/);
  assert.doesNotMatch(policy, /'self'|unsafe-inline|unsafe-eval'(?<!wasm-unsafe-eval')/);
  const tags = [...html.replace(/<!--.*?-->/gs, "").matchAll(/<(?:script|link|img|iframe)\b[^>]*\b(?:src|href)="([^"]*)"/g)];
  assert.deepEqual(tags.map(([, address]) => address.slice(0, 5)), ["data:"]);
});

test("in a frame, from a file and where storage is blocked, nothing is kept and nothing breaks", async () => {
  const browser = await openBrowser("chromium", { blockStorage: true });
  const site = await serveSite();
  const hosts = await serveHosts({ "/": { html: `<h1>A host</h1><script src="${site.address}embed.js" data-region="370212"></script>` } });
  try {
    const errors = [];
    browser.context.on("weberror", (error) => errors.push(error.error().message));
    await browser.open(site.address + settings());
    await browser.until(answered);
    await browser.open(`${hosts.address}/`);
    await browser.until(() => parseFloat(document.querySelector("iframe")?.style.height) > 0);
    await browser.open(pathToFileURL(join(dist, "index.html")).href + settings());
    await browser.until(answered);
    assert.deepEqual(errors, []);
  } finally {
    await Promise.all([browser.close(), site.close(), hosts.close()]);
  }
});
