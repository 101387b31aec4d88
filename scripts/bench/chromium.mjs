// Chromium with a clock fine enough and a processor as slow as wanted.

import { dist } from "../support/paths.mjs";
import { serve } from "../support/serve.mjs";
import { openBrowser } from "../../tests/browser/support/browser.mjs";

/** How much slower the second run of everything is. */
export const SLOW = 6;

/** Isolated from other origins, a page's clock ticks in 5 µs instead of 100. */
const isolated = { "cross-origin-opener-policy": "same-origin", "cross-origin-embedder-policy": "require-corp" };

/**
 * Calls `measure(open, address)`: `open(slowness, network)` gives a fresh page of a fresh profile, `address` is that of
 * the folder, dist/ unless another is named. `compress`: the server sends brotli.
 */
export async function inChromium(measure, { folder = dist, compress = false } = {}) {
  const server = await serve(folder, { headersFor: () => isolated, compress });
  const browser = await openBrowser("chromium");
  const open = async (slowness, network) => {
    const context = await browser.context.browser().newContext({ viewport: { width: 390, height: 844 } });
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    if (slowness > 1) await session.send("Emulation.setCPUThrottlingRate", { rate: slowness });
    if (network) await session.send("Network.emulateNetworkConditions", network);
    return page;
  };
  try {
    return await measure(open, server.address);
  } finally {
    await browser.close();
    await server.close();
  }
}

/** Opens an address; gives the milliseconds from the start of navigation to the first answer. */
export async function firstAnswer(page, address) {
  await page.addInitScript(() => {
    window.answered = new Promise((resolve) => {
      window.addEventListener("estimate", () => resolve(performance.now()), { once: true });
    });
  });
  await page.goto(address, { waitUntil: "commit" });
  return page.evaluate(() => window.answered);
}
