// dist/desk.html: where officers write policies. Its core, with what only they ask, lies inside its script.

import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { deskCoreFolder, dist, inRoot } from "../support/paths.mjs";
import { browserFloor, bundle } from "./bundle.mjs";
import { bytesOf } from "./core-bytes.mjs";

const how = { outdir: dist, format: "iife", target: browserFloor, minify: true, logOverride: { "empty-import-meta": "silent" } };

export async function buildDesk() {
  // What settles populations beside the page: it gets the core from the page.
  await bundle({
    entryPoints: [{ in: "www/desk/cohort/worker.ts", out: "desk-worker" }],
    ...how,
  });
  await bundle({
    entryPoints: ["www/desk/desk.ts", "www/desk/desk.css"],
    ...how,
    plugins: [bytesOf(join(deskCoreFolder, "yibao_bg.wasm"))],
  });
  copyFileSync(inRoot("www/desk/desk.html"), join(dist, "desk.html"));
}
