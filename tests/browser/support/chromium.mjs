// Chromium, driven by playwright-core: the one that is found on this machine, never one that Playwright downloads.

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { chromium } from "playwright-core";
import { ensureBrowsers } from "../../../scripts/setup/browsers.mjs";
import { inRoot } from "../../../scripts/support/paths.mjs";
import { PATIENCE } from "./patience.mjs";

const { args } = JSON.parse(readFileSync(inRoot("webdriver.json"), "utf8"))["goog:chromeOptions"];

/** So many milliseconds later every timer of a page rings: what a test asks before the page has shown it, comes to light. */
const LATER = Number(process.env.YIBAO_LATER ?? 0);

/** See browser.mjs. `context` and `page` are Playwright's own, for what only it can do. */
export async function openChromium({ width, height, blockStorage = false, ...options }) {
  const launch = { executablePath: ensureBrowsers().CHROME, args };
  const { context, close } = await (blockStorage ? withoutStorage : withStorage)(launch, { viewport: { width, height }, ...options });
  const requests = [];
  context.on("request", (request) => requests.push(request.url()));
  context.setDefaultTimeout(PATIENCE);
  if (LATER > 0) await context.addInitScript(ringLater, LATER);
  const page = await context.newPage();
  return {
    name: "chromium",
    context,
    page,
    requests,
    open: (address) => page.goto(address),
    back: () => page.goBack(),
    forward: () => page.goForward(),
    ...actions(() => page),
    frame: (n = 0) => actions(async () => (await page.locator("iframe").nth(n).elementHandle()).contentFrame()),
    resize: (width, height) => page.setViewportSize({ width, height }),
    screenshot: () => page.screenshot({ fullPage: true }),
    close,
  };
}

function ringLater(later) {
  const { setTimeout: ring } = window;
  window.setTimeout = (act, after = 0, ...values) => ring.call(window, act, after + later, ...values);
}

/** `place` gives what is acted in: the page or one of its frames. */
function actions(place) {
  // `script` is called with an array of arguments, as Selenium does; Playwright passes one.
  const call = (script, values) => `(${script})(...${JSON.stringify(values)})`;
  return {
    text: async (selector) => (await place()).locator(selector).innerText(),
    click: async (selector) => (await place()).locator(selector).click(),
    fill: async (selector, value) => (await place()).locator(selector).fill(value),
    execute: async (script, ...values) => (await place()).evaluate(call(script, values)),
    // Asked from outside: Playwright's own way of waiting is stopped by a strict policy of the page.
    until: async (script, ...values) => {
      const target = await place();
      await waitFor(() => target.evaluate(call(script, values)));
    },
  };
}

async function waitFor(isTrue) {
  for (const end = performance.now() + PATIENCE; !(await isTrue()); await setTimeout(20)) {
    if (performance.now() > end) throw new Error(`still not: ${isTrue}`);
  }
}

/** One process has a profile for each that is open at a time: to start another process takes longer than many a test. */
let running = null;
let open = 0;

async function withStorage(launch, options) {
  open += 1;
  running ??= chromium.launch(launch);
  const context = await (await running).newContext(options);
  return { context, close: async () => { await context.close(); await closed(); } };
}

async function closed() {
  open -= 1;
  if (open > 0) return;
  const last = running;
  running = null;
  await (await last).close();
}

/** As a user sets it: "block all cookies", which blocks every kind of storage. */
async function withoutStorage(launch, options) {
  const profile = mkdtempSync(join(tmpdir(), "yibao-profile-"));
  mkdirSync(join(profile, "Default"));
  const settings = { profile: { default_content_setting_values: { cookies: 2 } } };
  writeFileSync(join(profile, "Default", "Preferences"), JSON.stringify(settings));
  const context = await chromium.launchPersistentContext(profile, { ...launch, ...options });
  return { context, close: async () => { await context.close(); rmSync(profile, { recursive: true, force: true }); } };
}
