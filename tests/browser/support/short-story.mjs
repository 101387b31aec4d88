// A short story that every browser must be able to tell.

import assert from "node:assert/strict";

/** Hypertension in Laoshan: 900 yuan, 675.00 of it paid back. */
export async function tell(browser, address) {
  await browser.open(address);
  await browser.click("#form-scheme-1");
  await browser.click("input[name=form-e1-service][value=outpatient]");
  await browser.fill("#form-e1-date", "2024");
  await browser.fill("#form-e1-date-month", "10");
  await browser.fill("#form-e1-date-day", "1");
  await browser.fill("#form-e1-total", "900");
  await browser.click(".expense h3"); // leaves the field
  await browser.fill("#form-e1-self_paid", "0");
  await browser.fill("#form-e1-advance", "0");
  await browser.click(".expense h3");
  await browser.click("#form-hardship-none"); // what pays most to whom it applies is asked first
  await browser.click("#form-conditions");
  // The headline may name 675.00 as one end of a range before the last answer counts.
  await browser.until(() => /^[^¥]*¥675\.00[^¥]*¥225\.00[^¥]*$/s.test(document.querySelector("#headline").textContent)
    && document.querySelectorAll(".bar > span").length === 2);
  assert.match(await browser.text("#headline"), /675\.00.*225\.00/s);
  const widths = await browser.execute(() => [...document.querySelectorAll(".bar > span")].map((part) => part.getBoundingClientRect().width));
  assert.equal(widths.length, 2);
  assert.ok(Math.abs(widths[0] / widths[1] - 3) < 0.1, `three quarters are paid: ${widths}`);
}
