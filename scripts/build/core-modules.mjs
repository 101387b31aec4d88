// What the page imports of the built core, as an esbuild plugin: the two parts of its module and the policies, inside
// scripts so that nothing is fetched, and the whole module's hash. Types: core-modules.d.ts.

import { readFileSync } from "node:fs";
import { sha256 } from "../support/fingerprint.mjs";
import { coreWasm, inRoot } from "../support/paths.mjs";
import { coreParts } from "./core-parts/parts.mjs";
import { pack, plainText } from "./wasm-text/pack.mjs";

const modules = {
  "virtual:core-first": async () => inlined((await coreParts()).first),
  "virtual:core-rest": async () => inlined((await coreParts()).rest),
  "virtual:core-woven": () => `export { woven as default } from "./core-parts/woven.mjs";`,
  "virtual:policies": async () => inlinedText((await coreParts()).policies),
  "virtual:policies-english": async () => `export default ${JSON.stringify((await coreParts()).english)};`,
  "virtual:core-sha256": () => `export default "${sha256(readFileSync(coreWasm))}";`,
};

export const coreModules = {
  name: "core-modules",
  setup(build) {
    build.onResolve({ filter: /^virtual:/ }, ({ path }) => ({ path, namespace: "core" }));
    build.onLoad({ filter: /.*/, namespace: "core" }, ({ path }) => load(path));
  },
};

async function load(path) {
  const known = Object.hasOwn(modules, path);
  if (!known) return { errors: [{ text: `no module "${path}"` }] };
  return { contents: await modules[path](), resolveDir: inRoot("scripts", "build") };
}

/** A module whose default export is these bytes, out of text that becomes smaller on its way than the bytes themselves. */
export function inlined(bytes) {
  return `
    import { unpack } from "./wasm-text/unpack.mjs";
    export default unpack(${JSON.stringify(pack(bytes))});`;
}

/** The same of a text: in plain ASCII, in which Chinese else takes six characters each. */
export function inlinedText(text) {
  return `
    import { plainBytes } from "./wasm-text/unpack.mjs";
    export default new TextDecoder().decode(plainBytes(${JSON.stringify(plainText(new TextEncoder().encode(text)))}));`;
}
