// dist/library/<code>.js: what the library shows of a region that has a file, as the built core describes it. The library
// loads the one that is read and needs no core. `RegionData` in www/library/model/data.ts is the shape.

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { dist, distPackage } from "../support/paths.mjs";
import { ascii } from "./policies.mjs";

export async function writeLibraryData() {
  const regions = await libraryData();
  mkdirSync(join(dist, "library"));
  for (const [code, data] of Object.entries(regions)) {
    const text = `(self.yibaoLibrary=self.yibaoLibrary||{})["${code}"]=${ascii(JSON.stringify(data))};\n`;
    writeFileSync(join(dist, "library", `${code}.js`), text);
  }
}

/** By code, of every region with a file. The package must be built, with its policies. */
export async function libraryData() {
  const core = await import(pathToFileURL(join(distPackage, "node.js")).href);
  await core.ready();
  const codes = core.regions().filter(({ code, policies }) => policies[0].id === code).map(({ code }) => code);
  const described = codes.map((code) => core.describe(code));
  const all = new Map(described.flatMap(({ programmes, words }) => programmes.map(({ id, name, replaces }) => [id, { id, name: words[name.id], replaces }])));
  return Object.fromEntries(described.map((description) => [description.region.code, { ...description, elsewhere: elsewhere(description, all) }]));
}

/** Programmes of other regions that one of these takes the place of, or that take the place of one of these. */
function elsewhere({ programmes }, all) {
  const here = new Set(programmes.map(({ id }) => id));
  const replaced = new Set(programmes.flatMap(({ replaces }) => replaces));
  return [...all.values()].filter(({ id, replaces }) => !here.has(id) && (replaced.has(id) || replaces.some((other) => here.has(other))));
}
