// The page's own security policy allows no styles and no handlers inside its markup; Chromium would not notice all of them.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

const folder = new URL("../../www/", import.meta.url);
const files = readdirSync(folder, { recursive: true }).filter((name) => /\.(ts|html)$/.test(name));
const text = Object.fromEntries(files.map((name) => [name, readFileSync(new URL(name, folder), "utf8")]));

const inFiles = (pattern) => files.filter((name) => pattern.test(text[name]));

test("no style attribute, no inline handler, no inline script or style", () => {
  assert.ok(files.length > 20);
  assert.deepEqual(inFiles(/\sstyle\s*=\s*["'$]/), []);
  assert.deepEqual(inFiles(/\son[a-z]+\s*=\s*["']/), []);
  assert.deepEqual(inFiles(/<style|<script(?![^>]*\ssrc=)/), []);
});

test("nothing from another host", () => {
  const elsewhere = files.filter((name) => (text[name].match(/https?:\/\/[^\s"'`]+/g) ?? []).some((url) => !url.startsWith("http://www.w3.org/")));
  assert.deepEqual(elsewhere, []);
});
