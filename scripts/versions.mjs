// The programs that cargo builds for us, each at one exact version.
//
// `wasm-bindgen-cli` refuses a module made by any other version of its crate, so Cargo.toml pins
// `wasm-bindgen` to `=` the version below (js-sys 0.3.103 and wasm-bindgen-test 0.3.76 belong to it).
// (0.2.130 does not install with `--locked`: its lock file names a dependency that is no longer there.)
// The Rust compiler's version stands in rust-toolchain.toml, those of npm packages in package.json.

export const cargoTools = {
  "wasm-pack": { version: "0.15.0", minutes: 2 },
  "wasm-bindgen-cli": { version: "0.2.126", minutes: 4 },
  geckodriver: { version: "0.37.1", minutes: 2 },
};
