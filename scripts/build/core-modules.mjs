// What the page imports of the built core, as an esbuild plugin: the parts of its module and the policies, inside scripts
// so that nothing is fetched, and the whole module's hash. Types: core-modules.d.ts.

import { readFileSync } from "node:fs";
import { sha256 } from "../support/fingerprint.mjs";
import { coreWasm, inRoot } from "../support/paths.mjs";
import { Stop } from "../support/run.mjs";
import { coreParts } from "./core-parts/parts.mjs";
import { pack } from "./wasm-text/pack.mjs";

const modules = {
  "virtual:core-first": () => part("first"),
  "virtual:core-bills": () => part("bills"),
  "virtual:core-rest": () => part("rest"),
  "virtual:core-unpack": () => `
    export { unpack } from "./wasm-text/unpack.mjs";
    export { woven } from "./core-parts/woven.mjs";`,
  "virtual:core-glue": () => restartable(readFileSync(inRoot("target/core/yibao.js"), "utf8")),
  "virtual:policies": async () => constant((await coreParts()).policies),
  "virtual:policies-explained": async () => constant((await coreParts()).explained),
  "virtual:policies-english": async () => constant((await coreParts()).english),
  "virtual:core-sha256": () => constant(sha256(readFileSync(coreWasm))),
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

/** With what it belongs to: functions of another version in their places would compute anything. */
async function part(name) {
  const parts = await coreParts();
  return constant({ of: parts.id, text: pack(parts[name]) });
}

export const constant = (value) => `export default ${JSON.stringify(value)};`;

/**
 * The glue keeps the first module that it is given; the page gives it one with more functions later. What fetches a module is
 * then not used, and not bundled.
 */
function restartable(glue) {
  for (const name of ["__wbg_get_imports", "__wbg_finalize_init"]) {
    if (!glue.includes(`\nfunction ${name}(`)) throw new Stop(`the glue of wasm-bindgen has no ${name}: core-modules.mjs must learn how it starts`);
  }
  return `${glue}
export async function start(bytes, policies) {
  const { instance, module } = await WebAssembly.instantiate(bytes, __wbg_get_imports());
  __wbg_finalize_init(instance, module);
  usePolicies(policies);
}`;
}
