// What strangers write and the page reads: links, settlement records, slips, messages between frame and host. Nothing stops
// the page, takes long, or is taken for what it is not. The core's own texts: tests/fuzz.rs.
//
// YIBAO_FUZZ_SECONDS looks longer, YIBAO_SEED elsewhere. What stopped one of them once is a file of tests/fuzz/ for good.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import * as core from "yibao";
import { inRoot } from "../../scripts/support/paths.mjs";
import { anyValue, Dice, damaged } from "./support/dice.mjs";
import { framedPage, hostPage } from "./support/frame-world.mjs";
import { source } from "./support/source.mjs";

const { Visit } = await source("page/visit/visit.ts");
const { Draft } = await source("page/visit/draft.ts");
const { linkText, saved } = await source("page/visit/link.ts");
const { restored } = await source("page/visit/link-reader.ts");
const { contradictions } = await source("page/panels/contradictions.ts");
const { compare } = await source("page/panels/slip-fields.ts");
const fen = await source("page/panels/fen.ts");
const typed = await source("page/visit/typed.ts");

before(() => core.ready());

const seconds = Number(process.env.YIBAO_FUZZ_SECONDS ?? 10) / 5;
const seed = Number(process.env.YIBAO_SEED ?? 15);
/** No text may take this long; an honest one takes a thousandth of it. */
const TOO_LONG = 20_000;

const filesOf = (folder) => readdirSync(inRoot(folder)).sort().map((name) => readFileSync(join(inRoot(folder), name), "utf8"));

/** As often as there is time for; tells how often that was. */
function search(t, act) {
  const dice = new Dice(seed);
  const end = performance.now() + seconds * 1000;
  let [tried, slowest] = [0, 0];
  for (; tried === 0 || performance.now() < end; tried += 1) {
    const begun = performance.now();
    act(dice);
    slowest = Math.max(slowest, performance.now() - begun);
  }
  t.diagnostic(`${tried} tried, the slowest took ${Math.ceil(slowest)} ms`);
  assert.ok(slowest < TOO_LONG);
}

/** With the text in its message, so that it can become a file of tests/fuzz/. */
function on(text, act) {
  try {
    act(text);
  } catch (error) {
    throw new Error(`on ${JSON.stringify(text)}`, { cause: error });
  }
}

const begin = () => new Visit(core, "2025-06-09", { changed() {}, billBegun() {}, answered() {}, later: (run) => run() });

function opened(text) {
  const visit = begin();
  visit.restore(text);
  return visit;
}

const MONEY = /^\d{1,12}\.\d\d$/;

const described = new Map(["000000", "370212", "370883"].map((code) => [code, null]));

/** The description of one of a few regions, asked for once. */
function describe(code) {
  if (!described.has(code)) return null;
  if (described.get(code) === null) described.set(code, core.describe(code));
  return described.get(code);
}

/** The draft that a text holds, as the link that is made of it. */
function linkIn(text) {
  const draft = new Draft();
  const { region, notices } = restored(text, describe, draft);
  for (const { id } of notices) assert.match(id, /^restored-/);
  return region === null ? null : linkText(saved(draft, describe(region), "2025-06-09"));
}

/** What a link holds; its members may come in another order. */
const contentOf = (link) => JSON.parse(Buffer.from(link, "base64url").toString());

/** Whatever was read can be handed on, and is then the same. */
function opens(text) {
  const link = linkIn(text);
  if (link !== null) assert.deepEqual(contentOf(linkIn(link)), contentOf(link));
}

/** The same with the core's answer, which takes a hundred times as long. */
function answers(text) {
  const visit = opened(text);
  if (visit.description === null || visit.region === "") return;
  const again = opened(visit.linkText);
  assert.deepEqual(contentOf(again.linkText), contentOf(visit.linkText));
  assert.deepEqual(again.request, visit.request);
}

test("links and saved answers", (t) => {
  const links = filesOf("tests/links").map((text) => JSON.parse(text).link);
  const corpus = [...links, ...links.map((link) => Buffer.from(link, "base64url").toString()), ...filesOf("tests/fuzz/link")];
  for (const text of corpus) on(text, answers);
  // A damaged text in a whole link gets further than a damaged link.
  search(t, (dice) => on(damaged(corpus, dice), (text) => (dice.below(500) ? opens : answers)(dice.below(2) ? text : Buffer.from(text).toString("base64url"))));
});

/** Amounts are amounts. */
function reads(text) {
  const { request, slips, settled, notes } = core.readSettlement(text);
  for (const lines of [...Object.values(slips), ...Object.values(settled)]) for (const amount of Object.values(lines)) assert.match(amount, MONEY);
  assert.ok(request.expenses.length > 0 || notes.length > 0, "nothing is refused in silence");
}

/** What was read is a request that the core answers or refuses with reasons. */
function isTaken(text) {
  reads(text);
  const records = core.readSettlement(text);
  const answer = core.estimate({ region: "370212", asked_on: "2025-06-09", ...records.request });
  assert.ok(answer.outcome === "estimate" || answer.problems.length > 0);
  const visit = begin();
  visit.addRecords(records);
  assert.equal(typeof visit.linkText, "string");
}

test("settlement records, as texts and as bytes of any encoding", (t) => {
  const corpus = filesOf("tests/fuzz/setlinfo");
  for (const text of corpus) on(text, isTaken);
  search(t, (dice) => on(damaged(corpus, dice), (text) => (dice.below(500) ? reads : isTaken)(dice.below(3) ? text : Buffer.from(text, dice.pick(["utf8", "latin1", "utf16le"])))));
});

test("the lines of a slip", (t) => {
  const amounts = ["1200", "1,200.5元", "0", "999999999999.99", "1.2万", "0.01", "", "-3", "abc"];
  const fields = core.SETTLEMENT_FIELDS;
  search(t, (dice) => {
    const lines = Object.fromEntries(fields.filter(() => dice.below(2)).map((field) => [field, typed.money(damaged(amounts, dice))]));
    on(JSON.stringify(lines), () => {
      const slip = Object.fromEntries(Object.entries(lines).filter(([, text]) => fen.toFen(text) !== null));
      for (const { sum, said, by } of contradictions(slip, dice.below(2) === 0)) for (const amount of [sum, said, by]) assert.match(amount, /^\d+\.\d\d$/);
      for (const amount of Object.values(slip)) assert.match(compare(amount, { low: "0.00", high: "100.00" }).by, /^\d+\.\d\d$/);
    });
  });
});

const types = ["ready", "height", "show", "estimate", "host", "", "__proto__"];
const numbers = [0, -1, 7, 300.5, 199_999, 200_000, 1e300, Number.NaN, Infinity, -Infinity];

function message(dice) {
  if (dice.below(4) === 0) return anyValue(dice);
  const one = (choices) => (dice.below(3) ? dice.pick(choices) : anyValue(dice));
  return { yibao: dice.below(8) ? 1 : anyValue(dice), type: one(types), height: one(numbers), top: one(numbers), answer: one(["{}", '{"outcome":"estimate"}', "{", "[", ""]), answers: one([true, false]) };
}

test("what a host's page hears: only its frame, only what is a height or a place, and answers only if it asked", async (t) => {
  const [quiet, asking] = [await hostPage({}), await hostPage({ answers: "" })];
  search(t, (dice) => {
    for (const page of [quiet, asking]) {
      const before = JSON.stringify([page.frame.style, page.told.length, page.scrolled.length]);
      const isOwn = dice.below(3) > 0;
      page.hear({ data: message(dice), source: isOwn ? page.own : dice.pick([null, {}]), origin: dice.pick([page.origin, "null", "https://else.example"]) });
      if (!isOwn) assert.equal(JSON.stringify([page.frame.style, page.told.length, page.scrolled.length]), before);
      assert.match(page.frame.style.height, /^\d{1,6}(px)?$/);
    }
  });
  assert.ok(asking.told.length > 0 && asking.told.every((answer) => typeof answer === "object"), "what is no JSON is nothing");
  assert.equal(quiet.told.length, 0);
  assert.ok(quiet.scrolled.every(Number.isFinite));
});

test("what the framed page hears: only its host, and answers go only to who asked", async (t) => {
  const page = await framedPage();
  const wanted = (data) => data?.yibao === 1 && data.type === "host" && data.answers === true;
  const targetFor = (origin) => (origin.startsWith("http") ? origin : "*");
  let asked = null;
  search(t, (dice) => {
    const [data, isHost, origin] = [message(dice), dice.below(3) > 0, dice.pick(["https://host.example", "null", "file://"])];
    page.said.length = 0;
    page.hear({ data, source: isHost ? page.parent : dice.pick([null, {}]), origin });
    if (isHost && data?.yibao === 1 && data.type === "host") asked = wanted(data) ? targetFor(origin) : null;
    page.answer({ outcome: "estimate" });
    for (const [said, target] of page.said) {
      if (said.type === "estimate") assert.equal(target, asked);
      else assert.deepEqual(Object.keys(said), ["yibao", "type", "height"]);
    }
    assert.equal(page.said.some(([said]) => said.type === "estimate"), asked !== null);
  });
});
