// The configurator: what it gives is pasted into a host that allows exactly what it says, and works there.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { violations } from "./support/axe.mjs";
import { openBrowser } from "./support/browser.mjs";
import { serveHosts, serveSite } from "./support/hosts.mjs";

const pages = {};
let site;
let hosts;
let browser;
let page;
before(async () => {
  [site, hosts] = await Promise.all([serveSite(), serveHosts(pages)]);
  browser = await openBrowser("chromium", { permissions: ["clipboard-read", "clipboard-write"] });
  page = browser.page;
});
after(() => Promise.all([browser?.close(), site?.close(), hosts?.close()]));

async function configure(hash = "") {
  await page.goto("about:blank");
  await page.goto(`${site.address}configurator.html${hash}`);
  await page.locator("#code").waitFor();
}

const code = () => page.locator("#code").inputValue();

/** A host with this code in it and this in its policy; gives the page. */
async function paste(path) {
  const rules = (await page.locator("#rules").innerText()).replace(/\s+/g, " ");
  pages[path] = {
    headers: { "content-security-policy": `default-src 'none'; ${rules}` },
    html: `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>A host</title><h1>某县医保局</h1>${await code()}`,
  };
  const host = await browser.context.newPage();
  await host.goto(hosts.address + path);
  return host;
}

test("what was chosen is in the code, the code works where it is pasted, and the preview shows it", async () => {
  await configure();
  await page.getByLabel("地区").selectOption("370883");
  await page.getByRole("radio", { name: "English" }).check();
  await page.getByLabel("打开时的情形").selectOption({ label: "住院" });
  await page.getByRole("radio", { name: "深色" }).check();
  await page.getByRole("textbox", { name: "主色", exact: true }).fill("#7fd0ff");
  await page.getByRole("textbox", { name: "最宽" }).fill("640");
  await page.getByLabel(/锁定版本/).check();
  await page.getByLabel(/关进沙箱/).check();
  await page.getByRole("button", { name: "复制代码" }).click();
  await page.getByText("已复制").waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), await code());

  const host = await paste("/frame");
  const frame = host.frameLocator("iframe");
  await frame.locator(".yb[data-theme=dark][lang=en] .answer").waitFor();
  await host.waitForFunction(() => document.querySelector("iframe").getBoundingClientRect().height > 400); // the frame tells it after it is drawn
  assert.equal((await host.locator("iframe").boundingBox()).width, 640);
  assert.ok(await host.locator("a").isHidden());
  assert.equal(await frame.locator("#form-region").getAttribute("data-code"), "370883");
  await host.close();

  await page.frameLocator(".preview iframe").locator(".yb[data-theme=dark][lang=en] :is(.answer, .guide)").waitFor();
});

test("the element works where it is pasted, too", async () => {
  await configure();
  await page.getByLabel("地区").selectOption("130800");
  await page.getByRole("radio", { name: /网页里的一个元素/ }).check();
  const host = await paste("/element");
  await host.locator("yibao-estimator .answer").waitFor();
  assert.equal(await host.locator("#form-region").getAttribute("data-code"), "130800");
  await host.close();
});

test("what is typed wrong is named, and not used", async () => {
  await configure();
  for (const [name, wrong, said] of [["主色", "red", /比如 #0b6455/], ["最宽", "wide", /280 到 9999/], ["自己的规定文件", "../x.js", /policy 开头/], ["文件放在哪里", "x", /https:/]]) {
    const field = page.getByRole("textbox", { name, exact: true });
    await field.fill(wrong);
    await field.blur();
    assert.equal(await field.getAttribute("aria-invalid"), "true", name);
    assert.match(await page.locator(`#${await field.getAttribute("id")}-wrong`).innerText(), said);
    assert.ok(!(await code()).includes(`"${wrong}"`), name);
  }
  assert.match(await code(), /https:\/\/www\.example\.gov\.cn\/yibao\/embed\.js/);
});

for (const [hash, scheme] of [["", "light"], ["#lang=en", "dark"]]) {
  test(`axe finds nothing: ${hash || "Chinese"}, ${scheme}`, async () => {
    await page.emulateMedia({ colorScheme: scheme });
    await configure(hash);
    await page.locator("#accent").fill("#ffd400");
    await page.locator("#max-width").fill("wide");
    await page.locator("#max-width").blur();
    assert.deepEqual(await violations(page, { where: { include: "html", exclude: ".preview" } }), []);
  });
}

test("everything it asked for came from here", () => {
  const ours = [site.address, hosts.address, "about:"];
  assert.deepEqual(browser.requests.filter((url) => !ours.some((address) => url.startsWith(address))), []);
});
