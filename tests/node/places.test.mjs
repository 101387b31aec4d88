// policies/places.json is what the kept data packages say, and every region with rules is among its places.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { placesFile } from "../../scripts/places.mjs";
import { inRoot } from "../../scripts/support/paths.mjs";

const committed = readFileSync(inRoot("policies", "places.json"), "utf8");
const { places, abolished } = JSON.parse(committed);

test("policies/places.json is what `npm run places` writes", () => {
  assert.equal(committed, placesFile());
});

test("It lists provinces, prefectures and counties, without headings and without places that have insurances of their own", () => {
  const codes = new Set(places.map(([code]) => code));
  assert.equal([...codes].filter((code) => code.endsWith("0000")).length, 31);
  for (const code of ["110105", "429004", "650100", "370212"]) assert.ok(codes.has(code), code);
  for (const code of ["110100", "419000", "710000", "810000"]) assert.ok(!codes.has(code), code);
});

test("Names with a reading of their own are found as people say them", () => {
  const pinyin = new Map(places.map(([, zh, , syllables]) => [zh, syllables]));
  assert.equal(pinyin.get("崂山区"), "lao shan");
  assert.equal(pinyin.get("单县"), "shan xian");
  assert.equal(pinyin.get("六安市"), "lu an");
  assert.equal(pinyin.get("重庆市"), "chong qing");
});

test("A code that was abolished names what took its place only where that is plain", () => {
  const gone = new Map(abolished.map(([code, , successor]) => [code, successor]));
  assert.equal(gone.get("371200"), "370116");
  assert.equal(gone.get("130103"), undefined);
});
