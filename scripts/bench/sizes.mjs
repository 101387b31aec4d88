// The sizes that a visitor waits for, and what they may be (brotli, in bytes).

import { existsSync, readFileSync } from "node:fs";
import { inlined } from "../build/core-modules.mjs";
import { coreWasm, inRoot } from "../support/paths.mjs";
import { kilobytes, sizeOf, sizeOfFiles, table } from "../support/sizes.mjs";

const CORE = 65_000;
const FIRST_VISIT = 100_000;
const EMBED = 5_000;

/** Files in dist/ that load only when something is opened or chosen; they need not all exist. */
const LATER = [
  ["English words", ["words-en.js"]], ["pictures, slip, receipt", ["more.js"]], ["and their English words", ["more-en.js"]],
  ["policy library", ["library.html", "library.js", "library.css"]], ["and its English words", ["library-en.js"]],
];

/** Prints sizes beside budgets; gives the names of what exceeds them. */
export function reportSizes() {
  const first = namedBy("index.html");
  const measured = [
    { name: "core with all policies, as it is in the page", budget: CORE, size: sizeOf(inlined(readFileSync(coreWasm))) },
    { name: "core with all policies, package", budget: CORE, size: sizeOfDist("package/yibao_bg.wasm", "package/index.js") },
    { name: "first visit", budget: FIRST_VISIT, size: sizeOfDist(...first) },
    ...LATER.filter(([, files]) => exist(files)).map(([name, files]) => ({ name: `  later: ${name}`, size: sizeOfDist(...files) })),
    ...(exist(["configurator.html"]) ? [{ name: "  later: configurator", size: sizeOfDist(...namedBy("configurator.html").filter((file) => !first.includes(file))) }] : []),
    ...(exist(["embed.js"]) ? [{ name: "embed.js, on a host's page", budget: EMBED, size: sizeOfDist("embed.js") }] : []),
    ...(exist(["yibao.html"]) ? [{ name: "everything as one file (no budget)", size: sizeOfDist("yibao.html") }] : []),
  ];
  const rows = measured.map(({ name, budget, size }) => [
    name, kilobytes(size.raw), kilobytes(size.brotli), budget ? kilobytes(budget) : "", budget && size.brotli >= budget ? "OVER" : "",
  ]);
  console.log(`\n${table([["sizes", "raw", "brotli", "budget", ""], ...rows])}`);
  return measured.filter(({ budget, size }) => budget && size.brotli >= budget).map(({ name }) => name);
}

const inDist = (file) => `dist/${file}`;
const exist = (files) => files.every((file) => existsSync(inRoot(inDist(file))));
const sizeOfDist = (...files) => sizeOfFiles(...files.map(inDist));

/** A page and every file that its HTML names: what a browser fetches before anything is clicked. */
function namedBy(page) {
  const html = readFileSync(inRoot(inDist(page)), "utf8");
  const named = [...html.matchAll(/<(?:script|link)\b[^>]*?\s(?:src|href)="([^":#]+)"/g)].map(([, address]) => address);
  return [page, ...new Set(named)];
}
