// `ready()` and `load()` as a browser has them: what they ask the network for, and what becomes of failures. The package's
// browser side runs here with a `fetch` that reads files and writes down what was asked.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { after, beforeEach, test } from "node:test";
import * as shipped from "yibao";
import { folders, policyText } from "./support/cases.mjs";
import { source } from "./support/source.mjs";
import { withRules } from "./support/with-rules.mjs";

const { chainOf } = await source("package/chain.ts");
const realFetch = globalThis.fetch;
after(() => { globalThis.fetch = realFetch; });

/** The names of the files that were asked for, those that the network refuses, and what happens meanwhile. */
let asked, refused, whileAsked;
beforeEach(() => {
  [asked, refused, whileAsked] = [[], new Set(), () => undefined];
  globalThis.fetch = async (file) => {
    const name = basename(String(file));
    asked.push(name);
    whileAsked();
    if (refused.has(name)) return new Response("not found", { status: 404 });
    const type = name.includes(".wasm") ? "application/wasm" : "application/json";
    return new Response(readFileSync(new URL(file)), { headers: { "content-type": type } });
  };
});

/** A package of its own, as a browser gets it. */
async function browserPackage() {
  browserPackage.count += 1;
  return import(`${new URL("../../dist/package/index.js", import.meta.url)}?${browserPackage.count}`);
}
browserPackage.count = 0;

const request = { region: "370212", asked_on: "2025-06-09", facts: { scheme: "resident" } };
const chain = ["370200.json", "370000.json", "000000.json"];
const codesOf = (answer) => answer.problems.map(({ code }) => code);

test("ready() asks for the core and the index, load() for the files of one chain, once", async () => {
  const { ready, load, estimate, regions, describe } = await browserPackage();
  await Promise.all([ready(), ready()]);
  assert.deepEqual(asked, ["yibao_bg.wasm", "index.json"]);
  await shipped.ready();
  assert.deepEqual(regions().map(({ code, name, parent }) => [code, name, parent]), shipped.regions().map(({ code, name, parent }) => [code, name, parent]));
  assert.deepEqual(regions().filter(({ loaded, policies }) => loaded || policies.length > 0), []);
  assert.deepEqual([codesOf(estimate(request)), codesOf(describe("370212"))], [["region_not_loaded"], ["region_not_loaded"]]);
  await Promise.all([load("370212"), load("370212"), load("370200")]);
  assert.deepEqual(asked.slice(2), chain);
  assert.deepEqual(estimate(request), shipped.estimate(request));
  assert.deepEqual(describe("370212"), shipped.describe("370212"));
  assert.deepEqual(withRules(regions()).filter(({ loaded }) => loaded).map(({ code }) => code), ["000000", "370000", "370200", "370212"]);
  await load("370503");
  assert.deepEqual(asked.slice(5).sort(), ["370500.json", "370503.json"], "what is there is not asked for again");
});

test("two digits bring a province", async () => {
  const { load, regions } = await browserPackage();
  await load("37");
  const inShandong = folders.map((folder) => folder.slice(0, 6)).filter((code) => code.startsWith("37"));
  assert.ok(inShandong.length > 5, inShandong.join());
  assert.deepEqual(asked.slice(2).sort(), ["000000", ...inShandong].map((code) => `${code}.json`));
  assert.ok(withRules(regions()).every(({ code, loaded }) => loaded === (code === "000000" || code.startsWith("37"))));
});

test("a file that cannot be had leaves the region not loaded; the next try asks for that file only", async () => {
  const { load, estimate } = await browserPackage();
  refused.add("370000.json");
  await assert.rejects(load("370212"), /370000\.json answers 404/);
  assert.deepEqual(codesOf(estimate(request)), ["region_not_loaded"]);
  refused.clear();
  await load("370212");
  assert.deepEqual(asked.slice(2), [...chain, "370000.json"]);
  assert.equal(estimate(request).outcome, "estimate");
});

test("a start that failed may be tried again", async () => {
  const { ready, regions } = await browserPackage();
  refused.add("index.json");
  await assert.rejects(ready(), /index\.json answers 404/);
  refused.clear();
  await ready();
  assert.equal(regions().length, shipped.regions().length);
});

test("a region that nobody knows is the core's to refuse", async () => {
  const { load, estimate } = await browserPackage();
  await load("999999");
  assert.deepEqual(codesOf(estimate({ ...request, region: "999999" })), ["unknown_region"]);
});

const corrected = policyText("370200-qingdao").replace('"format": 1', '"format":  1');

test("a host's own file takes the place of ours, before and after load()", async () => {
  const { ready, load, addPolicies, estimate } = await browserPackage();
  await ready();
  const [{ sha256, problems }] = addPolicies([policyText("000000-china"), policyText("370000-shandong"), corrected]).slice(-1);
  assert.deepEqual(problems, []);
  await load("370212");
  assert.deepEqual(asked.slice(2), []);
  assert.equal(estimate(request).policies[0].sha256, sha256);
});

test("a host's own file that comes while ours is on its way stays", async () => {
  const { ready, load, addPolicies, estimate } = await browserPackage();
  await ready();
  addPolicies([policyText("000000-china"), policyText("370000-shandong")]);
  let sha256;
  whileAsked = () => { [{ sha256 }] = addPolicies([corrected]); };
  await load("370212");
  assert.deepEqual(asked.slice(2), ["370200.json"]);
  assert.equal(estimate(request).policies[0].sha256, sha256);
});

test("a place of the host's own: an address or a function", async () => {
  const ours = new URL("../../dist/policies", import.meta.url);
  const byAddress = await browserPackage();
  await byAddress.ready({ policies: ours.href });
  await byAddress.load("370212");
  assert.deepEqual(asked, ["yibao_bg.wasm", "index.json", ...chain]);
  const names = [];
  const byFunction = await browserPackage();
  await byFunction.ready({ policies: (name) => { names.push(name); return readFileSync(`${ours.pathname}/${name}.json`, "utf8"); } });
  await byFunction.load("370212");
  assert.deepEqual(names, ["index", "370200", "370000", "000000"]);
  assert.deepEqual(byFunction.estimate(request), byAddress.estimate(request));
});

test("a bad file is told with its place, and nothing of it is used", async () => {
  const { ready, load, estimate } = await browserPackage();
  const bad = (name) => shippedText(name).replace('"format": 1', '"format": 2');
  await ready({ policies: (name) => (name === "370200" ? bad(name) : shippedText(name)) });
  await assert.rejects(load("370212"), /370200 at "\/format"/);
  assert.deepEqual(codesOf(estimate(request)), ["refused_region"]);
});

test("an index that is none stops the start", async () => {
  const { ready } = await browserPackage();
  await assert.rejects(ready({ policies: () => "{}" }), /no list of regions/);
});

const shippedText = (name) => readFileSync(new URL(`../../dist/policies/${name}.json`, import.meta.url), "utf8");

test("the chain is the region's own file and those of its ancestors, nearest first", () => {
  const files = new Set(["000000", "370000", "370200", "370883"]);
  assert.deepEqual(chainOf("370212", files), ["370200", "370000", "000000"]);
  assert.deepEqual(chainOf("370883", files), ["370883", "370000", "000000"]);
  assert.deepEqual(chainOf("000000", files), ["000000"]);
  assert.deepEqual(chainOf("130800", files), ["000000"]);
});

const placeOfCore = new URL("../../dist/package/yibao_bg.wasm", import.meta.url);
const bytesOfCore = readFileSync(placeOfCore);

test("a core of the caller's own: an address, its bytes, or compiled", async () => {
  const expected = shipped.estimate(request);
  for (const [wasm, fetched] of [[`${placeOfCore}?own`, ["yibao_bg.wasm?own"]], [bytesOfCore, []], [new WebAssembly.Module(bytesOfCore), []]]) {
    const own = await browserPackage();
    asked = [];
    await own.ready({ wasm });
    assert.deepEqual(asked, [...fetched, "index.json"]);
    await own.load("370212");
    assert.deepEqual(own.estimate(request), expected);
  }
});

test("in Node, too; the policies lie beside the package's core", async () => {
  for (const [count, wasm] of [bytesOfCore, placeOfCore, placeOfCore.href].entries()) {
    const own = await import(`${new URL("../../dist/package/node.js", import.meta.url)}?own${count}`);
    await own.ready({ wasm });
    assert.deepEqual(own.estimate(request), shipped.estimate(request));
  }
});

test("a thread starts the core that it is told to start", async () => {
  const { answering } = await source("package/thread.ts");
  const [started, core] = [[], { setIndex: () => true, addPolicies: () => [] }];
  const answer = answering(async (wasm) => { started.push(wasm); return core; });
  assert.deepEqual(await answer({ do: "begin", wasm: "core.wasm", index: "[]", policies: [] }), { did: "begin" });
  assert.deepEqual(started, ["core.wasm"]);
});
