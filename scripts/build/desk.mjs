// dist/desk.html: where officers write policies. Its core, with what only they ask, lies inside its script.

import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { deskCoreFolder, dist, inRoot } from "../support/paths.mjs";
import { browserFloor, bundle } from "./bundle.mjs";
import { bytesOf } from "./core-bytes.mjs";

export async function buildDesk() {
  await bundle({
    entryPoints: ["www/desk/desk.ts", "www/desk/desk.css"],
    outdir: dist,
    format: "iife",
    target: browserFloor,
    minify: true,
    logOverride: { "empty-import-meta": "silent" },
    plugins: [bytesOf(join(deskCoreFolder, "yibao_bg.wasm"))],
  });
  copyFileSync(inRoot("www/desk/desk.html"), join(dist, "desk.html"));
}
