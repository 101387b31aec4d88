// What the page imports of the built core, as an esbuild plugin: `virtual:core-wasm` is the module's bytes, inside the
// script so that nothing is fetched, `virtual:core-sha256` their hash. Types: core-modules.d.ts.

import { readFileSync } from "node:fs";
import { sha256 } from "../support/fingerprint.mjs";
import { coreWasm, inRoot } from "../support/paths.mjs";
import { pack } from "./wasm-text/pack.mjs";

const modules = {
  "virtual:core-wasm": inlined,
  "virtual:core-sha256": (bytes) => `export default "${sha256(bytes)}";`,
};

export const coreModules = {
  name: "core-modules",
  setup(build) {
    build.onResolve({ filter: /^virtual:core-/ }, ({ path }) => ({ path, namespace: "core" }));
    build.onLoad({ filter: /.*/, namespace: "core" }, ({ path }) => load(path));
  },
};

function load(path) {
  const known = Object.hasOwn(modules, path);
  if (!known) return { errors: [{ text: `no module "${path}"` }] };
  return { contents: modules[path](readFileSync(coreWasm)), resolveDir: inRoot("scripts", "build") };
}

/** A module whose default export is these bytes, out of text that becomes smaller on its way than the bytes themselves. */
export function inlined(bytes) {
  return `
    import { unpack } from "./wasm-text/unpack.mjs";
    export default unpack(${JSON.stringify(pack(bytes))});`;
}
