// dist/configurator.html: gives a webmaster the code to paste. `virtual:integrity` holds the hashes for the tags of this
// build. Types: integrity.d.ts. The page and embed.js must be there.

import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { dist, inRoot } from "../support/paths.mjs";
import { browserFloor, bundle } from "./bundle.mjs";
import { integrity } from "./sums.mjs";

const hashes = {
  name: "integrity",
  setup(build) {
    build.onResolve({ filter: /^virtual:integrity$/ }, ({ path }) => ({ path, namespace: "integrity" }));
    build.onLoad({ filter: /.*/, namespace: "integrity" }, () => ({ contents: JSON.stringify(integrity()), loader: "json" }));
  },
};

export async function buildConfigurator() {
  await bundle({
    entryPoints: ["www/configurator/configurator.ts", "www/configurator/configurator.css"],
    outdir: dist,
    format: "iife",
    target: browserFloor,
    minify: true,
    plugins: [hashes],
  });
  copyFileSync(inRoot("www/configurator/configurator.html"), join(dist, "configurator.html"));
}
