// Firefox, driven by geckodriver: Playwright can drive only a Firefox of its own making.

import { Browser, Builder, By, until } from "selenium-webdriver";
import { Options, ServiceBuilder } from "selenium-webdriver/firefox.js";
import { ensureBrowsers } from "../../../scripts/setup/browsers.mjs";

const patience = 30_000;

/** See browser.mjs. `driver` is Selenium's own, for what only it can do. */
export async function openFirefox({ width, height }) {
  const { FIREFOX, GECKODRIVER } = ensureBrowsers();
  const options = new Options()
    .setBinary(FIREFOX)
    .addArguments("-headless", `--width=${width}`, `--height=${height}`);
  const driver = await new Builder()
    .forBrowser(Browser.FIREFOX)
    .setFirefoxOptions(options)
    .setFirefoxService(new ServiceBuilder(GECKODRIVER))
    .build();
  const shown = async (selector) => {
    const element = await driver.wait(until.elementLocated(By.css(selector)), patience);
    return driver.wait(until.elementIsVisible(element), patience);
  };
  const execute = (script, ...values) => driver.executeScript(`return (${script})(...arguments)`, ...values);
  return {
    name: "firefox",
    driver,
    open: (address) => driver.get(address),
    text: async (selector) => (await shown(selector)).getText(),
    click: async (selector) => (await shown(selector)).click(),
    fill: async (selector, value) => {
      const element = await shown(selector);
      await element.clear();
      await element.sendKeys(value);
    },
    execute,
    until: async (script, ...values) => {
      await driver.wait(() => execute(script, ...values), patience);
    },
    screenshot: async () => Buffer.from(await driver.takeScreenshot(), "base64"),
    close: () => driver.quit(),
  };
}
