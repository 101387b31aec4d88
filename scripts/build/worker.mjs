// dist/sw.js: the service worker, with the list of what it keeps and a name for exactly this content.

import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fingerprint } from "../support/fingerprint.mjs";
import { dist } from "../support/paths.mjs";
import { browserFloor, bundle } from "./bundle.mjs";

/** What the page and the library need in every region; whoever embeds the page, saves it to a file or writes policies is on-line. */
const kept = (name) => /\.(html|js|css|svg)$/.test(name) && !/^(embed|configurator|desk|desk-worker|yibao|sw)\./.test(name);

/** Call once everything of the page is there. */
export async function buildWorker() {
  const names = [...readdirSync(dist).filter(kept).sort(), "policies/index.js"];
  await bundle({
    entryPoints: ["www/worker/sw.ts"],
    outdir: dist,
    format: "iife",
    target: browserFloor,
    minify: true,
    define: {
      FILES: JSON.stringify(names),
      VERSION: JSON.stringify(fingerprint(names.map((name) => join(dist, name))).slice(0, 16)),
    },
  });
}
