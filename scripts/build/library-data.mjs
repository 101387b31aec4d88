// What the library shows, as an esbuild plugin: `virtual:library-data` is what the built core says of every region. The
// library needs no more than that, so it carries these 20 kB (brotli) instead of the core, and shows them without starting
// anything. A programme inherited by many regions is kept once. Types: library-data.d.ts.

import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { filesBelow, sha256 } from "../support/fingerprint.mjs";
import { distPackage, inRoot } from "../support/paths.mjs";
import { Stop } from "../support/run.mjs";

export const libraryData = {
  name: "library-data",
  setup(build) {
    build.onResolve({ filter: /^virtual:library-data$/ }, ({ path }) => ({ path, namespace: "library" }));
    build.onLoad({ filter: /.*/, namespace: "library" }, async () => ({ contents: JSON.stringify(await gather()), loader: "json" }));
  },
};

/** Of all regions: see `LibraryData`. The package must be built. */
export async function gather() {
  const core = await import(pathToFileURL(`${distPackage}/node.js`).href);
  await core.ready();
  const data = { regions: [], programmes: {}, values: {}, readings: {}, words: {}, largest: {}, files: policyFiles() };
  for (const region of core.regions()) {
    const said = core.describe(region.code);
    for (const kind of ["programmes", "values", "readings"]) said[kind].forEach((entry) => keep(data[kind], entry.id, entry));
    Object.entries(said.words).forEach(([id, words]) => keep(data.words, id, words));
    said.facts.filter(({ kind }) => kind === "whole_number").forEach(({ id, max }) => keep(data.largest, id, max));
    const { sources, notes, programmes } = said;
    data.regions.push({ ...region, chain: said.region.chain, programmes: programmes.map(({ id }) => id), sources, notes });
  }
  return data;
}

/** Where each policy file lies, here as in dist/, by its hash. */
function policyFiles() {
  const files = filesBelow("policies").filter((path) => path.endsWith("/policy.json"));
  return Object.fromEntries(files.map((path) => [sha256(readFileSync(inRoot(path))), path]));
}

/** The same id means the same thing in every region, or the library would show one region what another one has. */
function keep(store, id, entry) {
  if (JSON.stringify(store[id] ?? entry) !== JSON.stringify(entry)) throw new Stop(`"${id}" differs between regions`);
  store[id] = entry;
}
