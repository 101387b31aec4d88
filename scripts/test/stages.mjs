// The stages of `npm test`, in order.

import { build } from "../build/all.mjs";
import { inRoot } from "../support/paths.mjs";
import { run } from "../support/run.mjs";
import { nodeTests } from "./node-tests.mjs";
import { wasmTests } from "./wasm-tests.mjs";

const cargo = (...args) => () => run("cargo", args);
const yibao = (...args) => () => run(inRoot("target", "release", "yibao"), args);
const typescript = () => run(process.execPath, [inRoot("node_modules", "typescript", "bin", "tsc"), "--noEmit"]);

const biome = () => run(process.execPath, [inRoot("node_modules", "@biomejs", "biome", "bin", "biome"), "ci"]);

const wasm32 = ["--target", "wasm32-unknown-unknown"];
const noWarnings = ["--", "-D", "warnings"];

export const stages = [
  { name: "format", action: cargo("fmt", "--check") },
  { name: "clippy", action: cargo("clippy", "--all-targets", "--locked", ...noWarnings) },
  { name: "clippy for WebAssembly", action: cargo("clippy", "--lib", "--locked", ...wasm32, ...noWarnings) },
  { name: "cargo test", action: cargo("test", "--locked") },
  { name: "release build", action: cargo("build", "--release", "--locked") },
  { name: "yibao check", action: yibao("check"), needs: ["release build"] },
  { name: "yibao cases", action: yibao("cases"), needs: ["release build"] },
  { name: "Biome", action: biome },
  { name: "npm run build", action: build },
  { name: "TypeScript", action: typescript, needs: ["npm run build"] },
  { name: "package and interfaces", action: () => nodeTests("tests/node"), needs: ["release build", "npm run build"] },
];

export const browserStages = [
  { name: "core in Chromium", action: () => wasmTests("chrome") },
  { name: "core in Firefox", action: () => wasmTests("firefox") },
  { name: "page stories", action: () => nodeTests("tests/browser"), needs: ["npm run build"] },
];
