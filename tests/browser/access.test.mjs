// For everybody: axe finds nothing in any state, the keyboard reaches everything, nothing needs a wide screen, and what a
// screen reader is told is what the page shows.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openPage } from "./resident.mjs";
import { violations } from "./support/axe.mjs";
import { isDeep } from "./support/deep.mjs";

let site;
before(async () => { site = await openPage(); });
after(() => site.close());

const saved = (content) => ({ answers: JSON.stringify({ yibao: 1, ...content }) });

const [EMPTY, MISTAKES] = ["an empty form", "mistakes, and what sums them up"];

/** Every state that a resident may meet, as a link leads to it. */
const states = {
  "what happened, nothing chosen": {},
  "what happened, chosen": { situation: "hospital" },
  [EMPTY]: { region: "370883" },
  "no bill: what one is entitled to": { situation: "entitled", region: "370883" },
  "an exact answer, two bills, a year before": saved({
    situation: "chronic", region: "370212", year_to_date: { 2025: {} },
    facts: { birth_date: "1955-05-01", scheme: "resident", hardship: [], conditions: ["hypertension"] },
    expenses: ["e1", "e2"].map((id) => ({
      id, service: "outpatient", date: "2025-03-10", total: "1200", facts: { self_paid: "0", advance: "0", facility_level: "1" },
    })),
  }),
  "a range under the frame, a year before": saved({
    situation: "child", region: "370883", facts: { birth_date: "2015-05-01", scheme: "resident", hardship: [] }, year_to_date: { 2025: {} },
    expenses: [{ id: "e1", service: "accident_outpatient", date: "2025-03-10", total: "1200", facts: { self_paid: "0", advance: "0", third_party_liable: false } }],
  }),
  "a range under two readings": saved({
    situation: "care", region: "370503", facts: { scheme: "resident", severe_disability_level: "2" },
    expenses: [{ id: "e1", service: "home_care", date: "2025-01-01", facts: { months: 3 } }],
  }),
  "nothing is paid": saved({
    region: "370212", facts: { scheme: "none", birth_date: "1980-01-01" },
    expenses: [{ id: "e1", service: "inpatient", date: "2025-01-01", total: "5000", facts: { self_paid: "0", advance: "0", facility_level: "2" } }],
  }),
  [MISTAKES]: saved({
    region: "370883", facts: { birth_date: "2025-02-30" }, expenses: [{ id: "e1", service: "inpatient", total: "many" }],
  }),
};

/** 1280 wide at 200 % and 400 % is 640 and 320; WeChat scales text up to one and a half times. */
const narrow = [
  { what: "200 %", width: 640, text: 16 }, { what: "400 %", width: 320, text: 16 }, { what: "a phone", width: 360, text: 16 },
  { what: "text at 150 % on a phone", width: 360, text: 24 },
];

/** Each in one language, and in two of the looks, by turns: the core's words and the styles do not know of each other. */
const seen = Object.entries(states).flatMap(([state, settings], place) => ["en", "zh-CN"]
  .filter((_, turn) => isDeep || place % 2 === turn)
  .map((lang) => ({ state, settings: { lang, ...settings }, isLargeInLight: place % 4 > 1 })));

for (const { state, settings, isLargeInLight } of seen) {
  test(`Large text or not, light or dark, axe finds nothing and nothing runs out of a narrow screen: ${state}, ${settings.lang}`, async () => {
    const resident = await site.visit(settings);
    const { page } = resident;
    if (settings.region || settings.answers) await resident.settled();
    if (state === MISTAKES) await resident.seeResult();
    if (state !== EMPTY) await resident.openAll();
    await assertAccessible(page, { isLarge: false, isLight: !isLargeInLight });
    for (const { what, width, text } of narrow) await assertFits(page, what, width, text);
    await page.getByRole("button", { name: /大字版|Large text/ }).click();
    await page.locator(".yb[data-elder]").waitFor();
    for (const width of [320, 360]) await assertFits(page, `large text, ${width} wide`, width, 16);
    await assertAccessible(page, { isLarge: true, isLight: isLargeInLight });
    await page.close();
  });
}

/** The same page in other styles: one look is asked for everything, the other for what axe reads from styles. */
async function assertAccessible(page, { isLarge, isLight }) {
  await page.setViewportSize({ width: 1280, height: 900 });
  const look = isLarge ? "large text" : "";
  if (isLight || isDeep) assert.deepEqual(await violations(page, { isLarge }), [], look);
  if (isLight && !isDeep) return;
  await inTheme(page, "dark");
  assert.deepEqual(await violations(page, { isLarge, rules: "styles" }), [], `${look} in the dark`);
  await inTheme(page, "");
}

const inTheme = (page, theme) => page.evaluate(async (theme) => {
  const estimator = document.querySelector("yibao-estimator");
  estimator.theme = theme;
  await estimator.updateComplete;
}, theme);

async function assertFits(page, what, width, text) {
  await page.setViewportSize({ width, height: 740 });
  const beyond = await page.evaluate((size) => {
    document.documentElement.style.fontSize = `${size}px`;
    const found = [...document.querySelectorAll(".yb *")]
      .filter((element) => element.getBoundingClientRect().right > innerWidth + 1 && !element.closest(".visually-hidden, .skip"))
      .slice(0, 3).map(({ outerHTML }) => outerHTML.slice(0, 160));
    document.documentElement.style.fontSize = "";
    return found;
  }, text);
  assert.deepEqual(beyond, [], what);
}

test("Amounts as long as they come have room on a narrow screen, in either language", async () => {
  const long = saved({ region: "130800", facts: { scheme: "resident" }, expenses: [{ id: "e1", service: "inpatient", date: "2025-02-28", total: "1234567.89" }] });
  const resident = await site.visit(long);
  const { page } = resident;
  await resident.settled();
  await resident.openAll();
  for (const lang of ["zh-CN", "en"]) {
    for (const { what, width, text } of narrow) await assertFits(page, `${what}, ${lang}`, width, text);
    await page.getByRole("button", { name: lang === "en" ? "中文" : "English" }).click();
    await page.locator(`.yb[lang=${lang === "en" ? "zh-CN" : "en"}]`).waitFor();
  }
  await page.getByRole("button", { name: "大字版" }).click();
  await page.locator(".yb[data-elder]").waitFor();
  for (const width of [320, 360]) await assertFits(page, `large text, ${width} wide`, width, 16);
  await page.close();
});

test("By keyboard: what happened, then straight on to the region, and back to choose again with every answer kept", async () => {
  const { page } = await site.visit({});
  const tabTo = async (reached) => {
    for (let i = 0; i < 60; i += 1) {
      await page.keyboard.press("Tab");
      if (await page.evaluate(reached)) return;
    }
    assert.fail(`the keyboard never reached ${reached}`);
  };
  await tabTo(() => document.activeElement.innerText.startsWith("长期吃药看病"));
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement.id === "form-region");
  for (const key of ["ArrowDown", "ArrowDown", "Enter"]) await page.keyboard.press(key);
  await tabTo(() => document.activeElement.name === "form-scheme");
  await page.keyboard.press("ArrowDown");
  await page.waitForFunction(() => document.querySelector("#form-scheme-1").checked);
  await page.getByRole("button", { name: /^更改\s*发生了什么事$/ }).focus();
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement.id === "start-title");
  await tabTo(() => document.activeElement.innerText.startsWith("家里困难"));
  await page.keyboard.press("Space");
  await page.waitForFunction(() => document.activeElement.id === "person-title");
  assert.ok(await page.locator("#form-scheme-1").isChecked());
  await page.getByRole("group", { name: /困难群众/ }).waitFor();
});

test("A screen reader is told the result in one sentence, and finds headline, payers and benefits by their names", async () => {
  const resident = await site.visit(states["an exact answer, two bills, a year before"]);
  const { page } = resident;
  await page.waitForFunction(() => document.querySelector("output[role=status]").textContent !== "");
  assert.match(await page.locator("output[role=status]").ariaSnapshot(), /status: 能报销 ¥1,800\.00，\s?您自己付 ¥600\.00。/);
  const answer = await page.getByRole("region", { name: /能报销/ }).ariaSnapshot();
  assert.match(answer, /heading "能报销 ¥1,800\.00， 您自己付 ¥600\.00。" \[level=2\]/);
  assert.match(answer, /img "条形图：基本医保 ¥1,800\.00、您自己 ¥600\.00"/);
  assert.match(answer, /rowheader "基本医保"\s+- cell "¥1,800\.00"/);
  assert.match(answer, /article "居民普通门诊统筹"/);
  const form = await page.getByRole("form", { name: "填写情况" }).ariaSnapshot();
  assert.match(form, /group "参加的是哪种医保"/);
  assert.match(form, /radio "居民医保.*" \[checked\]/);
  await resident.bill(1).type("总费用", "abc");
  await page.waitForFunction(() => /1 处/.test(document.querySelector("output[role=status]").textContent));
  assert.equal(await page.locator("#form-e1-total").getAttribute("aria-invalid"), "true");
});

test("The result is read aloud where the browser can speak, amounts as they are said; once more stops it", async () => {
  const resident = await site.visit({ elder: "1", ...states["an exact answer, two bills, a year before"] });
  const { page } = resident;
  await page.evaluate(() => {
    window.spoken = [];
    speechSynthesis.speak = ({ text, lang }) => window.spoken.push([lang, text]);
    speechSynthesis.cancel = () => window.spoken.push("stop");
  });
  await page.getByRole("button", { name: "朗读结果" }).click();
  const [, [lang, text]] = await page.evaluate(() => window.spoken);
  assert.equal(lang, "zh-CN");
  assert.match(text, /能报销 1800元，您自己付 600元。|能报销 1800元， 您自己付 600元。/);
  assert.match(text, /居民普通门诊统筹：1800元/);
  await page.getByRole("button", { name: "停止朗读" }).click();
  assert.equal((await page.evaluate(() => window.spoken)).at(-1), "stop");
});

test("Without a voice there is no button for it", async () => {
  const page = await site.browser.context.newPage();
  await page.addInitScript(() => { delete window.speechSynthesis; delete Window.prototype.speechSynthesis; });
  await page.goto(`${site.server.address}#${new URLSearchParams(states["nothing is paid"])}`);
  await page.locator(".payers").waitFor();
  assert.equal(await page.getByRole("button", { name: "朗读结果" }).count(), 0);
  await page.close();
});

test("Nothing moves for those who asked for less motion", async () => {
  const resident = await site.visit(states["a range under two readings"]);
  await resident.page.emulateMedia({ reducedMotion: "reduce" });
  await resident.choose(/失能评定是重度几级/, "重度三级");
  await resident.settled();
  assert.equal(await resident.page.evaluate(() => document.getAnimations().length), 0);
});

test("Every target in elder mode is as large as a thumb, every text as large as promised", async () => {
  const resident = await site.visit({ elder: "1", ...states["an exact answer, two bills, a year before"] });
  await resident.settled();
  await resident.openAll();
  const small = await resident.page.evaluate(() => [...document.querySelectorAll(".yb :is(button, summary, select, input[type=text], .option, a.call)")]
    .filter((element) => element.getBoundingClientRect().height > 0 && element.getBoundingClientRect().height < 60 && !element.closest(".skip"))
    .slice(0, 5).map(({ outerHTML }) => outerHTML.slice(0, 120)));
  assert.deepEqual(small, []);
  const sizes = await resident.page.evaluate(() => [...document.querySelectorAll(".yb *")]
    .filter((element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim()) && !element.closest(".visually-hidden"))
    .map((element) => parseFloat(getComputedStyle(element).fontSize)));
  assert.ok(Math.min(...sizes) >= 18, `smallest text: ${Math.min(...sizes)}`);
  assert.ok(Math.max(...sizes) >= 30, `largest text: ${Math.max(...sizes)}`);
});
