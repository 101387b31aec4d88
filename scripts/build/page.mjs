// dist/: the page. Its scripts are classic ones with the core inside, so that it also runs from file://, in a sandbox and
// where nothing may be fetched; all its addresses are relative.

import { copyFileSync, mkdirSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { filesBelow } from "../support/fingerprint.mjs";
import { dist, inRoot } from "../support/paths.mjs";
import { browserFloor, bundle } from "./bundle.mjs";
import { coreBytes } from "./core-bytes.mjs";
import { writeElementStyles } from "./element-styles.mjs";
import { borrowing, lending } from "./shared-modules.mjs";

/** The scripts that the page loads only when it needs them: a language, and the panels that are seen when they are opened. */
export const laterScripts = ["words-en.js", "panels.js"];

const options = {
  outdir: dist,
  format: "iife",
  target: browserFloor,
  minify: true,
  // The glue's way of finding a .wasm beside itself is in the bundle but never taken: the page hands it the bytes.
  logOverride: { "empty-import-meta": "silent" },
};
const main = "www/page/main.ts";

/** What goes into bundles; everything else in www/page/ is copied as it is. */
const isSource = (path) => /\.(ts|ftl|css)$/.test(path);

export async function buildPage() {
  const alone = { ...options, entryPoints: [main], plugins: [coreBytes, lending([])], write: false, metafile: true };
  const { metafile } = await bundle(alone);
  const borrowed = new Set();
  const borrow = borrowing(Object.keys(metafile.inputs), borrowed);
  await bundle({ ...options, entryPoints: ["www/page/panels.ts"], plugins: [coreBytes, borrow] });
  await bundle({ ...options, entryPoints: [main], plugins: [coreBytes, lending([...borrowed].sort())] });
  await bundle({ ...options, entryPoints: ["www/page/words-en.ts", "www/page/page.css", "www/page/panels.css"] });
  for (const path of filesBelow("www/page").filter((path) => !isSource(path))) copyToDist(path);
  writeElementStyles();
}

function copyToDist(path) {
  const target = join(dist, relative("www/page", path));
  mkdirSync(dirname(target), { recursive: true });
  copyFileSync(inRoot(path), target);
}
