// dist/library.html with its script, its styles, its words in other languages, and a script for each region.

import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { dist, inRoot } from "../support/paths.mjs";
import { browserFloor, bundle } from "./bundle.mjs";
import { writeLibraryData } from "./library-data.mjs";

export async function buildLibrary() {
  await bundle({
    entryPoints: ["www/library/library.ts", "www/library/library-en.ts", "www/library/library.css"],
    outdir: dist,
    format: "iife",
    target: browserFloor,
    minify: true,
  });
  await writeLibraryData();
  copyFileSync(inRoot("www/library/library.html"), join(dist, "library.html"));
}
