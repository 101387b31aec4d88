// What a host brings along: rules of its own, a colour of its own, answers to begin with. In Chromium; embed.test.mjs and
// everywhere.test.mjs see to the browsers.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { headersFor } from "../../scripts/support/headers.mjs";
import { sha256 } from "../../scripts/support/fingerprint.mjs";
import { dist, inRoot } from "../../scripts/support/paths.mjs";
import { serve } from "../../scripts/support/serve.mjs";
import { openBrowser } from "./support/browser.mjs";

/** Zoucheng with a higher yearly limit for accidents, and a made-up town. */
const corrected = readFileSync(inRoot("policies/370883-zoucheng/policy.json"), "utf8").replaceAll('"1500"', '"1800"');
const town = corrected.replace('"region": "370883"', '"region": "370881"').replace("邹城市", "曲阜市").replaceAll("370883/", "370881/");

const site = mkdtempSync(join(tmpdir(), "yibao-own-"));
const inSite = (name) => join(site, name);
let server;
let browser;

before(async () => {
  cpSync(dist, site, { recursive: true });
  writeFileSync(inSite("own.json"), corrected);
  writeFileSync(inSite("town.json"), town);
  execFileSync(process.execPath, [inRoot("scripts/wrap-policy.mjs"), inSite("own.json"), inSite("town.json"), inSite("policy.js")]);
  const bad = [town, corrected.replace('"format": 1', '"format": 2')].map((text) => JSON.stringify(text));
  writeFileSync(inSite("policy-bad.js"), `(self.yibaoPolicies = self.yibaoPolicies || []).push(${bad});`);
  writeFileSync(inSite("policy-empty.js"), "// nothing");
  server = await serve(site, { headersFor });
  browser = await openBrowser("chromium");
  await browser.context.addInitScript(() => {
    window.answers = [];
    window.addEventListener("estimate", ({ detail }) => window.answers.push(detail));
  });
});
after(async () => {
  await browser?.close();
  await server?.close();
  rmSync(site, { recursive: true, force: true });
});

/** A fresh tab with these settings; what it says to the console is in `said`. */
async function open(settings, address = server.address) {
  const page = await browser.context.newPage();
  const said = [];
  page.on("console", (message) => said.push(message.text()));
  await page.goto(`${address}#${new URLSearchParams({ "asked-on": "2025-06-09", ...settings })}`);
  return { page, said };
}

const choices = async (page) => {
  await page.locator("#form-region").click();
  await page.locator("[role=option]").first().waitFor();
  return page.locator("[role=option]").evaluateAll((options) => options.map(({ id }) => id.replace("form-region-", "")));
};

for (const [from, address] of [["a server", () => server.address], ["a file", () => pathToFileURL(inSite("index.html")).href]]) {
  test(`rules of the host's own replace and add regions, and the answer says which they were: from ${from}`, async () => {
    const { page } = await open({ policy: "policy.js", region: "370883" }, address());
    await page.waitForFunction(() => window.answers.length > 0);
    const { policies } = await page.evaluate(() => window.answers[0]);
    assert.equal(policies[0].sha256, sha256(corrected));
    assert.ok((await choices(page)).includes("370881"), "the town can be chosen");
    assert.equal(await page.getByRole("link", { name: /政策库/ }).count(), 0, "the library does not have these rules");
    await page.close();
  });

  test(`a link can name no script but the host's own: from ${from}`, async () => {
    for (const policy of ["https://example.com/policy.js", "../policy.js"]) { // more of them in tests/node/own-names.test.mjs
      const asked = browser.requests.length;
      const { page } = await open({ policy, region: "370883" }, address());
      assert.match(await page.getByRole("alert").innerText(), /cannot be named here/, policy);
      assert.ok(!browser.requests.slice(asked).some((url) => /policy\.js$/.test(url)), policy);
      await page.close();
    }
  });
}

test("one bad file of two: nothing is used, the resident is told where to turn and the webmaster what is wrong", async () => {
  const { page, said } = await open({ policy: "policy-bad.js", region: "370881" });
  const told = await page.getByRole("alert").innerText();
  assert.match(told, /宁可不算.*12393.*\/format/s);
  assert.equal(await page.locator("form").count(), 0);
  assert.equal(await page.evaluate(() => window.answers.length), 0);
  assert.ok(said.some((line) => line.includes("/format") && line.includes("370883")), said.join("\n"));
  await page.close();
});

test("a script that is not there or brings nothing is told as such", async () => {
  for (const [policy, reason] of [["policy-none.js", /is not there/], ["policy-empty.js", /brought no policy/]]) {
    const { page } = await open({ policy, region: "370883", lang: "en" });
    const told = await page.getByRole("alert").innerText();
    assert.match(told, /better none than a wrong one/);
    assert.match(told, reason);
    await page.close();
  }
});

test("the one-file page lets no other script in, and says so", async () => {
  const { page } = await open({ policy: "policy.js", region: "370883" }, pathToFileURL(inSite("yibao.html")).href);
  assert.match(await page.getByRole("alert").innerText(), /not allowed to run/);
  await page.close();
});

test("a host's colour is used; one that cannot be read is corrected, one that is none is refused", async () => {
  const accentOf = (page) => page.evaluate(() => getComputedStyle(document.querySelector(".yb")).getPropertyValue("--accent").trim());
  const painted = (page) => page.waitForFunction(() => document.querySelector(".yb").style.getPropertyValue("--accent") !== "");
  const fine = await open({ accent: "#1a4f8b" });
  await painted(fine.page);
  assert.equal(await accentOf(fine.page), "#1a4f8b");
  assert.deepEqual(fine.said, []);
  const pale = await open({ accent: "#ffd400" });
  await painted(pale.page);
  assert.notEqual(await accentOf(pale.page), "#ffd400");
  assert.match(pale.said.join(), /#ffd400 cannot be read here \(4.5:1/);
  const before = await accentOf(pale.page);
  await pale.page.getByRole("button", { name: "大字版" }).click();
  await pale.page.waitForFunction((before) => document.querySelector(".yb").style.getPropertyValue("--accent") !== before, before);
  assert.match(pale.said.join(), /\(7:1 is needed/);
  const none = await open({ accent: "red;background:url(x)" });
  await none.page.waitForFunction(() => document.querySelector(".yb") !== null);
  assert.equal(await accentOf(none.page), "#0b6455");
  for (const { page } of [fine, pale, none]) await page.close();
});
