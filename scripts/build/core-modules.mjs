// What the page imports of the built core, as an esbuild plugin: `virtual:core-wasm` is the module's bytes, inside the
// script so that nothing is fetched, `virtual:core-sha256` their hash. Types: core-modules.d.ts.

import { readFileSync } from "node:fs";
import { sha256 } from "../support/fingerprint.mjs";
import { coreWasm } from "../support/paths.mjs";

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
  return known ? { contents: modules[path](readFileSync(coreWasm)) } : { errors: [{ text: `no module "${path}"` }] };
}

/**
 * A module whose default export is these bytes. In hexadecimal, although base64 is shorter as it lies: it keeps each byte
 * apart, so that brotli finds what repeats. Delivered it is 7 % more than the bytes alone, base64 34 % (gzip: 10 % and 30 %).
 */
export function inlined(bytes) {
  return `
    const text = "${bytes.toString("hex")}";
    const digit = (at) => { const code = text.charCodeAt(at); return code < 58 ? code - 48 : code - 87; };
    const bytes = new Uint8Array(text.length / 2);
    for (let i = 0; i < bytes.length; i += 1) bytes[i] = (digit(2 * i) << 4) | digit(2 * i + 1);
    export default bytes;`;
}
