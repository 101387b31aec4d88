// Everything in dist/, from the source alone: the core, then the package and the page around it.

import { rmSync } from "node:fs";
import { relative } from "node:path";
import { ensureNodeModules } from "../setup/node-modules.mjs";
import { ensureRust } from "../setup/rust.mjs";
import { filesBelow } from "../support/fingerprint.mjs";
import { dist } from "../support/paths.mjs";
import { kilobytes, sizeOfFiles, table } from "../support/sizes.mjs";
import { buildCore, buildDeskCore } from "./core.mjs";
import { copyGuides } from "./guides.mjs";
import { writeHeaders } from "./headers.mjs";
import { writeOneFile } from "./one-file.mjs";
import { buildPolicies } from "./policies.mjs";
import { writeSbom } from "./sbom.mjs";
import { integrity, writeIntegrity, writeSums } from "./sums.mjs";

export async function build() {
  ensureRust();
  ensureNodeModules();
  buildCore();
  buildDeskCore();
  rmSync(dist, { recursive: true, force: true });
  // Only now, because they import esbuild.
  const { buildPackage } = await import("./package.mjs");
  const { buildPage, laterScripts } = await import("./page.mjs");
  const { buildLibrary } = await import("./library.mjs");
  const { buildEmbed } = await import("./embed.mjs");
  const { buildConfigurator } = await import("./configurator.mjs");
  const { buildDesk } = await import("./desk.mjs");
  const { buildWorker } = await import("./worker.mjs");
  await buildPackage();
  await buildPolicies();
  await buildPage();
  await buildLibrary();
  await buildEmbed();
  await buildConfigurator();
  await buildDesk();
  writeOneFile(laterScripts);
  copyGuides();
  writeHeaders();
  await buildWorker(); // knows what is there
  writeIntegrity();
  writeSbom();
  writeSums();
  console.log(table([["dist/", "raw", "brotli"], ...filesBelow(dist).filter((path) => !isOfOneRegion(path)).map(sizeRow)]));
  console.log(`\n${Object.entries(integrity()).map(([name, hash]) => `  <script src="…/${name}" integrity="${hash}" crossorigin="anonymous">`).join("\n")}`);
}

/** There are too many of them to be shown. */
const isOfOneRegion = (path) => /\b(policies|library).\d{6}\.(js|json)$/.test(path);

function sizeRow(path) {
  const { raw, brotli } = sizeOfFiles(path);
  return [relative(dist, path), kilobytes(raw), kilobytes(brotli)];
}
