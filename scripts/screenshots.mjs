// `npm run screenshots`: the built page as a phone and a desk show it, in both languages, as PNGs in screenshots/.

import { mkdirSync, writeFileSync } from "node:fs";
import { build } from "./build/all.mjs";
import { dist, inRoot } from "./support/paths.mjs";
import { main } from "./support/run.mjs";
import { serve } from "./support/serve.mjs";

const widths = [360, 1280];
const languages = ["zh-CN", "en"];

await main(async () => {
  await build();
  // Only now, because it imports a package.
  const { openBrowser } = await import("../tests/browser/support/browser.mjs");
  const server = await serve(dist);
  try {
    for (const width of widths) await takeAll(width, openBrowser, server.address);
  } finally {
    await server.close();
  }
});

async function takeAll(width, openBrowser, address) {
  const browser = await openBrowser("chromium", { width });
  try {
    for (const language of languages) await take(browser, `${address}#lang=${language}`, `start-${width}-${language}`);
  } finally {
    await browser.close();
  }
}

async function take(browser, address, name) {
  // By way of an empty page, because an address that differs in its fragment only would not load anew.
  await browser.open("about:blank");
  await browser.open(address);
  await browser.until(() => document.querySelector(".before") === null);
  mkdirSync(inRoot("screenshots"), { recursive: true });
  const file = `screenshots/${name}.png`;
  writeFileSync(inRoot(file), await browser.screenshot());
  console.log(file);
}
