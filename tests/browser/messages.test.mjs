// What host and frame tell each other, and what they refuse to hear; and browsers below the floor, alone and in a frame.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { browserNames, openBrowser } from "./support/browser.mjs";
import { serveHosts, serveSite } from "./support/hosts.mjs";

const prefill = JSON.stringify({
  region: "370212", asked_on: "2025-06-09", facts: { scheme: "resident", conditions: ["hypertension"], hardship: [] },
  expenses: [{ id: "e1", service: "outpatient", date: "2024-10-01", total: "900.00", facts: { self_paid: "0.00", advance: "0.00", facility_level: "1" } }],
});

const site = await serveSite();
/** A page that keeps every message and every answer that it hears. */
const host = (tag, more = "") => ({
  html: `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>A host</title><h1>A host</h1><script>
    window.messages = []; window.answers = [];
    addEventListener("message", ({ data }) => messages.push(data));
    addEventListener("estimate", ({ detail, target }) => answers.push([target.localName, detail]));
    </script><a href="${site.address}">看病能报多少</a><script src="${site.address}embed.js" ${tag}></script>${more}`,
});
const filled = `data-region="370212" data-asked-on="2025-06-09" data-prefill='${prefill}'`;
/** A frame beside ours, from a third origin, that says what our frame says, and to our frame what a host says. */
const stranger = { html: `<script>
  setInterval(() => {
    for (const height of [7, 77777]) parent.postMessage({ yibao: 1, type: "height", height }, "*");
    parent.postMessage({ yibao: 1, type: "ready", height: 7 }, "*");
    parent.postMessage({ yibao: 1, type: "estimate", answer: "{}" }, "*");
    parent.frames[0]?.postMessage({ yibao: 1, type: "host", answers: true }, "*");
  }, 20);
  addEventListener("message", ({ data }) => { if (data.type === "estimate") parent.postMessage("stolen", "*"); });
</script>` };

const strangers = await serveHosts({ "/": stranger });
const hosts = await serveHosts({
  "/quiet": host(filled),
  "/asking": host(`${filled} data-answers`),
  "/asking-sandbox": host(`${filled} data-answers data-sandbox`),
  "/attacked": host(`${filled} data-answers`, `<iframe src="${strangers.address}/"></iframe>`),
  "/attacked-quiet": host(filled, `<iframe src="${strangers.address}/"></iframe>`),
  "/en": host('data-region="370212" data-lang="en" data-elder data-theme="dark" data-mode="form" data-situation="chronic"'), // large text alone would ask one question a screen
});
after(() => Promise.all([site, hosts, strangers].map((server) => server.close())));

const shown = () => parseFloat(document.querySelector("iframe")?.style.height) > 100;
const headline = () => document.querySelector("#headline")?.textContent.includes("675.00");

for (const name of browserNames) {
  describe(name, () => {
    let browser;
    before(async () => { browser = await openBrowser(name); });
    after(() => browser.close());

    const open = async (path) => {
      await browser.open(hosts.address + path);
      await browser.until(shown);
    };
    const heard = () => browser.execute(() => window.messages);

    test("a host that did not ask hears heights and nothing else, and no address is told to anybody", async () => {
      await open("/quiet");
      await browser.frame().until(headline);
      const messages = await heard();
      assert.deepEqual([...new Set(messages.map(({ type }) => type))].filter((type) => type !== "show").sort(), messages.length > 1 ? ["height", "ready"] : ["ready"]);
      assert.ok(messages.every((message) => Object.keys(message).every((key) => ["yibao", "type", "height", "top"].includes(key))));
      assert.deepEqual(await browser.execute(() => window.answers), []);
      const frame = await browser.execute(() => ({ src: document.querySelector("iframe").src, policy: document.querySelector("iframe").referrerPolicy }));
      assert.equal(frame.policy, "no-referrer");
      assert.ok(!frame.src.includes("127.0.0.1"));
      assert.equal(await browser.frame().execute(() => document.referrer), "");
    });

    for (const path of ["/asking", "/asking-sandbox"]) {
      test(`a host that asked hears each answer as an event on the frame: ${path}`, async () => {
        await open(path);
        await browser.until(() => window.answers.length > 0 && window.answers.at(-1)[1].totals?.paid.likely === "675.00");
        assert.deepEqual(await browser.execute(() => window.answers.at(-1)[0]), "iframe");
      });
    }

    test("nobody else can speak for the frame, or for the host", async () => {
      await open("/attacked");
      await browser.until(() => window.messages.filter(({ height }) => height === 77777).length > 5);
      await browser.until(() => window.answers.length > 0);
      assert.ok(await browser.execute(() => !["7px", "77777px"].includes(document.querySelector("iframe").style.height)));
      assert.ok((await browser.execute(() => window.answers)).every(([, { outcome }]) => outcome === "estimate"), "no answer of a stranger's");
      await open("/attacked-quiet");
      await browser.frame().until(headline);
      await browser.until(() => window.messages.filter(({ height }) => height === 77777).length > 5);
      assert.ok(!(await heard()).includes("stolen"));
      assert.ok(!(await heard()).some(({ type, answer }) => type === "estimate" && answer !== "{}"));
    });

    test("settings travel to the frame; being led to a place in it moves the host's page there", async () => {
      await open("/en");
      const frame = browser.frame();
      await frame.until(() => document.querySelector('.yb[lang=en][data-elder][data-theme="dark"]') !== null);
      assert.equal(await frame.execute(() => document.querySelector("yibao-estimator").situation), "chronic");
      await browser.execute(() => window.scrollTo(0, 0));
      await frame.click(".foot-bar button");
      await browser.until(() => {
        const { top } = document.querySelector("iframe").getBoundingClientRect();
        return window.scrollY > 100 && top < 0;
      });
    });
  });
}

describe("below the floor", () => {
  // Each test has a profile of its own; this one keeps their process running between them.
  let first;
  before(async () => { first = await openBrowser("chromium"); });
  after(() => first.close());

  test("without WebAssembly, the page says what helps and where to turn", async () => {
    const browser = await openBrowser("chromium");
    try {
      await browser.context.addInitScript(() => { delete window.WebAssembly; });
      await browser.open(`${site.address}#lang=en`);
      await browser.until(() => /Chrome 97.*12393/s.test(document.querySelector("[role=alert]")?.textContent ?? ""));
      await browser.open(`${hosts.address}/quiet`);
      await browser.frame().until(() => document.querySelector("[role=alert]") !== null);
      assert.ok(await browser.execute(() => document.querySelector("a").offsetParent !== null), "on a host, the link stays");
      assert.equal(await browser.execute(() => document.querySelector("iframe").getBoundingClientRect().height), 0);
    } finally {
      await browser.close();
    }
  });

  for (const [what, remove] of [
    ["custom elements", () => { delete window.customElements; }],
    ["a script that can be read", null],
  ]) {
    test(`without ${what}, the text that was there from the beginning appears`, async () => {
      const browser = await openBrowser("chromium");
      const { page, context } = browser;
      try {
        if (remove) await context.addInitScript(remove);
        else await context.route("**/main.js", (route) => route.fulfill({ contentType: "text/javascript", body: "const a = b?.#c;" }));
        await page.goto(site.address);
        const late = page.locator(".late");
        // It waits some seconds, so that nobody reads it while the page is only slow.
        await page.evaluate(() => document.getAnimations().forEach((animation) => animation.finish()));
        await late.waitFor({ state: "visible" });
        assert.match(await late.innerText(), /太旧.*Chrome 97.*12393.*too old.*Chrome 97.*12393/s);
      } finally {
        await browser.close();
      }
    });
  }
});
