// Finding a place among all of China's: by name, pinyin and initials; what has rules of its own stands first.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { inRoot } from "../../scripts/support/paths.mjs";
import { source } from "./support/source.mjs";

const { findPlaces } = await source("page/places/find.ts");
const { below, lineOf, placesOf } = await source("page/places/places.ts");

const { places: all } = JSON.parse(readFileSync(inRoot("policies", "places.json"), "utf8"));
/** Three places with a file, one district that a file names: as the build marks them. */
const marks = new Map([["370200", null], ["370000", null], ["370883", null], ["370212", "370200"]]);
const places = placesOf(all.map(([code, zh, en, pinyin]) => [code, zh, en, marks.has(code) ? marks.get(code) : "", pinyin]));
const first = (typed, n = 1) => findPlaces(places, typed).slice(0, n).map(({ code }) => code);
const codes = (typed) => findPlaces(places, typed).map(({ code }) => code);

test("a name, its pinyin or the initials find a city and a district", () => {
  for (const typed of ["青岛", "青岛市", "qingdao", "QingDao", "qing dao", "ｑｄ", "qd"]) assert.equal(first(typed)[0], "370200", typed);
  for (const typed of ["崂山", "laoshan", "lao'shan", "ls"]) assert.ok(codes(typed).includes("370212"), typed);
  assert.equal(first("崂山")[0], "370212");
  for (const typed of ["芝罘", "zhifu"]) assert.equal(first(typed)[0], "370602", typed);
});

test("a city's name before the district's tells namesakes apart", () => {
  for (const typed of ["北京朝阳", "beijingchaoyang", "bjcy", "北京市朝阳区"]) assert.equal(first(typed)[0], "110105", typed);
  assert.equal(first("长春朝阳")[0], "220104");
  assert.equal(first("山东 青岛 崂山")[0], "370212");
});

test("ü may be typed as v or u, and a usual English name finds its place", () => {
  for (const typed of ["lvliang", "luliang", "lüliang"]) assert.ok(codes(typed).includes("141100"), typed);
  assert.equal(first("harbin")[0], "230100");
  assert.equal(first("Inner Mongolia")[0], "150000");
});

test("places with rules of their own stand before all others, and what is pooled with them counts", () => {
  const found = findPlaces(places, "shan");
  const last = found.map(({ hasRules }) => hasRules).lastIndexOf(true);
  assert.ok(found.slice(0, last + 1).every(({ hasRules }) => hasRules));
  const rules = new Map(places.map(({ code, hasRules }) => [code, hasRules]));
  for (const [code, has] of [["370211", true], ["370212", true], ["370602", false], ["370800", false], ["370883", true]]) assert.equal(rules.get(code), has, code);
});

test("nothing is found for nothing, and for what no place is called", () => {
  for (const typed of ["", "  ", "xyzxyz", "火星"]) assert.deepEqual(findPlaces(places, typed), [], typed);
});

test("every place can be reached from its province down", () => {
  const reached = new Set();
  const walk = (code) => below(places, code).forEach((place) => { reached.add(place.code); walk(place.code); });
  walk(null);
  assert.equal(reached.size, places.length);
  assert.deepEqual(lineOf(places.find(({ code }) => code === "110105")).map(({ name }) => name.zh), ["北京市", "朝阳区"]);
});

test("what kind of place it is may be typed along, in pinyin and initials, too", () => {
  for (const typed of ["qingdaoshi", "qingdao shi", "qds"]) assert.equal(first(typed)[0], "370200", typed);
  for (const typed of ["zouchengshi", "zou cheng shi", "jiningzouchengshi", "shandongshengzouchengshi"]) assert.equal(first(typed)[0], "370883", typed);
  for (const typed of ["laoshanqu", "qingdaoshilaoshanqu"]) assert.equal(first(typed)[0], "370212", typed);
  assert.ok(codes("zcs").includes("370883"));
  assert.equal(first("guangxizizhiqu")[0], "450000");
});
