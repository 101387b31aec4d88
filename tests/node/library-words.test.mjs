// The library's own words: complete in both languages, apart from the page's, all of them said.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { FluentResource } from "@fluent/bundle";

const root = new URL("../../", import.meta.url);
const read = (path) => readFileSync(new URL(path, root), "utf8");
const idsOf = (path) => new FluentResource(read(path)).body.map(({ id }) => id);
const shared = new Set(idsOf("www/page/words/zh.ftl"));
const own = Object.fromEntries(["zh", "en"].map((lang) => [lang, idsOf(`www/library/words/${lang}.ftl`)]));
const code = readdirSync(new URL("www/library/", root), { recursive: true })
  .filter((name) => name.endsWith(".ts")).map((name) => read(`www/library/${name}`)).join("\n");

/** Put together in the code: `row-from-<fact>`, `kind-<kind>`, … */
const madeUp = {
  kind: ["reimbursement", "allowance", "subsidy", "entitlement"], changes: ["from", "to"],
  "source-age": ["new", "months", "years"], "row-from": ["admission", "years_insured"],
};

test("both languages have the same messages, each once, none of them the page's", () => {
  assert.deepEqual([...own.zh].sort(), [...own.en].sort());
  for (const ids of Object.values(own)) assert.equal(new Set(ids).size, ids.length);
  assert.deepEqual(own.zh.filter((id) => shared.has(id)), [], "worded here and in the page");
});

test("every line of the language files is read", () => {
  for (const [lang, ids] of Object.entries(own)) {
    const written = read(`www/library/words/${lang}.ftl`).split("\n").flatMap((line) => /^([a-z][\w-]*) = /.exec(line)?.[1] ?? []);
    assert.deepEqual(written, ids, lang);
  }
});

test("every message that the library names exists", () => {
  const named = [...code.matchAll(/"([a-z]+(?:[-_][a-z0-9_]+)+)"/g)].map(([, id]) => id);
  const said = [...code.matchAll(/\bsay\(\s*"([\w-]+)"/g)].map(([, id]) => id);
  assert.ok(said.length > 20);
  const known = (id) => shared.has(id) || own.zh.includes(id);
  assert.deepEqual(said.filter((id) => !known(id)), []);
  for (const [prefix, ends] of Object.entries(madeUp)) assert.deepEqual(ends.map((end) => `${prefix}-${end}`).filter((id) => !known(id)), []);
  const unsaid = own.zh.filter((id) => !named.includes(id) && !said.includes(id) && !code.includes(`"${id}"`));
  assert.deepEqual(unsaid.filter((id) => !Object.entries(madeUp).some(([prefix, ends]) => ends.some((end) => id === `${prefix}-${end}`))), [], "worded, never said");
});

test("no styles or handlers inside the markup, which the library's security policy forbids; nothing from another host", () => {
  const html = read("www/library/library.html");
  assert.doesNotMatch(code + html, /\sstyle\s*=\s*["'$]|\son[a-z]+\s*=\s*["']|<style|<script(?![^>]*\ssrc=)|https?:\/\//);
});
