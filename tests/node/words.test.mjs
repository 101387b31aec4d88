// Every id that the page or the core can name has words in every language, and no words are left over.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { before, test } from "node:test";
import { FluentResource } from "@fluent/bundle";
import { describe, ready, regions } from "yibao";

const root = new URL("../../", import.meta.url);
const read = (path) => readFileSync(new URL(path, root), "utf8");
const below = (folder, ending) => readdirSync(new URL(folder, root), { recursive: true })
  .filter((name) => name.endsWith(ending)).map((name) => `${folder}${name}`);

const languages = Object.fromEntries(["zh", "en"].map((lang) => [lang, messagesOf(read(`www/page/words/${lang}.ftl`))]));
const page = below("www/page/", ".ts").map(read).join("\n");
const core = below("src/", ".rs").map(read).join("\n");

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

before(() => ready());

test("no line of a language file is lost to a slip of the pen", () => {
  for (const lang of Object.keys(languages)) {
    const lines = read(`www/page/words/${lang}.ftl`).split("\n");
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

test("every fact, every option and every service is worded", () => {
  for (const { code } of regions()) {
    const { facts, services } = describe(code);
    assertWorded(facts.flatMap(({ id }) => [`fact-${id}`, `fact-${id}-help`]), "facts");
    assertWorded(facts.flatMap(({ id, options = [] }) => options.map((value) => `option-${id}-${value}`)), "options");
    assertWorded(services.flatMap(({ id }) => [`service-${id}`, `service-${id}-note`]), "services");
  }
});

test("every fund, kind, status and verdict is worded", () => {
  const funds = ["basic", "critical_illness", "large_expense", "assistance", "long_term_care"];
  assertWorded(funds.flatMap((fund) => [`fund-${fund}`, `settled-${fund}`]), "funds");
  assertWorded(["applies", "undetermined", "does_not_apply"].map((verdict) => `group-${verdict}`), "verdicts");
  assertWorded(["announced", "reported"].flatMap((status) => [`status-${status}`, `sure-${status}`]), "statuses");
});

test("every text that the core leaves to the page is worded", () => {
  assertWorded(matches(read("src/benefit/working.rs"), /^ {4}[A-Z]\w+ "([a-z-]+)"/gm).map((kind) => `step-${kind}`), "steps");
  assertWorded(matches(core, /"((?:finding|caveat|step)-[a-z-]+)"/g), "texts of the core");
});

test("every problem that a request can have is worded", () => {
  const codes = new Map([...read("src/problem.rs").matchAll(/^ {4}([A-Z]\w+) "([a-z_]+)"/gm)].map(([, name, code]) => [name, code]));
  const readers = [...below("src/request/", ".rs"), "src/request.rs", "src/reader.rs"];
  const named = matches(readers.map(read).join("\n"), /Code::(\w+)/g).filter((name) => codes.has(name));
  assertWorded(named.map((name) => `problem-${codes.get(name)}`), "problems");
});

test("nothing is worded that nobody says", () => {
  const families = /^(fact|option|service|fund|settled|group|kind|status|sure|step|finding|caveat|problem|unit|steps-of)-/;
  const idle = [...languages.zh.keys()].filter((id) => !families.test(id) && !page.includes(`"${id}"`) && !page.includes(`"${id.replace(/-likely$/, "")}"`));
  assert.deepEqual(idle, []);
});
