// Taking it along: a link, a file and a receipt, each of which says what the page said.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { coreWasm } from "../../scripts/support/paths.mjs";
import { openPage } from "./resident.mjs";

let site;
before(async () => { site = await openPage(); });
after(() => site.close());

/** Of everything something: a year before, a second bill, "I don't know". */
const request = {
  region: "370883",
  facts: { birth_date: "1958-04-02", scheme: "resident", hardship: [], conditions: ["hypertension"] },
  year_to_date: { 2025: { admissions: 1, in_scope: "345.60" } },
  expenses: [
    { id: "e1", service: "inpatient", date: "2025-05-01", total: "20000", facts: { self_paid: "500", advance: "300", facility_level: "2" } },
    { id: "e2", service: "accident_outpatient", date: "2025-05-20", total: "800", facts: { self_paid: "0", advance: "0", third_party_liable: null } },
  ],
};

/** Less is enough for what does not look at every answer. */
const { year_to_date: _, ...twoBills } = request;
const oneBill = { ...twoBills, expenses: request.expenses.slice(0, 1) };

const sha256 = (content) => createHash("sha256").update(content).digest("hex");

const withAnswers = (content) => ({ answers: JSON.stringify(content) });

async function opened(settings) {
  const resident = await site.visit(settings);
  await resident.settled();
  const part = resident.page.locator("#more-along");
  await part.locator("summary").first().click();
  await part.locator(".part-body").waitFor();
  return { resident, part, page: resident.page };
}

test("The parts load when they are opened, not before", async () => {
  const resident = await site.visit(withAnswers(oneBill));
  await resident.settled();
  const loaded = () => resident.page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name.replace(/.*\//, "")).filter((name) => name.startsWith("panels")));
  assert.deepEqual(await loaded(), []);
  await resident.page.locator("#more-along > summary").click();
  await resident.page.locator("#more-along .part-body").waitFor();
  assert.deepEqual((await loaded()).sort(), ["panels.css", "panels.js"]);
});

test("The link is made only when asked for, follows the answers, and opens the same page", async () => {
  const { resident, part, page } = await opened(withAnswers(oneBill));
  assert.equal(await part.getByRole("textbox", { name: "链接" }).count(), 0);
  await part.getByRole("button", { name: "做一个链接" }).click();
  const link = part.getByRole("textbox", { name: "链接" });
  const first = await link.inputValue();
  await resident.bill(1).type("总费用", "30000");
  await resident.settled();
  assert.notEqual(await link.inputValue(), first);
  const again = await site.browser.context.newPage();
  await again.goto((await link.inputValue()).replace("#", "#asked-on=2025-06-09&"));
  await again.waitForFunction(() => /¥/.test(document.querySelector("#headline")?.textContent ?? ""));
  assert.equal((await again.locator("#headline").innerText()).replace(/\s+/g, " ").trim(), await resident.headline());
  assert.ok(page.url().endsWith(await link.inputValue().then((text) => text.split("#")[1])), "an address that came with answers follows them");
  await part.getByRole("button", { name: "复制链接" }).click();
  await part.getByText("已复制").waitFor();
});

test("A file holds the request and the answer, and brings the answers back", async () => {
  const { resident, part, page } = await opened(withAnswers(request));
  const [download] = await Promise.all([page.waitForEvent("download"), part.getByRole("button", { name: "存成文件" }).click()]);
  assert.equal(download.suggestedFilename(), "yibao-370883-2025-06-09.json");
  const path = await download.path();
  const file = JSON.parse(readFileSync(path, "utf8"));
  assert.deepEqual(file.answer, await resident.answer());
  assert.deepEqual([file.request.expenses, file.request.year_to_date], [request.expenses, request.year_to_date]);
  const other = await opened({ region: "370212" });
  await other.part.getByLabel("打开以前存的文件").setInputFiles(path);
  await other.page.waitForFunction(() => document.querySelector("#form-region").dataset.code === "370883");
  assert.equal(await other.resident.headline(), await resident.headline());
  assert.equal(await other.page.evaluate(() => document.activeElement.id), "headline");
});

test("A file that is none of ours is told, and nothing breaks", async () => {
  const { part, page } = await opened(withAnswers(oneBill));
  await part.getByLabel("打开以前存的文件").setInputFiles({ name: "a.json", mimeType: "application/json", buffer: Buffer.from("PK\u0003") });
  assert.match(await page.locator(".restored").innerText(), /我们读不了/);
});

test("The receipt says every clause, step, source and answer, and names policies, build and inputs by their hashes", async () => {
  const { resident, part, page } = await opened(withAnswers(request));
  const answer = await resident.answer();
  await part.getByRole("button", { name: "先在屏幕上看" }).click();
  const receipt = await page.locator(".receipt").innerText();
  const description = await page.evaluate(() => document.querySelector("yibao-estimator").visit.description);
  for (const { id, verdict, lines, sources } of answer.programmes) {
    const { name, clause } = description.programmes.find((programme) => programme.id === id);
    assert.ok(receipt.includes(description.words[name.id].zh), id);
    if (verdict === "does_not_apply") continue;
    assert.ok(receipt.includes(description.words[clause.id].zh), `${id}: its clause`);
    for (const source of sources) {
      const { title } = answer.sources.find(({ id }) => id === source);
      assert.ok(receipt.includes(title), title);
    }
    for (const { steps } of lines) for (const { kind, after } of steps) assert.ok(receipt.includes(new Intl.NumberFormat("zh-CN", { style: "currency", currency: "CNY" }).format(after)), `${id} ${kind} ${after}`);
  }
  for (const given of ["1958年4月2日", "高血压", "不知道", "¥20,000.00", "二级医院", "意外伤害门诊", "¥345.60"]) assert.ok(receipt.includes(given), given);
  for (const { sha256: hash } of answer.policies) assert.ok(receipt.includes(hash));
  assert.ok(receipt.includes(sha256(readFileSync(coreWasm))), "the build");
  const sent = await page.evaluate(() => JSON.stringify(document.querySelector("yibao-estimator").visit.request));
  assert.ok(receipt.includes(sha256(sent)), "the inputs");
  assert.ok(receipt.replace(/\s/g, "").includes(sent.replace(/\s/g, "")), "the inputs as they are");
});

test("On paper there is the receipt alone, as new as the screen, on A4", async () => {
  const { resident, part, page } = await opened(withAnswers(twoBills));
  await part.getByRole("button", { name: "先在屏幕上看" }).click();
  await resident.bill(1).type("总费用", "30000");
  await resident.settled();
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  await page.emulateMedia({ media: "print" });
  assert.match(await page.locator(".receipt").innerText(), /¥30,800\.00/);
  assert.ok(!(await page.locator("form.ask").isVisible()));
  const beyond = await page.evaluate(() => [...document.querySelectorAll(".receipt *")].filter((element) => element.getBoundingClientRect().right > innerWidth + 1).length);
  assert.equal(beyond, 0);
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf);
  assert.deepEqual([Math.round(width), Math.round(height)], [595, 842]);
});

test("A saved file is opened before anything is filled in, too", async () => {
  const resident = await site.visit({});
  const [chooser] = await Promise.all([resident.page.waitForEvent("filechooser"), resident.page.getByText("打开以前存的文件").click()]);
  const file = { name: "saved.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(oneBill)) };
  await chooser.setFiles(file);
  await resident.page.waitForFunction(() => document.querySelector("#form-region").dataset.code === "370883");
  assert.match(await resident.headline(), /¥/);
});

test("Who prints without asking for the receipt gets it all the same, in ink on paper", async () => {
  const resident = await site.visit({ ...withAnswers(oneBill), theme: "dark" });
  await resident.settled();
  await resident.page.emulateMedia({ media: "print" });
  assert.ok(!(await resident.page.locator("form.ask").isVisible()));
  const title = resident.page.locator(".receipt h2");
  await title.waitFor();
  assert.equal(await title.evaluate((element) => getComputedStyle(element).color), "rgb(0, 0, 0)");
});
