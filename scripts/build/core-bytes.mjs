// The core inside the page's script, as an esbuild plugin. A classic script can hold no bytes, so each byte is one letter
// of an alphabet, which www/page/engine.ts reads. The bytes that occur most often have letters of ASCII, because in UTF-8
// these take one byte and all others two. Types: core-bytes.d.ts.

import { readFileSync } from "node:fs";
import { sha256 } from "../support/fingerprint.mjs";
import { coreWasm } from "../support/paths.mjs";

/** Letters that need no escape in a script, wherever it stands: no quotes, no backslash, no `${`, no `</script>`. */
const plain = Array.from({ length: 95 }, (_, i) => String.fromCharCode(0x20 + i)).filter((letter) => !/["'`\\$<]/.test(letter));

/** The letter of each byte, from 0 to 255. */
export function alphabetFor(bytes) {
  const counts = new Array(256).fill(0);
  for (const byte of bytes) counts[byte] += 1;
  const byCount = [...counts.keys()].sort((a, b) => counts[b] - counts[a] || a - b);
  const letters = [];
  byCount.forEach((byte, i) => { letters[byte] = plain[i] ?? String.fromCharCode(0x100 + byte); });
  return letters;
}

function lettersOf(bytes) {
  const alphabet = alphabetFor(bytes);
  return Array.from(bytes, (byte) => alphabet[byte]).join("");
}

const texts = {
  "virtual:core-alphabet": (wasm) => alphabetFor(readFileSync(wasm)).join(""),
  "virtual:core-letters": (wasm) => lettersOf(readFileSync(wasm)),
  "virtual:core-sha256": (wasm) => sha256(readFileSync(wasm)),
};

/** The bytes of this module. */
export const bytesOf = (wasm) => ({
  name: "core-bytes",
  setup(build) {
    build.onResolve({ filter: /^virtual:core-/ }, ({ path }) => ({ path, namespace: "core" }));
    build.onLoad({ filter: /.*/, namespace: "core" }, ({ path }) => ({ contents: texts[path](wasm), loader: "text" }));
  },
});

export const coreBytes = bytesOf(coreWasm);
