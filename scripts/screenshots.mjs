// `npm run screenshots`: the pictures of the README, from the built page as it is, into docs/images/.

import { mkdirSync, writeFileSync } from "node:fs";
import { build } from "./build/all.mjs";
import { dist, inRoot } from "./support/paths.mjs";
import { withPalette } from "./support/png.mjs";
import { main } from "./support/run.mjs";
import { serve } from "./support/serve.mjs";
import { kilobytes } from "./support/sizes.mjs";

const today = "2025-06-09";
const inScope = { self_paid: "0.00", advance: "0.00" };

/** Rehabilitation of a five-year-old with autism in Zoucheng. */
const child = {
  region: "370883", asked_on: today, situation: "child",
  facts: { birth_date: "2019-09-01", scheme: "resident", conditions: ["autism"] },
  expenses: [{ id: "e1", service: "rehabilitation_outpatient", date: "2025-05-20", total: "3000.00", facts: inScope }],
};

/** A pensioner with hypertension in Laoshan. */
const pensioner = {
  region: "370212", asked_on: today, situation: "chronic",
  facts: { birth_date: "1954-03-01", scheme: "resident", conditions: ["hypertension"] },
  expenses: [{ id: "e1", service: "outpatient", date: "2025-05-12", total: "900.00", facts: { ...inScope, facility_level: "1" } }],
};

/** A Chengde family's large bill, through three layers. */
const family = {
  region: "130800", asked_on: today, situation: "hardship",
  facts: { birth_date: "1975-03-01", scheme: "resident", years_insured: 5, hardship: ["subsistence_allowance"], major_illness_qualified: true },
  expenses: [{ id: "e1", service: "inpatient", date: "2025-05-20", total: "300000.00", facts: { ...inScope, facility_level: "3" } }],
};

const phone = { width: 390, height: 780, deviceScaleFactor: 1.5 };
const desk = { width: 1200, height: 800, deviceScaleFactor: 1.5 };

/** Each with the place that is brought to the top. */
const pictures = [
  { name: "phone-start", size: phone, settings: {} },
  { name: "phone-answer", size: phone, settings: { answers: child }, show: ".lead-answer" },
  { name: "phone-large-text", size: phone, settings: { lang: "en", elder: "", answers: pensioner }, show: ".lead-answer" },
  { name: "desk", size: desk, settings: { answers: family } },
  { name: "library", size: desk, page: "library.html", path: "370212/employee-inpatient", settings: {} },
];

await main(async () => {
  await build();
  // Only now, because it imports a package.
  const { openBrowser } = await import("../tests/browser/support/browser.mjs");
  mkdirSync(inRoot("docs", "images"), { recursive: true });
  const server = await serve(dist);
  try {
    for (const picture of pictures) await take(picture, openBrowser, server.address);
  } finally {
    await server.close();
  }
});

async function take({ name, size, page = "index.html", path = "", settings, show }, openBrowser, address) {
  const browser = await openBrowser("chromium", size);
  try {
    const texts = Object.entries({ "asked-on": today, ...settings }).map(([key, value]) => [key, typeof value === "string" ? value : JSON.stringify(value)]);
    await browser.open(`${address}${page}#${path}${path && "&"}${new URLSearchParams(texts)}`);
    await browser.until(() => document.querySelector(".before") === null && document.querySelector("[aria-busy='true']") === null);
    if (show) {
      await browser.until((selector) => document.querySelector(selector) !== null, show);
      await browser.execute((selector) => document.querySelector(selector).scrollIntoView({ block: "start" }), show);
    }
    await browser.execute(() => { document.activeElement.blur(); });
    const file = `docs/images/${name}.png`;
    const picture = withPalette(await browser.page.screenshot());
    writeFileSync(inRoot(file), picture);
    console.log(`${file}  ${kilobytes(picture.length)}`);
  } finally {
    await browser.close();
  }
}
