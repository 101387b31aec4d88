// <yibao-estimator> in a page of somebody else's: in a shadow root, out of reach of a host with ideas of its own.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { estimate, ready } from "yibao";
import { violations } from "./support/axe.mjs";
import { browserNames, openBrowser } from "./support/browser.mjs";
import { bare, serveHosts, serveSite } from "./support/hosts.mjs";

const prefill = {
  region: "370212", asked_on: "2025-06-09", facts: { scheme: "resident", hardship: [], conditions: ["hypertension"] },
  expenses: [{ id: "e1", service: "outpatient", date: "2024-10-01", total: "900.00", facts: { self_paid: "0.00", advance: "0.00", facility_level: "1" } }],
};

/** As many sites in China are: a rem of a tenth of the screen, text in the middle, loud headings, ids in everybody's way. */
const host = (element, { head = "", csp = null, site }) => ({
  headers: csp ? { "content-security-policy": csp } : {},
  html: `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>A host</title><style>
    html { font-size: 100px } body { font: 14px/1 serif; text-align: center; letter-spacing: 9px; text-transform: uppercase; color: red }
    h1, h2, p, button, input, fieldset { font-size: 60px !important; color: red !important; float: left } div { width: 320px }
    </style>${head}<h1 id="headline">某县医保局</h1><div>${element}</div><script src="${site}main.js" async></script>`,
});

/** The same as an old site would send it; what is not Latin there does not matter here. */
const gbk = ({ html }) => ({ headers: { "content-type": "text/html; charset=gbk" }, html: Buffer.from(html.replace("utf-8", "gbk").replace(/[^\0-\x7f]/g, "?"), "latin1") });

const element = (attributes = "") => `<yibao-estimator asked-on="2025-06-09" mode="form" ${attributes}>Please use a newer browser.</yibao-estimator>`;
const filled = `answers='${JSON.stringify(prefill)}'`;
const answered = () => window.heard?.outcome === "estimate";
const listen = '<script>addEventListener("estimate", ({ detail }) => { window.heard = detail; })</script>';

const site = await serveSite();
const bareSite = await serveSite(bare);
const policy = (rule) => `default-src 'none'; script-src ${site.address} 'unsafe-inline' ${rule}; style-src ${site.address} 'unsafe-inline'`;
const hosts = await serveHosts({
  "/plain": host(element(filled), { head: listen, site: site.address }),
  "/english": host(element(`${filled} lang="en" theme="dark" elder`), { head: listen, site: site.address }),
  "/empty": host(element('region="370883"'), { site: site.address }),
  "/two": host(element('region="370883"') + element('region="130800" lang="en"'), { site: site.address }),
  "/strict": host(element(filled), { head: listen, csp: policy("'wasm-unsafe-eval'"), site: site.address }),
  "/gbk": gbk(host(element(filled), { head: listen, site: bareSite.address })),
  "/no-wasm": host(element(filled), { head: listen, csp: policy(""), site: site.address }),
});
before(() => ready());
after(() => Promise.all([site, bareSite, hosts].map((server) => server.close())));

const inside = (script) => `() => { const root = document.querySelector("yibao-estimator").shadowRoot; return (${script})(root); }`;

for (const name of browserNames) {
  describe(name, () => {
    let browser;
    before(async () => { browser = await openBrowser(name); });
    after(() => browser.close());

    test("the answer comes as an event, the same bytes as from any other interface", async () => {
      await browser.open(`${hosts.address}/plain`);
      await browser.until(answered);
      const heard = await browser.execute(() => JSON.stringify(window.heard));
      assert.equal(JSON.parse(heard).totals.paid.likely, "675.00");
      assert.equal(heard, JSON.stringify(estimate(prefill)));
    });

    test("the host's styles stay outside, and text has the reader's size", async () => {
      await browser.until(inside((root) => root.querySelector("#headline") && getComputedStyle(root.host).visibility === "visible"));
      const seen = await browser.execute(inside((root) => {
        const { fontSize, textAlign, letterSpacing, textTransform, color } = getComputedStyle(root.querySelector(".ask .hint"));
        const outside = [...root.querySelectorAll(".yb *")].filter((part) => part.getBoundingClientRect().right > root.host.getBoundingClientRect().right + 1 && !part.closest(".visually-hidden, .skip"));
        return { textAlign, letterSpacing, textTransform, isRed: color === "rgb(255, 0, 0)", size: parseFloat(fontSize) < 20, outside: outside.slice(0, 3).map(({ outerHTML }) => outerHTML.slice(0, 90)) };
      }));
      assert.deepEqual(seen, { textAlign: "start", letterSpacing: "normal", textTransform: "none", isRed: false, size: true, outside: [] });
    });

    test("in a page in GBK, from a server that names no encoding", async () => {
      await browser.open(`${hosts.address}/gbk`);
      await browser.until(answered);
      await browser.until(inside((root) => root.querySelector("#headline")?.textContent.startsWith("能报销 ¥675.00，")));
      assert.equal(await browser.execute(() => document.characterSet), "GBK");
    });

    test("under a strict security policy that allows WebAssembly", async () => {
      await browser.open(`${hosts.address}/strict`);
      await browser.until(answered);
    });

    test("where the policy forbids WebAssembly, it says so and where to turn", async () => {
      await browser.open(`${hosts.address}/no-wasm`);
      await browser.until(inside((root) => root?.querySelector("[role=alert]")?.textContent.includes("12393")));
    });

    test("two in one page", async () => {
      await browser.open(`${hosts.address}/two`);
      await browser.until(() => [...document.querySelectorAll("yibao-estimator")].every(({ shadowRoot }) => shadowRoot?.querySelector(".answer")));
      const languages = await browser.execute(() => [...document.querySelectorAll("yibao-estimator")].map(({ shadowRoot }) => shadowRoot.querySelector(".yb").lang));
      assert.deepEqual(languages, ["zh-CN", "en"]);
    });
  });
}

describe("inside the shadow root", () => {
  let browser;
  let page;
  before(async () => {
    browser = await openBrowser("chromium");
    page = browser.page;
    await page.goto(`${hosts.address}/empty`);
    await page.getByRole("button", { name: "看结果" }).waitFor();
  });
  after(() => browser.close());

  const focused = () => page.evaluate(() => {
    const { activeElement } = document.querySelector("yibao-estimator").shadowRoot;
    return activeElement && (activeElement.id || activeElement.name);
  });

  test("a mistake leads the keyboard to the summary, and the summary to the field", async () => {
    const bill = page.getByRole("region", { name: "第 1 笔费用" });
    await bill.getByRole("textbox", { name: "总费用" }).fill("一千二");
    await page.getByRole("button", { name: "看结果" }).click();
    await page.waitForFunction(() => document.querySelector("yibao-estimator").shadowRoot.activeElement?.id === "errors");
    await page.getByRole("alert").getByRole("link", { name: /总费用/ }).click();
    assert.equal(await focused(), "form-e1-total");
  });

  test("labels name their fields, radios are one group, the result takes the focus and is announced", async () => {
    const bill = page.getByRole("region", { name: "第 1 笔费用" });
    await bill.getByRole("textbox", { name: "总费用" }).fill("20000");
    await bill.getByRole("radio", { name: /^普通门诊/ }).check();
    await bill.getByRole("radio", { name: /^住院/ }).check();
    assert.equal(await bill.getByRole("radio", { name: /^普通门诊/ }).isChecked(), false);
    for (const [part, text] of [["年", "2025"], ["月", "2"], ["日", "28"]]) await bill.getByRole("group", { name: "日期" }).getByRole("textbox", { name: part }).fill(text);
    await page.getByRole("button", { name: "看结果" }).click();
    await page.waitForFunction(() => document.querySelector("yibao-estimator").shadowRoot.activeElement?.id === "headline");
    await page.waitForFunction(() => document.querySelector("yibao-estimator").shadowRoot.querySelector("output").textContent.includes("能报销"));
  });

  test("what loads when it is opened comes with its styles", async () => {
    const place = page.locator("#more-along");
    await place.locator("summary").first().click();
    await place.locator(".part-body").waitFor();
    assert.match(await place.innerText(), /链接/);
  });

  test("axe finds nothing in it, in elder mode and in the dark", async () => {
    await page.goto(`${hosts.address}/english`);
    await page.waitForFunction(answered);
    await page.waitForFunction(() => document.querySelector("yibao-estimator").shadowRoot.querySelector("#headline"));
    assert.deepEqual(await violations(page, { isLarge: true, where: { include: "yibao-estimator" } }), []);
  });
});
