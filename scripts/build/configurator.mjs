// dist/configurator.html: gives a webmaster the code to paste. `virtual:site` is what it must know of this build: the
// regions of the core and the hashes for the tags. Types: configurator-data.d.ts. The page and embed.js must be there.

import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { dist, distPackage, inRoot } from "../support/paths.mjs";
import { browserFloor, bundle } from "./bundle.mjs";
import { integrity } from "./sums.mjs";

const site = {
  name: "site",
  setup(build) {
    build.onResolve({ filter: /^virtual:site$/ }, ({ path }) => ({ path, namespace: "site" }));
    build.onLoad({ filter: /.*/, namespace: "site" }, async () => ({ contents: JSON.stringify(await gather()), loader: "json" }));
  },
};

async function gather() {
  const core = await import(pathToFileURL(join(distPackage, "node.js")).href);
  await core.ready();
  return { regions: core.regions().map(({ code, name }) => ({ code, name })), integrity: integrity() };
}

export async function buildConfigurator() {
  await bundle({
    entryPoints: ["www/configurator/configurator.ts", "www/configurator/configurator.css"],
    outdir: dist,
    format: "iife",
    target: browserFloor,
    minify: true,
    plugins: [site],
  });
  copyFileSync(inRoot("www/configurator/configurator.html"), join(dist, "configurator.html"));
}
