// dist/package/: the ESM package, for bundlers and Node. The `.wasm` lies beside the scripts, which read it from there.

import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { coreWasm, distPackage, inRoot } from "../support/paths.mjs";
import { run } from "../support/run.mjs";
import { browserFloor, bundle } from "./bundle.mjs";

const common = { outdir: distPackage, format: "esm" };

export async function buildPackage() {
  await bundle({ ...common, entryPoints: ["www/package/index.ts", "www/package/worker.ts"], platform: "browser", target: browserFloor });
  await bundle({ ...common, entryPoints: ["www/package/node.ts", "www/package/worker-node.ts"], platform: "node", target: "node20" });
  // Its name is wasm-bindgen's own: the glue refers to it, and a bundler downstream follows that.
  copyFileSync(coreWasm, join(distPackage, "yibao_bg.wasm"));
  run(process.execPath, [inRoot("node_modules", "typescript", "bin", "tsc"), "--project", "tsconfig.package.json", "--outDir", distPackage]);
}
