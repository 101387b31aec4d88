/** The engine of the page. The module of the core lies inside the page's script, so that nothing is fetched. */

import alphabet from "virtual:core-alphabet";
import letters from "virtual:core-letters";
import start, * as glue from "../../target/core/yibao.js";
import { chainOf, type IndexRow, regionsWithFile } from "../package/chain";
import { core } from "../package/core";
import { engine as withPolicies } from "../package/engine";
import { requestText } from "../package/request-text";
import { keepChosen } from "./offline";
import { loadPlaces } from "./places/list";
import { readPolicy } from "./policies";
import type { PageEngine } from "./visit/page-engine";

const bare = core(async () => {
  // `initSync` would do, but Chrome of our floor compiles more than 4 kB only asynchronously.
  await start({ module_or_path: bytesOf(letters) });
  return glue;
}, requestText);

const loading = withPolicies(bare, { policies: readPolicy });

/** Places that were asked for and that the index does not name. */
const found = new Map<string, IndexRow>();

export const engine: PageEngine = {
  ...loading,
  async find(code) {
    const place = (await loadPlaces()).find((one) => one.code === code);
    if (!place) return;
    found.set(code, [code, place.name.zh, place.name.en, ""]);
    bare.setIndex(JSON.stringify([...(globalThis.yibaoIndex ?? []), ...found.values()]));
  },
  async load(code) {
    await loading.load(code);
    keepChosen(chainOf(code, regionsWithFile(globalThis.yibaoIndex ?? [])), found.has(code));
  },
};

/** One letter is one byte. All letters of the alphabet lie below U+0200. */
function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const byteOf = new Uint8Array(0x200);
  for (let byte = 0; byte < 256; byte += 1) byteOf[alphabet.charCodeAt(byte)] = byte;
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i += 1) bytes[i] = byteOf[text.charCodeAt(i)] ?? 0;
  return bytes;
}
