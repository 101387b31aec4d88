// Everything in dist/, from the source alone: the core, then the package and the page around it.

import { rmSync } from "node:fs";
import { ensureNodeModules } from "../setup/node-modules.mjs";
import { ensureRust } from "../setup/rust.mjs";
import { filesBelow } from "../support/fingerprint.mjs";
import { dist } from "../support/paths.mjs";
import { kilobytes, sizeOfFiles, table } from "../support/sizes.mjs";
import { buildCore } from "./core.mjs";

export async function build() {
  ensureRust();
  ensureNodeModules();
  buildCore();
  rmSync(dist, { recursive: true, force: true });
  // Only now, because they import esbuild.
  const { buildPackage } = await import("./package.mjs");
  const { buildPage } = await import("./page.mjs");
  const { buildLibrary } = await import("./library.mjs");
  await buildPackage();
  await buildPage();
  await buildLibrary();
  console.log(table([["dist/", "raw", "brotli"], ...filesBelow("dist").map(sizeRow)]));
}

function sizeRow(path) {
  const { raw, brotli } = sizeOfFiles(path);
  return [path, kilobytes(raw), kilobytes(brotli)];
}
