// Firefox, driven by geckodriver: Playwright can drive only a Firefox of its own making.

import { Browser, Builder, By, until } from "selenium-webdriver";
import { Network } from "selenium-webdriver/bidi/network.js";
import { Options, ServiceBuilder } from "selenium-webdriver/firefox.js";
import { ensureBrowsers } from "../../../scripts/setup/browsers.mjs";
import { PATIENCE } from "./patience.mjs";

/** As a user sets it: "block all cookies", which blocks every kind of storage. */
const noStorage = ["network.cookie.cookieBehavior", 2];

/** See browser.mjs. `driver` is Selenium's own, for what only it can do. */
export async function openFirefox({ width, height, blockStorage = false }) {
  const { FIREFOX, GECKODRIVER } = ensureBrowsers();
  const options = new Options()
    .setBinary(FIREFOX)
    .addArguments("-headless", `--width=${width}`, `--height=${height}`);
  options.enableBidi();
  if (blockStorage) options.setPreference(...noStorage);
  const driver = await new Builder()
    .forBrowser(Browser.FIREFOX)
    .setFirefoxOptions(options)
    .setFirefoxService(new ServiceBuilder(GECKODRIVER))
    .build();
  await driver.manage().setTimeouts({ pageLoad: PATIENCE, script: PATIENCE });
  const requests = [];
  await (await Network(driver)).beforeRequestSent(({ request }) => requests.push(request.url));
  return {
    name: "firefox",
    driver,
    requests,
    open: (address) => driver.get(address),
    back: () => driver.navigate().back(),
    forward: () => driver.navigate().forward(),
    ...actions(driver, (act) => act()),
    frame: (n = 0) => actions(driver, (act) => inFrame(driver, n, act)),
    resize: (width, height) => driver.manage().window().setRect({ width, height }),
    screenshot: async () => Buffer.from(await driver.takeScreenshot(), "base64"),
    close: () => driver.quit(),
  };
}

/** `within` runs each act at its place: in the page or in one of its frames. */
export function actions(driver, within) {
  const shown = async (selector) => {
    const element = await driver.wait(until.elementLocated(By.css(selector)), PATIENCE);
    return driver.wait(until.elementIsVisible(element), PATIENCE);
  };
  const execute = (script, ...values) => driver.executeScript(`return (${script})(...arguments)`, ...values);
  return {
    text: (selector) => within(async () => (await shown(selector)).getText()),
    click: (selector) => within(async () => (await shown(selector)).click()),
    fill: (selector, value) => within(async () => {
      const element = await shown(selector);
      await element.clear();
      await element.sendKeys(value);
    }),
    execute: (script, ...values) => within(() => execute(script, ...values)),
    until: (script, ...values) => within(async () => { await driver.wait(() => execute(script, ...values), PATIENCE); }),
  };
}

export async function inFrame(driver, n, act) {
  await driver.switchTo().frame(n);
  try {
    return await act();
  } finally {
    await driver.switchTo().defaultContent();
  }
}
