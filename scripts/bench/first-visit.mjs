// What a resident waits for at the first visit: from an address with a region to the first answer, on a slow phone.
//
// The phone is Chromium with a network of 1.6 Mbit/s and 150 ms and a processor slowed down four times. The server sends
// brotli, as servers do. Every file that arrives before the answer counts.

import { resolve } from "node:path";
import { median } from "../support/median.mjs";
import { root } from "../support/paths.mjs";
import { kilobytes, table } from "../support/sizes.mjs";
import { firstAnswer, inChromium } from "./chromium.mjs";

const STARTS = 5;
const NETWORK = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };
const SLOWER = 4;

/** What the first answer may take: bytes of brotli in all, and milliseconds. */
const BUDGET = { bytes: 200_000, milliseconds: 2_000 };

/** Prints the visit of each build: `{ name, folder }`. Gives what is over budget of the first one. */
export async function reportFirstVisit(builds) {
  const measured = [];
  for (const { name, folder } of builds) measured.push({ name, ...(await visit(resolve(root, folder))) });
  const rows = measured.map(({ name, bytes, files, seconds }) => [name, kilobytes(bytes), String(files), `${seconds} s`]);
  const budget = ["budget", kilobytes(BUDGET.bytes), "", `${BUDGET.milliseconds / 1000} s`];
  console.log(`\n${table([["first answer with its region, slow phone", "brotli", "files", "median"], ...rows, budget])}`);
  const [{ bytes, seconds }] = measured;
  return [
    ...(bytes > BUDGET.bytes ? ["bytes of the first answer"] : []),
    ...(seconds * 1000 > BUDGET.milliseconds ? ["time of the first answer"] : []),
  ];
}

async function visit(folder) {
  const visits = await inChromium(measure, { folder, compress: true });
  const last = visits.at(-1);
  return { ...last, seconds: (median(visits.map(({ time }) => time)) / 1000).toFixed(2) };
}

async function measure(open, address) {
  const visits = [];
  for (let i = 0; i < STARTS; i += 1) {
    const page = await open(SLOWER, NETWORK);
    const arrived = [];
    page.on("response", (response) => arrived.push(response));
    const time = await firstAnswer(page, `${address}#asked-on=2025-06-09&region=370212`);
    const sizes = await Promise.all(arrived.map(async (response) => (await response.request().sizes()).responseBodySize));
    visits.push({ time, files: sizes.length, bytes: sizes.reduce((sum, size) => sum + size, 0) });
    await page.context().close();
  }
  return visits;
}
