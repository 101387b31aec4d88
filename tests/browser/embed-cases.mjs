// The hosts of embed.test.mjs: each has a page, and a check of what came of it. `must` is what its webmaster has to do.

import assert from "node:assert/strict";
import { PATIENCE } from "./support/patience.mjs";

const REGION = "370883";

/** What a webmaster pastes. */
const paste = (site, attributes = "", region = REGION) =>
  `<p><a href="${site}index.html#region=${region}">看病能报多少</a></p>\n<script src="${site}embed.js" data-region="${region}" ${attributes} async></script>`;

const page = (body, head = "") =>
  `<!doctype html><html lang="zh-CN"><meta charset="utf-8">${head}<title>A host</title><h1>某县医保局</h1>${body}<p>页脚</p></html>`;

const origin = (site) => new URL(site).origin;

/** GBK as old sites have it, for the few characters that our pages use. */
const inGbk = (html) => Buffer.concat([...html].map((letter) => gbk[letter] ?? Buffer.from(letter, "latin1")));
const gbk = Object.fromEntries([..."看病能报多少某县医保局页脚"].map((letter, i) => [letter, Buffer.from("bfb4b2a1c4dcb1a8b6e0c9d9c4b3cfd8d2bdb1a3bed6d2b3bdc5", "hex").subarray(2 * i, 2 * i + 2)]));

const strict = (site, ...more) => ["default-src 'none'", `script-src ${site}embed.js`, `frame-src ${origin(site)}`,
  "style-src 'none'", "base-uri 'none'", ...more].join("; ");

/** The page runs in the frame, in place of the link, and the frame is as high as what is in it. */
async function works(browser, n = 0) {
  await browser.until((n) => parseFloat(document.querySelectorAll("iframe")[n]?.style.height) > 0, n);
  assert.ok(await browser.execute((n) => document.querySelectorAll("a")[n].offsetParent === null, n), "the link is out of sight");
  await browser.frame(n).until(() => document.querySelector(".answer, .guide") !== null);
  await fits(browser, n);
}

/** Asks both sides until they agree: while something is opened, both change. */
async function fits(browser, n = 0) {
  // Chromium lays out a frame of another site only once it comes into sight.
  await browser.execute((n) => document.querySelectorAll("iframe")[n].scrollIntoView(), n);
  for (const end = performance.now() + PATIENCE; ;) {
    const content = await browser.frame(n).execute(() => Math.ceil(document.querySelector("main").getBoundingClientRect().bottom + scrollY));
    const frame = await browser.execute((n) => parseFloat(document.querySelectorAll("iframe")[n].style.height), n);
    if (frame === content) return;
    if (performance.now() > end) assert.equal(frame, content, "the frame is as high as its content");
  }
}

/** Nothing is seen of a frame, and the link is there; the page inside was not even begun. */
async function linkStays(browser, site) {
  await browser.until(() => document.readyState === "complete");
  const seen = await browser.execute(() => [...document.querySelectorAll("iframe")].map((frame) => frame.getBoundingClientRect().height));
  assert.ok(seen.every((height) => height === 0), `a frame is ${seen} high`);
  assert.ok(await browser.execute(() => document.querySelector("a").offsetParent !== null), "the link can be seen");
  assert.ok(!site.asked.includes("/main.js"), "the page was not begun");
}

/** Whatever makes the page higher makes the frame higher. */
async function follows(browser) {
  await works(browser);
  const before = await browser.execute(() => document.querySelector("iframe").style.height);
  const frame = browser.frame();
  await frame.execute(() => document.querySelectorAll("details").forEach((details) => { details.open = true; }));
  await browser.until((before) => document.querySelector("iframe").style.height !== before, before);
  await fits(browser);
}

/** From the moment its place can be seen there is the link or the form, and soon the form. Some browsers begin only then. */
async function opensLater(browser) {
  await browser.until(() => document.readyState === "complete" && document.querySelector("iframe") !== null);
  await browser.execute(() => {
    const [fold, later] = [document.querySelector("details"), document.querySelector("#later")];
    if (fold) fold.open = true;
    else if (later instanceof HTMLDialogElement) later.showModal();
    else later.hidden = false;
  });
  const [link, height] = await browser.execute(() =>
    [document.querySelector("a").offsetParent !== null, document.querySelector("iframe").clientHeight]);
  assert.notEqual(link, height > 0, "either the link or the form");
  await works(browser);
}

export const cases = [
  { path: "/plain", title: "a page of another site, with no rules of its own", must: "nothing", works: true,
    page: (site) => ({ html: page(paste(site)) }), check: follows },

  { path: "/strict", title: "a strict security policy (CSP)", must: "allow the script and the frame: `script-src …/embed.js`, `frame-src` our site", works: true,
    page: (site) => ({ headers: { "content-security-policy": strict(site, "require-trusted-types-for 'script'") }, html: page(paste(site)) }), check: follows },

  { path: "/no-frame-src", title: "a CSP that does not allow our frame", must: "add `frame-src` our site; until then the link stays", works: false,
    page: (site) => ({ headers: { "content-security-policy": `default-src 'self'; script-src ${origin(site)}` }, html: page(paste(site)) }),
    check: linkStays },

  { path: "/no-script-src", title: "a CSP that does not allow our script", must: "add `script-src …/embed.js`; until then the link stays", works: false,
    page: () => ({ headers: { "content-security-policy": "default-src 'self'" }, html: page(paste(sites.good)) }), check: linkStays },

  { path: "/integrity", title: "a tag with `integrity` (SRI)", must: "nothing; our headers allow it", works: true,
    page: (site) => ({ html: page(paste(site, `integrity="${integrity}" crossorigin="anonymous"`)) }), check: (browser) => works(browser) },

  { path: "/isolated", title: "an isolated page (COEP `require-corp`)", must: "nothing; our headers allow it", works: true,
    page: (site) => ({ headers: { "cross-origin-embedder-policy": "require-corp" }, html: page(paste(site)) }), check: (browser) => works(browser) },

  { path: "/isolated-bare", title: "the same, with our files on a server without our headers", must: "send the headers of `headers/`; until then the link stays", works: false, site: "bare",
    page: (site) => ({ headers: { "cross-origin-embedder-policy": "require-corp" }, html: page(paste(site)) }), check: linkStays },

  { path: "/bare", title: "our files on a server without our headers", must: "nothing", works: true, site: "bare",
    page: (site) => ({ html: page(paste(site)) }), check: (browser) => works(browser) },

  { path: "/sandbox", title: "`data-sandbox=\"allow-scripts\"`: the frame may run scripts and nothing else", must: "nothing", works: true,
    page: (site) => ({ html: page(paste(site, 'data-sandbox="allow-scripts"')) }), check: follows },

  { path: "/no-storage", title: "a visitor who blocks cookies and storage", must: "nothing", works: true, open: { blockStorage: true },
    page: (site) => ({ html: page(paste(site)) }), check: (browser) => works(browser) },

  { path: "/refused", title: "a server that adds `X-Frame-Options` to our files", must: "take that header off our folder; until then the link stays", works: false, site: "refusing",
    page: (site) => ({ html: page(paste(site)) }), check: linkStays },

  { path: "/narrow", title: "a column 320 px wide", must: "nothing", works: true,
    page: (site) => ({ headers: { "content-security-policy": strict(site).replace("style-src 'none'", "style-src 'unsafe-inline'") }, html: page(`<div>${paste(site)}</div>`, "<style>div { width: 320px }</style>") }),
    check: async (browser) => {
      await works(browser);
      const { width, content } = await browser.frame().execute(() => ({ width: innerWidth, content: document.documentElement.scrollWidth }));
      assert.deepEqual({ width, content }, { width: 320, content: 320 }, "nothing runs out of it");
    } },

  { path: "/two", title: "two on one page, for different regions", must: "nothing", works: true,
    page: (site) => ({ html: page(paste(site) + paste(site, "data-lang=en", "130800")) }),
    check: async (browser) => {
      await works(browser, 0);
      await works(browser, 1);
      const chosen = [];
      for (const n of [0, 1]) chosen.push(await browser.frame(n).execute(() => location.hash.slice(0, 14)));
      assert.deepEqual(chosen, ["#region=370883", "#region=130800"]);
    } },

  ...[
    ["/fold", "a fold (`<details>`) that the reader opens later", (tag) => `<details><summary>估算</summary>${tag}</details>`],
    ["/tab", "a tab that the reader opens later", (tag) => `<button>估算</button><div id="later" hidden>${tag}</div>`],
    ["/dialog", "a dialog that the reader opens later", (tag) => `<button>估算</button><dialog id="later">${tag}</dialog>`],
  ].map(([path, title, around]) => ({ path, title, must: "nothing", works: true,
    page: (site) => ({ html: page(around(paste(site))) }), check: opensLater })),

  { path: "/gbk", title: "a page in GBK", must: "nothing", works: true, site: "bare",
    page: (site) => ({ headers: { "content-type": "text/html; charset=gbk" }, html: inGbk(page(paste(site)).replace("utf-8", "gbk")) }),
    check: async (browser) => {
      await works(browser);
      assert.equal(await browser.execute(() => document.querySelector("iframe").title), "看病能报多少");
    } },

  { path: "/back", title: "a visitor who goes away and comes back", must: "nothing", works: true,
    page: (site) => ({ html: page(paste(site)) }),
    check: async (browser) => {
      await works(browser);
      const here = await browser.execute(() => location.href);
      await browser.open(here.replace("/back", "/plain"));
      await works(browser);
      await browser.back();
      await works(browser);
      await browser.forward();
      await works(browser);
    } },
];

/** Put in by `pagesOf`: a page may need more than its own site. */
let sites;
let integrity;

export function pagesOf(servers, hash) {
  sites = Object.fromEntries(Object.entries(servers).map(([name, { address }]) => [name, address]));
  integrity = hash;
  return Object.fromEntries(cases.map(({ path, page, site = "good" }) => [path, page(sites[site])]));
}
