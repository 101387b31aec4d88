// The sizes that a visitor waits for, and what they may be (brotli, in bytes).

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { coreWasm, inRoot } from "../support/paths.mjs";
import { kilobytes, sizeOf, sizeOfFiles, table } from "../support/sizes.mjs";

const FIRST_VISIT = 200_000;
const CHAIN = 15_000;
const EMBED = 5_000;

/** The files of Laoshan's rules. */
const chain = ["370200", "370000", "000000"].map((code) => `policies/${code}.js`);

/** What loads only when it is opened or chosen: scripts of dist/, each with the styles of its name. */
const LATER = {
  panels: "pictures, slip, receipt", "words-en": "English words", "library-en": "the library's English words",
};

/** Prints sizes beside budgets; gives the names of what exceeds them. */
export async function reportSizes() {
  const first = namedBy("index.html");
  const measured = [
    { name: "core, as a .wasm", size: sizeOf(readFileSync(coreWasm)) },
    { name: "first visit, until its first answer in Laoshan", budget: FIRST_VISIT, size: sizeOfDist(...first, ...chain) },
    { name: "  of it: the rules of Laoshan", budget: CHAIN, size: sizeOfDist(...chain) },
    { name: "package", size: sizeOfDist("package/yibao_bg.wasm", "package/index.js") },
    ...later(first).map(([name, files]) => ({ name: `  later: ${name}`, size: sizeOfDist(...files) })),
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

/** What is loaded later, by name: other pages with what only they name, and the remaining scripts. */
function later(first) {
  const pages = Object.entries({ "library.html": "policy library", "configurator.html": "configurator" }).filter(([file]) => exist([file]))
    .map(([file, name]) => [name, namedBy(file).filter((other) => !first.includes(other))]);
  const taken = new Set([...first, ...pages.flatMap(([, files]) => files), "embed.js", "sw.js"]);
  const scripts = readdirSync(inRoot("dist")).filter((file) => file.endsWith(".js") && !taken.has(file)).map((file) => file.slice(0, -3));
  return [...scripts.map((name) => [LATER[name] ?? name, [`${name}.js`, `${name}.css`].filter((file) => exist([file]))]), ...pages];
}

/** A page and every file that its HTML names: what a browser fetches before anything is clicked. */
function namedBy(page) {
  const html = readFileSync(inRoot(inDist(page)), "utf8");
  const named = [...html.matchAll(/<(?:script|link)\b[^>]*?\s(?:src|href)="([^":#]+)"/g)].map(([, address]) => address);
  return [page, ...new Set(named)];
}
