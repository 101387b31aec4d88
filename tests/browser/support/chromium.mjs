// Chromium, driven by playwright-core: the one that is found on this machine, never one that Playwright downloads.

import { readFileSync } from "node:fs";
import { chromium } from "playwright-core";
import { ensureBrowsers } from "../../../scripts/setup/browsers.mjs";
import { inRoot } from "../../../scripts/support/paths.mjs";

const { args } = JSON.parse(readFileSync(inRoot("webdriver.json"), "utf8"))["goog:chromeOptions"];

/** See browser.mjs. `context` and `page` are Playwright's own, for what only it can do. */
export async function openChromium({ width, height, ...options }) {
  const browser = await chromium.launch({ executablePath: ensureBrowsers().CHROME, args });
  const context = await browser.newContext({ viewport: { width, height }, ...options });
  const page = await context.newPage();
  return {
    name: "chromium",
    context,
    page,
    open: (address) => page.goto(address),
    text: (selector) => page.locator(selector).innerText(),
    click: (selector) => page.locator(selector).click(),
    fill: (selector, value) => page.locator(selector).fill(value),
    // `script` is called with an array of arguments, as Selenium does; Playwright passes one.
    execute: (script, ...values) => page.evaluate(`(${script})(...${JSON.stringify(values)})`),
    until: async (script, ...values) => {
      await page.waitForFunction(`(${script})(...${JSON.stringify(values)})`);
    },
    screenshot: () => page.screenshot({ fullPage: true }),
    close: () => browser.close(),
  };
}
