// The core inside the page's script, as an esbuild plugin. A classic script can hold no bytes, so each byte is one letter
// from U+0100 to U+01FF (www/page/engine.ts reads them). Types: core-bytes.d.ts.

import { readFileSync } from "node:fs";
import { sha256 } from "../support/fingerprint.mjs";
import { coreWasm } from "../support/paths.mjs";

const texts = {
  "virtual:core-letters": () => Array.from(readFileSync(coreWasm), (byte) => String.fromCharCode(0x100 + byte)).join(""),
  "virtual:core-sha256": () => sha256(readFileSync(coreWasm)),
};

export const coreBytes = {
  name: "core-bytes",
  setup(build) {
    build.onResolve({ filter: /^virtual:core-/ }, ({ path }) => ({ path, namespace: "core" }));
    build.onLoad({ filter: /.*/, namespace: "core" }, ({ path }) => ({ contents: texts[path](), loader: "text" }));
  },
};
