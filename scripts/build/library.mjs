// dist/library.html with its script, its styles and its words in other languages.

import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { dist, inRoot } from "../support/paths.mjs";
import { browserFloor, bundle } from "./bundle.mjs";
import { libraryData } from "./library-data.mjs";

export async function buildLibrary() {
  await bundle({
    entryPoints: ["www/library/library.ts", "www/library/library-en.ts", "www/library/library.css"],
    outdir: dist,
    format: "iife",
    target: browserFloor,
    minify: true,
    plugins: [libraryData],
  });
  copyFileSync(inRoot("www/library/library.html"), join(dist, "library.html"));
}
