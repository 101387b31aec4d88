// docs/embedding.md, followed to the letter: its code on a host with the rules that it names, its files on a bare server.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { inRoot } from "../../scripts/support/paths.mjs";
import { openBrowser } from "./support/browser.mjs";
import { serveHosts, serveSite } from "./support/hosts.mjs";

const guides = ["docs/embedding.md", "docs/embedding.zh.md"];
const pages = {};
let site;
let hosts;
let browser;
before(async () => {
  [site, hosts, browser] = await Promise.all([serveSite(() => ({})), serveHosts(pages), openBrowser("chromium")]);
});
after(() => Promise.all([browser?.close(), site?.close(), hosts?.close()]));

/** The guide with our server in place of its example. */
const guideText = (name) => readFileSync(inRoot(name), "utf8")
  .replaceAll("https://www.example.gov.cn/yibao/", site.address).replaceAll("https://www.example.gov.cn", site.address.slice(0, -1));

/** The fenced blocks of one kind. */
const blocks = (text, kind) => [...text.matchAll(new RegExp(`\`\`\`${kind}\\n([^]*?)\`\`\``, "g"))].map(([, code]) => code);

async function open(path, html, policy) {
  pages[path] = { headers: policy ? { "content-security-policy": policy } : {}, html: `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>A host</title><h1>A host</h1>${html}` };
  await browser.open(hosts.address + path);
}

for (const guide of guides) {
  test(`${guide}: the tag works under the policy that is named beside it`, async () => {
    const text = guideText(guide);
    const [tag] = blocks(text, "html");
    const [, policy] = /```\n(script-src [^`]+)```/.exec(text);
    await open("/tag", tag, `default-src 'none'; ${policy.replace(/\s+/g, " ")}`);
    await browser.until(() => parseFloat(document.querySelector("iframe")?.style.height) > 0);
    assert.ok(await browser.execute(() => document.querySelector("a").offsetParent === null));
  });
}

test("answers are heard by the code that the guide gives for it", async () => {
  const [tag, listener] = blocks(guideText("docs/embedding.md"), "html");
  const said = browser.page.waitForEvent("console", (message) => message.text().includes("low"));
  await open("/answers", listener + tag.replace("<script ", "<script data-answers "));
  await said;
});

test("the element works under the policy that is named beside it", async () => {
  const text = readFileSync(inRoot("docs/embedding.md"), "utf8");
  const code = blocks(text, "html").find((block) => block.includes("<yibao-estimator")).replaceAll('"/yibao/', `"${site.address}`);
  const policy = /needs `(script-src [^`]+)`/.exec(text)[1].replaceAll("https://…/yibao/", site.address);
  await open("/element", code, `default-src 'none'; ${policy}`);
  await browser.until(() => document.querySelector("yibao-estimator").shadowRoot?.querySelector(".answer") !== null);
});

test("the frame by hand works, too", async () => {
  const [, frame] = /`(<iframe [^`]+<\/iframe>)`/.exec(readFileSync(inRoot("docs/embedding.md"), "utf8"));
  await open("/by-hand", frame.replace("…/yibao/", site.address));
  await browser.frame().until(() => document.querySelector(".answer") !== null);
});

test("every setting of the guide is one that the tag knows, and the other way round", () => {
  const embed = readFileSync(inRoot("www/embed/embed.ts"), "utf8");
  const known = [...JSON.parse(/const SETTINGS = (\[[^\]]+\])/.exec(embed)[1]), ...[...embed.matchAll(/(?:data|dataset)\["(\w+)"\]/g)].map(([, name]) => name), "answers"]
    .map((name) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)).filter((name) => name !== "asked-on" && !["height", "top", "answer"].includes(name));
  const told = [...readFileSync(inRoot("docs/embedding.md"), "utf8").matchAll(/^\| `data-([\w-]+)/gm)].map(([, name]) => name);
  assert.deepEqual([...new Set(told)].sort(), [...new Set(known)].sort());
});
