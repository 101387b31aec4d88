// The pictures: their tables carry the core's own figures, and nothing in them needs an eye for colour, or an eye at all.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openPage, yuan } from "./resident.mjs";
import { violations } from "./support/axe.mjs";
import { some } from "./support/deep.mjs";

let site;
before(async () => {
  site = await openPage();
  await site.browser.context.addInitScript(ownClock);
});
after(() => site.close());

const bill = (id, expense) => ({ id, ...expense, facts: { self_paid: "0", advance: "0", ...expense.facts } });
const stay = {
  region: "370212", facts: { scheme: "resident", resident_tier: "1", birth_date: "1980-01-01", hardship: [] },
  expenses: [bill("e1", { service: "inpatient", date: "2025-05-01", total: "20000", facts: { facility_level: "3" } })],
};
/** Nothing is open, however large the bill is: the number that nobody published is entered, the reading chosen. */
const employee = {
  region: "370212", facts: { scheme: "employee", retired: false, birth_date: "1980-01-01", hardship: [] }, expenses: stay.expenses,
  entered: { "370200/employee-large-expense/rate": "0.9" }, readings: { "370200/employee-inpatient/band-edge": "above-deductible" },
};
const accidents = {
  region: "370883", facts: { scheme: "resident", birth_date: "2015-05-01", hardship: [] },
  expenses: ["1200", "1000"].map((total, i) => bill(`e${i + 1}`, { service: "accident_outpatient", date: `2025-0${3 + i}-10`, total, facts: { third_party_liable: false } })),
};
const worker = {
  region: "370212", facts: { scheme: "employee", retired: false, birth_date: "1980-01-01", hardship: [] },
  expenses: [bill("e1", { service: "outpatient", date: "2025-02-01", total: "500", facts: { facility_level: "3" } })],
};

/** Runs in the page: what takes long there is said here, not by the machine. So much passes with each look at the clock. */
function ownClock() {
  let now = 0;
  window.lookTakes = 0;
  performance.now = () => { now += window.lookTakes; return now; };
}

async function opened(request, name, settings = {}) {
  const resident = await site.visit({ answers: JSON.stringify(request), ...settings });
  await resident.settled();
  const part = resident.page.locator(`#more-${name}`);
  await part.locator("summary").first().click();
  await part.locator("table, p:not([role])").first().waitFor();
  const ask = (call, options) => resident.page.evaluate(([call, options]) => {
    const { engine, request } = document.querySelector("yibao-estimator").visit;
    return engine[call](request, options);
  }, [call, options]);
  return { resident, part, ask, rows: () => part.locator("table tbody tr").evaluateAll((all) => all.map((row) => row.innerText.replace(/\s+/g, " "))) };
}

test("The curve: every bend that has a name, and the resident's own bill, with the core's figures", async () => {
  const { part, ask, rows } = await opened(employee, "curve");
  const { points, here, exact } = await ask("curve");
  assert.ok(exact);
  const text = await rows();
  const bends = points.filter(({ bends }) => bends.some(({ role }) => role === "deductible" || role === "limit"));
  assert.equal(bends.length, 3, "the stay's deductible and the year's two ends");
  for (const point of [...bends, here]) {
    assert.ok(text.some((row) => row.includes(yuan(point.bill)) && row.includes(yuan(point.out_of_pocket.low))), `${point.bill} in ${text.join(" | ")}`);
  }
  assert.match(text.join(), /起付线.*封顶线/s);
  const title = await part.getByRole("img").getAttribute("aria-label");
  assert.ok(title.includes(yuan(here.out_of_pocket.low)), "the title says the message");
  assert.match(title, /每再多花 ¥1,000，自己多付 ¥140\.00/, "of what is beyond the deductible, 86 % are paid back");
});

test("How large the bill may be, exactly and where something is open", async () => {
  const { part, ask } = await opened(employee, "curve");
  const field = part.getByRole("textbox", { name: /我最多能自己付多少/ });
  await field.fill("5,000元");
  await field.blur();
  const answer = part.locator(".inverse-answer");
  await answer.waitFor();
  const { inverse } = await ask("curve", { pay_at_most: "5000" });
  assert.equal(inverse.sure, inverse.possible);
  assert.ok((await answer.innerText()).includes(yuan(inverse.sure)));
  await field.fill("多少");
  await field.blur();
  assert.equal(await field.getAttribute("aria-invalid"), "true");
  const open = await opened({ ...stay, region: "130800" }, "curve");
  const other = open.part.getByRole("textbox", { name: /我最多能自己付多少/ });
  await other.fill("5000");
  await other.blur();
  await open.part.locator(".inverse-answer").waitFor();
  const range = (await open.ask("curve", { pay_at_most: "5000" })).inverse;
  const said = await open.part.locator(".inverse-answer").innerText();
  for (const end of [range.sure, range.possible]) assert.ok(said.includes(yuan(end)), `${end}: ${said}`);
});

test("The same bill at every level, with the core's figures, and which costs least", async () => {
  const { part, ask, rows } = await opened(employee, "levels");
  const { choices } = await ask("alternatives");
  const levels = choices.find(({ unknown }) => unknown === "e1/facility_level");
  const text = await rows();
  levels.options.forEach(({ out_of_pocket: own }, i) => assert.ok(text[i].includes(yuan(own.low)), text[i]));
  assert.match(text[3], /三级医院 ?您填的/);
  const amounts = levels.options.map(({ out_of_pocket: own }) => Number(own.low));
  assert.ok((await part.locator("h4").first().innerText()).includes(yuan(Math.max(...amounts) - Math.min(...amounts))));
});

test("A year's cap, bill by bill, until it is used up", async () => {
  const { part, resident, rows } = await opened(accidents, "year");
  const { programmes } = await resident.answer();
  const { lines } = programmes.find(({ id }) => id.endsWith("/accident-outpatient"));
  const text = await rows();
  assert.equal(text.length, 2);
  lines.forEach(({ paid }, i) => assert.ok(text[i].includes(yuan(paid.low)), text[i]));
  assert.ok(text[0].includes(yuan("540.00")) && text[1].includes(yuan("0.00")));
  assert.match(await part.locator("h4").innerText(), /最多报 ¥1,500\.00，已经用完/);
});

test("What the year held before is shown as used", async () => {
  const held = { ...accidents, expenses: accidents.expenses.slice(0, 1), year_to_date: { 2025: { paid: { "370883/accident-outpatient": "1000.00" } } } };
  const { rows } = await opened(held, "year");
  const text = await rows();
  assert.match(text[0], /这些费用以前 ¥1,000\.00 ¥500\.00/);
  assert.match(text[1], /¥500\.00 ¥0\.00/);
});

test("A deductible of the year: what is still to bear", async () => {
  const { part } = await opened(worker, "year");
  assert.match(await part.locator("h4").first().innerText(), /起付线 ¥800\.00，还要再付 ¥300\.00/);
});

test("An answer that changes is followed by the picture; one that takes long waits until it is asked for", async () => {
  const { part, resident, ask } = await opened(stay, "levels");
  const change = async (total) => {
    await resident.bill(1).type("总费用", total);
    await resident.settled();
  };
  const follows = (amount) => part.locator("table").first().filter({ hasText: amount }).waitFor();
  await change("40000");
  await follows("¥12,560.00");
  await resident.page.evaluate(() => { window.lookTakes = 500; });
  await change("20000");
  const { choices } = await ask("alternatives");
  const [{ out_of_pocket: own }] = choices.find(({ unknown }) => unknown === "e1/facility_level").options;
  await follows(yuan(own.low)); // that it takes long is known only now
  await change("40000");
  await part.getByText("这张图要重新算").waitFor();
  assert.equal(await part.locator("table").count(), 0);
  await part.getByRole("button", { name: "重新画" }).click();
  await follows("¥12,560.00");
});

const looks = [{ lang: "zh-CN", elder: "1" }, { lang: "en", theme: "dark" }, { lang: "en", elder: "1", theme: "dark" }];

for (const settings of some(looks, 0, 1)) {
  test(`axe finds nothing in any part that loads later, and nothing runs out of a screen 320 wide: ${JSON.stringify(settings)}`, async () => {
    const { resident } = await opened({ ...accidents, expenses: accidents.expenses.slice(0, 1) }, "curve", settings);
    const { page } = resident;
    for (const name of ["levels", "year", "slip", "along"]) await page.locator(`#more-${name} > summary`).click();
    await page.locator("#more-year table").first().waitFor();
    await page.locator("#slip-hifp_pay").fill("900");
    await page.locator("#slip-maf_pay").fill("x");
    await page.locator("#slip-maf_pay").blur();
    await page.locator("#more-slip .actions button").first().click();
    await page.locator(".causes").waitFor();
    await page.locator("#curve-most").fill("100");
    await page.locator("#curve-most").blur();
    await page.locator(".inverse-answer").waitFor();
    await page.locator("#more-along button").nth(2).click();
    await page.locator("#more-along button").nth(1).click();
    await page.locator(".receipt h2").waitFor();
    // access.test.mjs looks at the rest of the page.
    const where = { include: [[".more-places"], [".receipt"]] };
    assert.deepEqual(await violations(page, { isLarge: settings.elder === "1", where }), []);
    await page.setViewportSize({ width: 320, height: 740 });
    const beyond = await page.evaluate(() => [...document.querySelectorAll(".more-places *, .receipt *")]
      .filter((element) => element.getBoundingClientRect().right > innerWidth + 1 && !element.closest(".visually-hidden, svg svg"))
      .slice(0, 4).map(({ outerHTML }) => outerHTML.slice(0, 140)));
    assert.deepEqual(beyond, []);
    await page.close();
  });
}

/** Where the rates are open, and the amount may be anything. */
const anything = { region: "110000", facts: { scheme: "employee" }, expenses: [{ id: "e1", service: "inpatient", date: "2025-03-20", total: "86000" }] };

test("Levels that may all cost anything are told apart by what is usual, and an open year promises nothing", async () => {
  const { rows } = await opened(anything, "levels");
  const usual = (await rows()).map((text) => /通常 ¥[\d,]+ 到 ¥[\d,]+/.exec(text)?.[0]);
  assert.ok(usual.every(Boolean) && new Set(usual).size > 1, usual.join());
  const year = await opened(anything, "year");
  assert.match(await year.part.locator("h4").first().innerText(), /最多报 ¥500,000\.00，要用掉多少还没有定下来/);
});

test("No sentence of a working has a gap: also where nothing comes into the bands", async () => {
  const { resident } = await opened(anything, "along");
  await resident.openAll();
  const text = await resident.page.locator("yibao-estimator").innerText();
  assert.match(text, /分段计算：¥0\.00/);
  assert.doesNotMatch(text, /\{\s*\$/);
});

test("An open figure that may be anything is called unlimited, not by the largest number there is", async () => {
  const facts = { birth_date: "2025-05-29", enrolled_and_paid_on: "not_yet", scheme: "resident", hardship: null };
  const bill = { id: "e1", service: "inpatient", date: "2025-06-09", total: "45000", facts: { facility_level: "3" } };
  const { resident } = await opened({ region: "370883", facts, expenses: [bill] }, "along");
  const fold = resident.page.locator("details", { has: resident.page.locator("summary", { hasText: /^什么情况下最少/ }) });
  await fold.locator("summary").click();
  await fold.locator(".way").nth(1).waitFor();
  assert.match(await fold.innerText(), /没有上限/);
  assert.doesNotMatch(await fold.innerText(), /999,999/);
});
