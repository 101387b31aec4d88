// How long a resident waits at the page: from opening it to the first answer, from a changed amount to the new answer, and
// from a key to the frame that shows its figure (the form counts an amount once the field is left).
// The network is this machine, so what is measured is work, not download.

import { readable } from "../support/duration.mjs";
import { median } from "../support/median.mjs";
import { table } from "../support/sizes.mjs";
import { firstAnswer, inChromium, SLOW } from "./chromium.mjs";

const STARTS = 5;
const CHANGES = 9;
const FIGURES = "123456789";
/** What the browser's Event Timing does not tell: shorter events have no entry. */
const SHORTEST = 16;

/** A stay in a Laoshan hospital, everything answered. */
const answered = {
  region: "370212", asked_on: "2025-06-09",
  facts: { birth_date: "1960-01-01", scheme: "employee", retired: true, conditions: [], hardship: [], disability_grade: 0, severe_dementia: false },
  expenses: [{ id: "e1", service: "inpatient", date: "2025-05-01", total: "50000.00",
    facts: { self_paid: "2000.00", advance: "1000.00", facility_level: "3", admission: 1 } }],
};

/** The same resident with only the scheme and the bill: fourteen things open. */
const open = { ...answered, facts: { scheme: "employee" }, expenses: answered.expenses.map((expense) => ({ ...expense, facts: {} })) };

export async function reportPage() {
  const rows = await inChromium(async (newPage, address) => {
    const both = async (name, measure) => [name, readable(await measure(1)), readable(await measure(SLOW))];
    return [
      await both("opening the page to the first answer", (slowness) => start(newPage, address, slowness)),
      await both("a changed bill to its answer, everything answered", (slowness) => change(newPage, address, answered, slowness)),
      await both("a changed bill to its answer, little else known", (slowness) => change(newPage, address, open, slowness)),
      await both(`a key to its frame, the slowest of ${FIGURES.length} (or less)`, (slowness) => typing(newPage, address, open, slowness)),
    ];
  });
  console.log(`\n${table([["page (medians)", "full speed", `${SLOW} × slower`], ...rows])}`);
}

const fragment = (settings) => `#${new URLSearchParams({ "asked-on": "2025-06-09", mode: "form", ...settings })}`;

/** From the start of navigation to the first answer, each time in a profile that has cached nothing. */
async function start(newPage, address, slowness) {
  const times = [];
  for (let i = 0; i < STARTS; i += 1) times.push(await withPage(newPage, slowness, (page) => firstAnswer(page, `${address}${fragment({ region: "370212" })}`)));
  return median(times);
}

/** From the event that a changed amount fires to the new answer's. */
async function change(newPage, address, request, slowness) {
  return withPage(newPage, slowness, async (page) => {
    await firstAnswer(page, `${address}${fragment({ region: request.region, answers: JSON.stringify(request) })}`);
    await page.waitForFunction(() => document.querySelector("[id$='e1-total']")?.value);
    const times = [];
    for (let i = 0; i < CHANGES; i += 1) times.push(await page.evaluate(changed, String(60000 + 1000 * i)));
    return median(times);
  });
}

/** The longest that a figure which is typed takes to be painted, by the browser's own clock. */
async function typing(newPage, address, request, slowness) {
  return withPage(newPage, slowness, async (page) => {
    await firstAnswer(page, `${address}${fragment({ region: request.region, answers: JSON.stringify(request) })}`);
    const field = page.locator("[id$='e1-total']");
    await field.click();
    await page.evaluate(watchEvents, SHORTEST);
    for (const figure of FIGURES) await page.keyboard.press(figure);
    return page.evaluate(longestEvent, SHORTEST);
  });
}

/** Runs in the page. */
function watchEvents(durationThreshold) {
  window.events = [];
  new PerformanceObserver((list) => window.events.push(...list.getEntries())).observe({ type: "event", durationThreshold });
}

/** Runs in the page: its entries come two frames after the last key. */
function longestEvent(shortest) {
  const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  return nextFrame().then(nextFrame).then(() => new Promise((resolve) => setTimeout(resolve))).then(() => Math.max(shortest, ...window.events.map(({ duration }) => duration)));
}

/** Runs in the page; its form counts an amount once the field is left. */
function changed(amount) {
  return new Promise((resolve) => {
    const field = document.querySelector("[id$='e1-total']");
    field.value = amount;
    const start = performance.now();
    window.addEventListener("estimate", () => resolve(performance.now() - start), { once: true });
    for (const type of ["input", "change"]) field.dispatchEvent(new Event(type, { bubbles: true }));
  });
}

async function withPage(newPage, slowness, measure) {
  const page = await newPage(slowness);
  try {
    return await measure(page);
  } finally {
    await page.context().close();
  }
}
