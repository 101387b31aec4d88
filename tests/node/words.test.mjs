// Every id that the page or the core can name has words in every language, and no words are left over.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { FluentResource } from "@fluent/bundle";
import { testedProgram } from "../../scripts/support/paths.mjs";
import { source } from "./support/source.mjs";

const root = new URL("../../", import.meta.url);
const read = (path) => readFileSync(new URL(path, root), "utf8");
const below = (folder, ending) => readdirSync(new URL(folder, root), { recursive: true })
  .filter((name) => name.endsWith(ending)).map((name) => `${folder}${name}`);

const wordsIn = (lang) => read(`www/page/words/${lang}.ftl`);
const languages = Object.fromEntries(["zh", "en"].map((lang) => [lang, messagesOf(wordsIn(lang))]));
const page = below("www/page/", ".ts").map(read).join("\n");
const yibao = (...args) => execFileSync(testedProgram, args, { encoding: "utf8" });
/** The core's own list of what it leaves to the page (src/api/texts.rs). */
const textsOfCore = yibao("texts").split("\n").filter(Boolean);
/** A district: what `describe` says of it takes all levels of a chain together. */
const described = JSON.parse(yibao("describe", "370212"));

/** Each message's id, with the arguments that it uses. */
function messagesOf(text) {
  return new Map(new FluentResource(text).body.map((message) => [message.id, argumentsOf(message.value)]));
}

function argumentsOf(part, found = new Set()) {
  if (part === null || typeof part !== "object") return found;
  if (part.type === "var") found.add(part.name);
  Object.values(part).forEach((inner) => argumentsOf(inner, found));
  return found;
}

function assertWorded(ids, what) {
  assert.ok(ids.length > 0, `no ids of ${what} found: has their list moved?`);
  for (const [lang, messages] of Object.entries(languages)) {
    assert.deepEqual(ids.filter((id) => !messages.has(id)), [], `${what} without words in ${lang}`);
  }
}

const matches = (text, pattern) => [...new Set([...text.matchAll(pattern)].map((match) => match[1]))];

test("no line of a language file is lost to a slip of the pen", () => {
  for (const lang of Object.keys(languages)) {
    const lines = wordsIn(lang).split("\n");
    const broken = lines.filter((line) => line !== "" && !/^(#|[a-z][\w-]* = .|\s+(\[\w+\]|\*\[\w+\]|\}))/.test(line));
    assert.deepEqual(broken, [], lang);
    const ids = lines.flatMap((line) => /^([a-z][\w-]*) = /.exec(line)?.[1] ?? []);
    assert.deepEqual(ids.filter((id, i) => ids.indexOf(id) !== i), [], `${lang}: worded twice`);
    assert.deepEqual(ids.filter((id) => !languages[lang].has(id)), [], `${lang}: not read by Fluent`);
  }
});

test("both languages have the same messages, with the same arguments", () => {
  assert.deepEqual([...languages.zh.keys()].sort(), [...languages.en.keys()].sort());
  const plural = new Set(["n", "days"]); // one language may count where the other does not
  const used = (found) => [...found].filter((name) => !plural.has(name)).sort();
  for (const [id, found] of languages.zh) assert.deepEqual(used(found), used(languages.en.get(id)), id);
});

test("every message that the page names exists", () => {
  assertWorded(matches(page, /\bsay\(\s*"([\w-]+)"/g), "messages of the page");
});

test("every text that the core leaves to the page is worded", () => assertWorded(textsOfCore, "texts of the core"));

/** A fact of yes and no has no options to word; any other has those that `describe` lists. */
test("the core words every fact with a reason why it is asked, every option, every service with an explanation", () => {
  const { facts, services, words } = described;
  assert.ok(facts.length > 20 && services.length > 5, "facts and services are described");
  const ids = [
    ...facts.flatMap(({ id }) => [`fact-${id}`, `fact-${id}-help`]),
    ...facts.flatMap(({ id, options = [] }) => options.map((option) => `option-${id}-${option}`)),
    ...services.flatMap(({ id }) => [`service-${id}`, `service-${id}-note`]),
  ];
  for (const lang of Object.keys(languages)) assert.deepEqual(ids.filter((id) => !words[id]?.[lang]), [], lang);
});

test("the page has no words of its own for what the core words", () => {
  assert.deepEqual(Object.keys(described.words).filter((id) => languages.zh.has(id)), []);
});

test("every fund, verdict, status and kind that the page puts into an id is worded", () => {
  assertWorded(textsOfCore.filter((id) => id.startsWith("fund-")).map((id) => id.replace("fund", "settled")), "funds");
  assertWorded(["applies", "undetermined", "does_not_apply"].map((verdict) => `group-${verdict}`), "verdicts");
  assertWorded(["announced", "reported"].flatMap((status) => [`status-${status}`, `sure-${status}`]), "statuses");
  assertWorded(["entitlement", "subsidy"].map((kind) => `kind-${kind}`), "kinds");
  assertWorded(["year", "month", "day"].map((unit) => `unit-${unit}`), "units");
  assertWorded(["likely", "low"].map((end) => `steps-of-${end}`), "ends");
  assertWorded(["service", "date"].map((key) => `problem-required-${key}`), "missing members");
});

test("every situation is worded, with a note", async () => {
  const { SITUATIONS } = await source("page/visit/situation.ts");
  assertWorded(SITUATIONS.flatMap(({ id }) => [`situation-${id}`, `situation-${id}-note`]), "situations");
});

test("every member of a year so far is worded, with where to find it", () => {
  const { 1: members } = /interface YearToDate \{(.*?)\}/s.exec(read("www/package/types.ts"));
  assertWorded(matches(members, /(\w+)\?:/g).flatMap((member) => [`year-${member}`, `year-${member}-hint`]), "members of a year");
});

test("every action and both ends of a range are worded", () => {
  const { 1: actions } = /export type Action = (.*?);/s.exec(read("www/package/types.ts"));
  assertWorded([...matches(actions, /"(\w+)"/g), "enrol-by"].map((action) => `action-${action}`), "actions");
  assertWorded(["different-then-paid", "different-perhaps-paid"], "what a way would bring");
  assertWorded(["low", "high"].flatMap((end) => [`extremes-${end}`, `extremes-${end}-any`]), "ends");
});

test("every modifier of a number is worded, or has a sign", async () => {
  const { 1: modifiers } = /export type Modifier =(.*?);/s.exec(read("www/package/types.ts"));
  const { SIGNS } = await source("page/explain/made.ts");
  const signs = ["from", ...Object.keys(SIGNS)];
  assertWorded(matches(modifiers, /"(\w+)"/g).filter((how) => !signs.includes(how)).map((how) => `made-${how.replaceAll("_", "-")}`), "modifiers");
});

test("everything that a settlement record may make us say is worded", () => {
  const text = read("www/package/settlement.ts");
  const codes = [/interface SettlementNote \{.*?code:(.*?);/s, /type AmountFault = (.*?);/s].flatMap((list) => matches(list.exec(text)[1], /"(\w+)"/g));
  assert.ok(codes.length > 10, codes.join());
  assertWorded(codes.map((code) => `record-${code}`), "notes on a record");
});

test("nothing is worded that nobody says", () => {
  const ofPage = /^(row|situation|year|action|extremes|different-(then|perhaps)|settled|group|status|sure|kind|unit|steps-of|made|problem-required|slip|record)-|^item-(days|count|unit_price)$|^step-.*-all$/;
  const said = (id) => textsOfCore.includes(id) || ofPage.test(id) || page.includes(`"${id}"`) || page.includes(`"${id.replace(/-likely$/, "")}"`);
  assert.deepEqual([...languages.zh.keys()].filter((id) => !said(id)), []);
});
