// Any city of China: found by typing, by input method, by keyboard, or from the lists; nothing of it before it is wanted.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openPage } from "./resident.mjs";

let site;
before(async () => { site = await openPage(); });
after(() => site.close());

const field = (page) => page.locator("#form-region");
const options = (page) => page.getByRole("listbox").getByRole("option");
const region = (page) => page.evaluate(() => document.querySelector("yibao-estimator").region);

test("the list of all places is asked for with the first letter, not before", async () => {
  const { page } = await site.visit({});
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  await field(page).click();
  await options(page).first().waitFor();
  assert.ok(await options(page).count() > 3, "what has rules can be chosen at once");
  assert.deepEqual(asked, []);
  await field(page).fill("q");
  await options(page).filter({ hasText: "青岛" }).first().waitFor();
  assert.equal(asked.filter((url) => url.endsWith("policies/places.js")).length, 1);
});

test("by keyboard: initials, what has rules first and marked, arrows, Enter, Escape", async () => {
  const { page } = await site.visit({});
  await field(page).focus();
  await page.keyboard.type("qd");
  await options(page).first().waitFor();
  assert.match(await options(page).first().innerText(), /青岛市\s*有当地规定/);
  assert.equal(await field(page).getAttribute("aria-expanded"), "true");
  await page.keyboard.press("ArrowDown");
  const active = await field(page).getAttribute("aria-activedescendant");
  assert.equal(await page.locator(`#${active}`).getAttribute("aria-selected"), "true");
  await page.keyboard.press("Enter");
  await page.locator(".answer").waitFor();
  assert.equal(await region(page), "370200");
  assert.equal(await field(page).inputValue(), "山东省 青岛市");
  await page.keyboard.type("zz");
  await page.keyboard.press("Escape");
  assert.equal(await field(page).inputValue(), "山东省 青岛市", "whoever thinks better of it keeps the place");
  assert.equal(await options(page).count(), 0);
});

test("while an input method composes, nothing is searched, and its Enter takes no place", async () => {
  const { page } = await site.visit({});
  await field(page).focus();
  const compose = (type, text, key) => field(page).evaluate((input, [type, text, key]) => {
    input.value = text;
    if (key) input.dispatchEvent(new KeyboardEvent("keydown", { key, isComposing: true, bubbles: true, cancelable: true }));
    else if (type === "input") input.dispatchEvent(new InputEvent("input", { isComposing: true, bubbles: true }));
    else input.dispatchEvent(new CompositionEvent(type, { data: text, bubbles: true }));
  }, [type, text, key]);
  await compose("compositionstart", "");
  await compose("input", "yan'tai");
  await compose("keydown", "yan'tai", "Enter");
  assert.equal(await options(page).count(), 0);
  assert.equal(await region(page), "");
  assert.equal(await field(page).inputValue(), "yan'tai", "what the input method shows is left alone");
  await compose("compositionend", "烟台");
  await options(page).filter({ hasText: "烟台市" }).first().waitFor();
});

test("province, city, district; a place without rules says so and is answered", async () => {
  const resident = await site.visit({});
  const { page } = resident;
  await page.getByText("按省、市、县选").click();
  await page.getByLabel("省、自治区、直辖市").selectOption({ label: "云南省" });
  await page.getByLabel("市、州、盟").selectOption({ label: "昆明市" });
  await page.locator(".answer").waitFor();
  assert.equal(await region(page), "530100");
  await page.getByLabel("区、县").selectOption({ label: "五华区" });
  assert.equal((await resident.answer()).coverage, "national");
  assert.match(await page.locator(".coverage").innerText(), /还没有收录云南省 昆明市 五华区的规定/);
});

test("what fits nothing is said, and a place that is given in the address is found", async () => {
  const { page } = await site.visit({});
  await field(page).fill("火星");
  await page.getByText("没有找到").waitFor();
  const elsewhere = await site.visit({ region: "110105" });
  assert.equal((await elsewhere.answer()).outcome, "estimate");
  assert.equal(await field(elsewhere.page).inputValue(), "北京市 朝阳区");
});
