// The stages of `npm test`, in order.

import { inRoot, testedProgram } from "../support/paths.mjs";
import { run } from "../support/run.mjs";
import { nodeTests } from "./node-tests.mjs";
import { wasmTests } from "./wasm-tests.mjs";

const cargo = (...args) => () => run("cargo", args);
// `cargo run` would build it anew, without the features of what the tests depend on.
const yibao = (command) => () => run(testedProgram, [command]);
const typescript = () => run(process.execPath, [inRoot("node_modules", "typescript", "bin", "tsc"), "--noEmit"]);

const biome = () => run(process.execPath, [inRoot("node_modules", "@biomejs", "biome", "bin", "biome"), "ci"]);

const BUILDS = "npm run build";

const wasm32 = ["--target", "wasm32-unknown-unknown"];
const noWarnings = ["--", "-D", "warnings"];

/** The stages; `builds` waits for scripts/test/builds.mjs, which runs beside all that stand before it. */
export function stages(builds, withBrowsers) {
  const inBrowsers = (...stages) => (withBrowsers ? stages : []);
  return [
    { name: "format", action: cargo("fmt", "--check") },
    { name: "Biome", action: biome },
    { name: "clippy", action: cargo("clippy", "--all-targets", "--locked", ...noWarnings) },
    { name: "clippy for WebAssembly", action: cargo("clippy", "--lib", "--locked", ...wasm32, ...noWarnings) },
    { name: "cargo test", action: cargo("test", "--locked") },
    { name: "yibao check", action: yibao("check") },
    { name: "yibao cases", action: yibao("cases") },
    ...inBrowsers(
      { name: "core in Chromium", action: () => wasmTests("chrome") },
      { name: "core in Firefox", action: () => wasmTests("firefox") },
    ),
    { name: BUILDS, action: builds },
    { name: "TypeScript", action: typescript, needs: [BUILDS] },
    { name: "package and interfaces", action: () => nodeTests("tests/node", 2), needs: [BUILDS] },
    // Stories wait for their browsers: on two processors three at once are quicker than two.
    ...inBrowsers({ name: "page stories", action: () => nodeTests("tests/browser", 3), needs: [BUILDS] }),
  ];
}
