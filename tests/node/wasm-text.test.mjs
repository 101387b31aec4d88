// The core as text within the page's script: what comes out is what went in, and small.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { brotliCompressSync, constants } from "node:zlib";
import { pack } from "../../scripts/build/wasm-text/pack.mjs";
import { unpack } from "../../scripts/build/wasm-text/unpack.mjs";
import { coreWasm } from "../../scripts/support/paths.mjs";

const core = readFileSync(coreWasm);

const HEADER = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0];
const DATA = [11, 6, 1, 1, 3, 0xe4, 0xb8, 0x80]; // a passive segment: 一
const CUSTOM = [0, 9, 1, 0x78, 0x22, 0x3c, 0x5c, 0x7e, 0xe4, 0x41, 0xff]; // what needs a mark, and bytes that are no text

/** One function of these bytes, after the declaration of two kinds of locals. */
const moduleOf = (...code) => {
  const body = [2, 1, 0x7f, 3, 0x7e, ...code, 0x0b];
  return Uint8Array.from([...HEADER, 10, body.length + 2, 1, body.length, ...body, ...DATA, ...CUSTOM]);
};

test("every kind of operation comes back", () => {
  const operations = {
    "blocks within blocks": [0x02, 0x40, 0x03, 0x7f, 0x04, 0x40, 0x05, 0x0b, 0x0b, 0x0b],
    jumps: [0x0c, 0, 0x0d, 1, 0x0e, 2, 0, 1, 2],
    calls: [0x10, 0xff, 0x01, 0x11, 3, 0],
    "locals and globals": [0x20, 1, 0x21, 0x80, 0x01, 0x22, 3, 0x23, 0, 0x24, 0],
    memory: [0x28, 2, 0x10, 0x3a, 0, 0x80, 0x80, 0x04, 0x3f, 0, 0x40, 0],
    constants: [0x41, 0x0b, 0x41, 0x7f, 0x41, 0x80, 0x80, 0xc0, 0x00, 0x42, 0xff, 0xff, 0xff, 0xff, 0x0f],
    "operations that stand alone": [0x00, 0x01, 0x1a, 0x1b, 0x45, 0x6a, 0xa7, 0xc0, 0xc4],
    "a choice of a type": [0x1c, 1, 0x7f],
    "copying and converting": [0xfc, 0x0a, 0, 0, 0xfc, 0x0b, 0, 0xfc, 2],
    references: [0xd0, 0x6f, 0xd1, 0xd2, 5, 0x25, 0, 0x26, 0],
  };
  for (const [kind, code] of Object.entries(operations)) {
    const bytes = moduleOf(...code);
    assert.deepEqual(unpack(pack(bytes)), bytes, kind);
  }
});

test("what would not come back is refused", () => {
  assert.throws(() => pack(moduleOf(0xfd, 0x0c, ...Array(16).fill(0x02))), /does not know/); // a constant of 128 bits
  assert.throws(() => pack(Uint8Array.from(HEADER)), /without code/);
});

test("the text is plain ASCII that any string and any page can hold", () => {
  assert.match(pack(core).join(""), /^[ !#-;=-[\]-~]*$/);
});

test("on its way it is smaller than the module itself", () => {
  const sent = (content) => brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }).length;
  assert.ok(sent(JSON.stringify(pack(core))) < sent(core));
});
