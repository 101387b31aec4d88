// `npm run screenshots`: the pictures of the README, from the built page as it is, into docs/images/.

import { mkdirSync, writeFileSync } from "node:fs";
import { build } from "./build/all.mjs";
import { dist, inRoot } from "./support/paths.mjs";
import { withPalette } from "./support/png.mjs";
import { main } from "./support/run.mjs";
import { serve } from "./support/serve.mjs";
import { kilobytes } from "./support/sizes.mjs";

const inScope = { self_paid: "0.00", advance: "0.00" };

/** A Chengde family's stay in hospital with a large bill, through three layers. */
const chengde = {
  region: "130800", asked_on: "2025-06-09",
  facts: { birth_date: "1975-03-01", scheme: "resident", years_insured: 5, hardship: ["subsistence_allowance"], major_illness_qualified: true },
  expenses: [{ id: "e1", service: "inpatient", date: "2025-05-20", total: "300000.00", facts: { ...inScope, facility_level: "3" } }],
};

/** An employee's stay in a Laoshan hospital. */
const laoshan = {
  region: "370212", asked_on: "2025-06-09",
  facts: { birth_date: "1980-05-01", scheme: "employee", retired: false },
  expenses: [{ id: "e1", service: "inpatient", date: "2025-03-01", total: "50000.00", facts: { ...inScope, facility_level: "3", admission: 1 } }],
};

/** Rehabilitation of a five-year-old with autism in Zoucheng. */
const zoucheng = {
  region: "370883", asked_on: "2025-06-09",
  facts: { birth_date: "2019-09-01", scheme: "resident", conditions: ["autism"] },
  expenses: [{ id: "e1", service: "rehabilitation_outpatient", date: "2025-05-20", total: "3000.00", facts: inScope }],
};

const phone = { width: 390, height: 844 };
const desk = { width: 1200, height: 800 };

const pictures = [
  { name: "phone-zh", size: phone, page: "index.html", settings: { "asked-on": "2025-06-09", answers: zoucheng }, show: ".lead-answer" },
  { name: "desk-zh", size: desk, page: "index.html", settings: { "asked-on": "2025-06-09", answers: laoshan } },
  { name: "phone-en-large", size: phone, page: "index.html", settings: { "asked-on": "2025-06-09", lang: "en", elder: "", answers: chengde }, show: ".lead-answer" },
  { name: "library-zh", size: desk, page: "library.html", path: "370212/employee-inpatient", settings: { "asked-on": "2025-06-09" } },
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

async function take({ name, size, page, path = "", settings, show }, openBrowser, address) {
  const browser = await openBrowser("chromium", { ...size, deviceScaleFactor: 2 });
  try {
    const texts = Object.entries(settings).map(([key, value]) => [key, typeof value === "string" ? value : JSON.stringify(value)]);
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
