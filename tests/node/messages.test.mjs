// What the page makes of its words is what Fluent itself makes of them.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { FluentBundle, FluentResource } from "@fluent/bundle";
import { compiled } from "../../scripts/build/words.mjs";
import { filesBelow } from "../../scripts/support/fingerprint.mjs";
import { inRoot } from "../../scripts/support/paths.mjs";
import { source } from "./support/source.mjs";

const { Messages } = await source("page/words/messages.ts");

const shout = (name) => (text) => `${name}<${text}>`;
const functions = Object.fromEntries(["MONEY", "RATE", "DATE", "SERVICE", "PARTS"].map((name) => [name, shout(name)]));

/** Both ways of setting the messages of a file. */
function both(text, locale) {
  const bundle = new FluentBundle(locale, {
    useIsolating: false,
    functions: Object.fromEntries(Object.entries(functions).map(([name, set]) => [name, ([value]) => set(String(value))])),
  });
  bundle.addResource(new FluentResource(text));
  const ours = new Messages(locale, functions);
  ours.add(compiled(text));
  return { ours, fluent: (id, args) => bundle.formatPattern(bundle.getMessage(id).value, args, []) };
}

const files = ["page/words", "page/bills", "page/restored", "page/explain", "page/more", "library/words", "configurator/words"]
  .flatMap((folder) => ["zh", "en"].map((lang) => ({ path: `www/${folder}/${lang}.ftl`, locale: lang === "zh" ? "zh-CN" : "en" })));

for (const { path, locale } of files) {
  test(path, () => {
    const text = readFileSync(inRoot(path), "utf8");
    const { ours, fluent } = both(text, locale);
    const names = [...new Set([...text.matchAll(/\$(\w+)/g)].map(([, name]) => name))];
    for (const { id } of new FluentResource(text).body) {
      for (const value of [0, 1, 2, 21, 12345, "1", "0.9", "一二三 $&"]) {
        const args = Object.fromEntries(names.map((name) => [name, value]));
        assert.equal(ours.format(id, args), fluent(id, args), `${id} of ${JSON.stringify(value)}`);
      }
    }
  });
}

test("every language file is tested here", () => {
  assert.deepEqual(filesBelow("www").filter((path) => path.endsWith(".ftl")).sort(), files.map(({ path }) => path).sort());
});

test("a message that is not there, and an argument that is not given, can be seen", () => {
  const { ours } = both("known = { $a } and { MONEY($b) }", "en");
  assert.equal(ours.format("unknown"), "unknown");
  assert.equal(ours.format("known", { a: "x" }), "x and {MONEY b}");
  assert.ok(ours.has("known") && !ours.has("unknown"));
});

test("what the page could not set stops the build", () => {
  for (const text of [
    "a = { $n ->\n [one] x\n *[other] y\n } { $m ->\n [one] x\n *[other] y\n }", "a = { NUMBER($n, digits: 2) }", "a = { -term }\n-term = b",
    "a = b\n .title = c", "a = { $n }\n  on two lines", "a = { \"{\" }", "a = { missing }",
  ]) assert.throws(() => compiled(text), /^Error: a: /, text);
});
