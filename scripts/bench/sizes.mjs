// The sizes that a visitor waits for, and what they may be.

import { readFileSync } from "node:fs";
import { inlined } from "../build/core-modules.mjs";
import { coreWasm, inRoot } from "../support/paths.mjs";
import { kilobytes, sizeOf, sizeOfFiles, table } from "../support/sizes.mjs";

const packageFiles = ["dist/package/yibao_bg.wasm", "dist/package/index.js"];

/** Prints sizes beside budgets (brotli, in bytes); gives the names of what exceeds them. */
export function reportSizes() {
  const measured = [
    { name: "core with all policies, as it is in the page", budget: 65_000, size: sizeOf(inlined(readFileSync(coreWasm))) },
    { name: "core with all policies, package", budget: 65_000, size: sizeOfFiles(...packageFiles) },
    { name: "first visit", budget: 100_000, size: sizeOfFiles(...firstVisit()) },
  ];
  const rows = measured.map(({ name, budget, size }) => [
    name, kilobytes(size.raw), kilobytes(size.brotli), kilobytes(budget), size.brotli < budget ? "" : "OVER",
  ]);
  console.log(`\n${table([["sizes", "raw", "brotli", "budget", ""], ...rows])}`);
  return measured.filter(({ budget, size }) => size.brotli >= budget).map(({ name }) => name);
}

/** The page and every file that its HTML names: what a browser fetches before anything is clicked. */
function firstVisit() {
  const html = readFileSync(inRoot("dist", "index.html"), "utf8");
  const named = [...html.matchAll(/\b(?:src|href)="([^":#]+)"/g)].map(([, address]) => `dist/${address}`);
  return ["dist/index.html", ...new Set(named)];
}
