// The programs that cargo builds for us, each at one exact version.
//
// `wasm-bindgen-cli` refuses a module made by any other version of its crate, so Cargo.toml pins
// `wasm-bindgen` to `=` the version below (js-sys 0.3.103 and wasm-bindgen-test 0.3.76 belong to it).
// (0.2.130 does not install with `--locked`: its lock file names a dependency that is no longer there.)
// The Rust compiler's version stands in rust-toolchain.toml, those of npm packages in package.json.

export const cargoTools = {
  "wasm-pack": { version: "0.15.0", seconds: 60 },
  "wasm-bindgen-cli": {
    version: "0.2.126",
    seconds: 50,
    // Its default feature is TLS for drivers of browsers on other machines. Ours run on this one.
    options: ["--no-default-features", "--bin", "wasm-bindgen", "--bin", "wasm-bindgen-test-runner"],
  },
  geckodriver: { version: "0.37.1", seconds: 60 },
  // For `npm run deep` alone.
  "cargo-deny": { version: "0.20.2", seconds: 400 },
  "cargo-fuzz": { version: "0.13.2", seconds: 60 },
  "cargo-mutants": { version: "27.1.0", seconds: 240 },
};
