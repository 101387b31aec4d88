// WebKitGTK through its own driver, on a screen that nobody sees. Not one of `browserNames`: it is asked by `npm run deep`.

import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { setTimeout } from "node:timers/promises";
import { Builder } from "selenium-webdriver";
import { ensureWebKit } from "../../../scripts/setup/webkit.mjs";
import { actions, inFrame } from "./firefox.mjs";

/** See browser.mjs; it cannot tell `requests`. */
export async function openWebKit({ width = 1280, height = 900 } = {}) {
  const { driver: program, browser, screen } = ensureWebKit();
  const xvfb = spawn(screen, ["-displayfd", "3", "-screen", "0", `${width}x${height + 200}x24`, "-nolisten", "tcp"], { stdio: ["ignore", "ignore", "ignore", "pipe"] });
  const display = await new Promise((resolve) => { xvfb.stdio[3].once("data", (data) => resolve(`:${String(data).trim()}`)); });
  const port = await freePort();
  const service = spawn(program, [`--port=${port}`], { env: { ...process.env, DISPLAY: display, GDK_BACKEND: "x11" }, stdio: "ignore" });
  await listening(port);
  const driver = await new Builder()
    .usingServer(`http://127.0.0.1:${port}`)
    .withCapabilities({ browserName: "MiniBrowser", "webkitgtk:browserOptions": { binary: browser, args: ["--automation"] } })
    .build();
  await driver.manage().window().setRect({ width, height });
  const page = actions(driver, (act) => act());
  return {
    name: "webkit",
    driver,
    // Another fragment alone would leave the page as it is.
    open: async (address) => { await driver.get("about:blank"); await driver.get(address); },
    back: () => driver.navigate().back(),
    forward: () => driver.navigate().forward(),
    ...page,
    click: (selector) => reached(page, selector, () => page.click(selector)),
    fill: (selector, value) => reached(page, selector, () => page.fill(selector, value)),
    frame: (n = 0) => actions(driver, (act) => inFrame(driver, n, act)),
    close: async () => { await driver.quit(); service.kill(); xvfb.kill(); },
  };
}

/** Its driver takes a field under the page's bar, or one that is just drawn anew, for one that cannot be reached. */
async function reached(page, selector, act, left = 20) {
  await page.until((selector) => document.querySelector(selector) !== null, selector);
  await page.execute((selector) => document.querySelector(selector)?.scrollIntoView({ block: "center", behavior: "instant" }), selector);
  try {
    return await act();
  } catch (error) {
    if (left === 0 || !["ElementNotInteractableError", "StaleElementReferenceError"].includes(error.name)) throw error;
    await setTimeout(50);
    return reached(page, selector, act, left - 1);
  }
}

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => { server.listen(0, "127.0.0.1", resolve); });
  const { port } = server.address();
  await new Promise((resolve) => { server.close(resolve); });
  return port;
}

async function listening(port) {
  for (let left = 200; left > 0; left -= 1) {
    const is = await fetch(`http://127.0.0.1:${port}/status`).then(() => true, () => false);
    if (is) return;
    await setTimeout(50);
  }
  throw new Error("the driver of WebKitGTK does not answer");
}
