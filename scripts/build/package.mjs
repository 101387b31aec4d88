// dist/package/: the ESM package, for bundlers and Node. The `.wasm` lies beside the scripts, which read it from there.

import { copyFileSync } from "node:fs";
import { join } from "node:path";
import esbuild from "esbuild";
import { coreWasm, distPackage, inRoot } from "../support/paths.mjs";
import { run } from "../support/run.mjs";
import { browserFloor, common } from "./esbuild-options.mjs";

export async function buildPackage() {
  await Promise.all([
    bundle("www/package/index.ts", { platform: "browser", target: browserFloor }),
    bundle("www/package/node.ts", { platform: "node", target: "node20" }),
  ]);
  // Its name is wasm-bindgen's own: the glue refers to it, and a bundler downstream follows that.
  copyFileSync(coreWasm, join(distPackage, "yibao_bg.wasm"));
  run(process.execPath, [inRoot("node_modules", "typescript", "bin", "tsc"), "--project", "tsconfig.package.json"]);
}

const bundle = (entry, options) =>
  esbuild.build({ ...common, ...options, entryPoints: [entry], outdir: distPackage, format: "esm" });
