// The core: src/ and the vocabulary as one WebAssembly module and its JavaScript glue. It is built twice: for the page
// and the package (target/core/), and for the officer's desk (target/core-desk/, with its exports).
//
// The same source gives the same bytes in any folder and on any machine of the same kind: no path, time or commit goes in.

import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { ensureCargoTool } from "../setup/cargo-tool.mjs";
import { fingerprint, isStamped } from "../support/fingerprint.mjs";
import { coreFolder, deskCoreFolder, inRoot, root } from "../support/paths.mjs";
import { capture, pathWith, run, Stop } from "../support/run.mjs";

const inputs = [
  ...["src", "policies/vocabulary.json", "Cargo.toml", "Cargo.lock", "rust-toolchain.toml"],
  ...["package-lock.json", "scripts/versions.mjs", "scripts/build/core.mjs"],
];

const onlyWasm = ["--filter-platform", "wasm32-unknown-unknown"];

// What every browser of our floor and Node 20 know, one by one: `-all` writes modules that Node 20 refuses.
const wasmFeatures = [
  "bulk-memory", "bulk-memory-opt", "call-indirect-overlong", "multivalue", "mutable-globals",
  "nontrapping-float-to-int", "reference-types", "sign-ext",
];

/** Builds the core of the page and the package, unless it was already built from exactly these inputs. */
export const buildCore = () => buildIn(coreFolder, []);

/** The same with the exports of the officer's desk. */
export const buildDeskCore = () => buildIn(deskCoreFolder, ["--features", "desk"]);

// What settles, reads, writes and hashes is built for speed; spreadsheets, which only the desk has, are not.
const forSize = { CARGO_PROFILE_RELEASE_OPT_LEVEL: "z" };
const quickly = ["yibao", "rust_decimal", "serde_json", "litemap", "sha2"].flatMap((name) => ["--config", `profile.release.package.${name}.opt-level=3`]);

function buildIn(folder, options) {
  const stamp = join(folder, "inputs.sha256");
  const wasm = join(folder, "yibao_bg.wasm");
  const wanted = fingerprint(inputs);
  if (isStamped(stamp, wanted)) return console.log("yibao: the core is up to date");
  rmSync(folder, { recursive: true, force: true });
  compile(folder, options);
  optimise(wasm);
  if (!WebAssembly.validate(readFileSync(wasm))) throw new Stop(`this Node refuses ${wasm}`);
  writeFileSync(stamp, wanted);
}

/** The environment for wasm-pack: it finds its tools, of our versions, on PATH and need not fetch any. */
export const wasmPackEnvironment = () => ({
  PATH: pathWith(ensureCargoTool("wasm-bindgen-cli"), ensureCargoTool("wasm-pack")),
});

function compile(folder, options) {
  run("wasm-pack", [
    ...["build", "--release", "--target", "web", "--mode", "no-install", "--no-pack", "--no-opt"],
    ...["--out-dir", folder, "--out-name", "yibao", "--", "--locked", ...quickly, ...options],
  ], { env: { ...wasmPackEnvironment(), ...forSize, CARGO_ENCODED_RUSTFLAGS: remappings().join("\x1f") } });
}

function optimise(wasm) {
  const optimised = `${wasm}.optimised`;
  run(process.execPath, [
    inRoot("node_modules", "binaryen", "bin", "wasm-opt"), wasm, "-o", optimised,
    "-O3",
    ...wasmFeatures.map((feature) => `--enable-${feature}`),
    ...["--strip-debug", "--strip-producers", "--strip-target-features"],
  ]);
  renameSync(optimised, wasm);
}

/** Panic messages carry file names; these options put the same names there on every machine. */
function remappings() {
  const { packages } = JSON.parse(capture("cargo", ["metadata", "--locked", "--format-version", "1", ...onlyWasm]));
  const fetched = packages.filter((entry) => entry.source !== null).map((entry) => dirname(dirname(entry.manifest_path)));
  const folders = [...new Set(fetched)].map((folder) => [folder, "/crates"]);
  const checkout = root.replace(/[\\/]$/, "");
  const names = [...folders, [checkout, "/yibao"], standardLibrary()];
  return names.map(([from, to]) => `--remap-path-prefix=${from}=${to}`);
}

/** Where rust-src is installed, the standard library names its files there; else, as in its release, by commit. */
function standardLibrary() {
  const commit = capture("rustc", ["-vV"]).match(/commit-hash: (\w+)/)[1];
  return [join(capture("rustc", ["--print", "sysroot"]), "lib", "rustlib", "src", "rust"), `/rustc/${commit}`];
}
