// Chromium with a clock fine enough and a processor as slow as wanted.

import { dist } from "../support/paths.mjs";
import { serve } from "../support/serve.mjs";
import { openBrowser } from "../../tests/browser/support/browser.mjs";

/** How much slower the second run of everything is. */
export const SLOW = 6;

/** Isolated from other origins, a page's clock ticks in 5 µs instead of 100. */
const isolated = { "cross-origin-opener-policy": "same-origin", "cross-origin-embedder-policy": "require-corp" };

/** Calls `measure(open)`, where `open(slowness)` gives a fresh page of a fresh profile, and the address of dist/. */
export async function inChromium(measure) {
  const server = await serve(dist, { headersFor: () => isolated });
  const browser = await openBrowser("chromium");
  const open = async (slowness) => {
    const context = await browser.context.browser().newContext({ viewport: { width: 390, height: 844 } });
    const page = await context.newPage();
    if (slowness > 1) await (await context.newCDPSession(page)).send("Emulation.setCPUThrottlingRate", { rate: slowness });
    return page;
  };
  try {
    return await measure(open, server.address);
  } finally {
    await browser.close();
    await server.close();
  }
}

export const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
