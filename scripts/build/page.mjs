// dist/: the page. Its scripts are classic ones with the core inside, so that it also runs from file://, in a sandbox and
// where nothing may be fetched; all its addresses are relative.

import { copyFileSync, mkdirSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { filesBelow } from "../support/fingerprint.mjs";
import { dist, inRoot } from "../support/paths.mjs";
import { browserFloor, bundle } from "./bundle.mjs";
import { coreModules } from "./core-modules.mjs";
import { writeElementStyles } from "./element-styles.mjs";

/** Each becomes one file in dist/, named like its source: the page, the further parts of its core, every language but its own, the styles, what loads when opened. */
const entryPoints = ["www/page/main.ts", "www/page/core-bills.ts", "www/page/core-rest.ts", "www/page/words-en.ts", "www/page/restore.ts", "www/page/explain.ts", "www/page/page.css", "www/page/more.ts", "www/page/more.css", "www/page/host.ts"];

/** The scripts that the page loads only when it needs them. */
export const laterScripts = entryPoints.map((path) => basename(path)).filter((name) => name.endsWith(".ts") && name !== "main.ts")
  .map((name) => name.replace(/ts$/, "js"));

/** What goes into bundles; everything else in www/page/ is copied as it is. */
const isSource = (path) => /\.(ts|ftl|css)$/.test(path);

export async function buildPage() {
  await bundle({
    entryPoints,
    outdir: dist,
    format: "iife",
    target: browserFloor,
    minify: true,
    plugins: [coreModules],
    // The glue's way of finding a .wasm beside itself is in the bundle but never taken: the page hands it the bytes.
    logOverride: { "empty-import-meta": "silent" },
  });
  for (const path of filesBelow("www/page").filter((path) => !isSource(path))) copyToDist(path);
  writeElementStyles();
}

function copyToDist(path) {
  const target = join(dist, relative("www/page", path));
  mkdirSync(dirname(target), { recursive: true });
  copyFileSync(inRoot(path), target);
}
