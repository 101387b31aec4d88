// tests/web.rs inside a real browser, by wasm-pack.

import { readFileSync, writeFileSync } from "node:fs";
import { wasmPackEnvironment } from "../build/core.mjs";
import { ensureBrowsers } from "../setup/browsers.mjs";
import { inRoot } from "../support/paths.mjs";
import { run } from "../support/run.mjs";

// wasm-bindgen's test runner takes whichever driver the environment names first, so each run sees only its own.
const browsers = {
  chrome: { driver: "CHROMEDRIVER", hidden: "GECKODRIVER", binary: "CHROME", options: "goog:chromeOptions" },
  firefox: { driver: "GECKODRIVER", hidden: "CHROMEDRIVER", binary: "FIREFOX", options: "moz:firefoxOptions" },
};

export function wasmTests(name) {
  const { driver, hidden, binary, options } = browsers[name];
  const found = ensureBrowsers();
  run("wasm-pack", [
    ...["test", "--headless", `--${name}`, `--${driver.toLowerCase()}`, found[driver], "--mode", "no-install"],
    ...["--", "--locked", "--test", "web"], // unoptimised: arithmetic checks on, and both browsers run one build
  ], {
    env: {
      ...wasmPackEnvironment(),
      [hidden]: undefined,
      CARGO_PROFILE_DEV_DEBUG: "0", // wasm-bindgen would spend most of its time on what only a debugger reads
      WASM_BINDGEN_TEST_WEBDRIVER_JSON: capabilities(name, options, found[binary]),
      WASM_BINDGEN_TEST_TIMEOUT: "120", // seconds; its default of 20 is short for a busy machine
    },
  });
}

/** Writes webdriver.json's options of one browser, with the program to start, for wasm-bindgen's test runner. */
function capabilities(name, options, binary) {
  const common = JSON.parse(readFileSync(inRoot("webdriver.json"), "utf8"));
  const file = inRoot("target", `webdriver-${name}.json`);
  writeFileSync(file, JSON.stringify({ [options]: { ...common[options], binary } }));
  return file;
}
