/** The engine of the page. The module of the core lies inside the page's script, so that nothing is fetched. */

import letters from "virtual:core-letters";
import start, * as glue from "../../target/core/yibao.js";
import { chainOf } from "../package/chain";
import { core } from "../package/core";
import { type Engine, engine as withPolicies } from "../package/engine";
import { requestText } from "../package/request-text";
import { keepChosen } from "./offline";
import { readPolicy } from "./policies";

const bare = core(async () => {
  // `initSync` would do, but Chrome of our floor compiles more than 4 kB only asynchronously.
  await start({ module_or_path: bytesOf(letters) });
  return glue;
}, requestText);

const loading = withPolicies(bare, { policies: readPolicy });

export const engine: Engine = {
  ...loading,
  async load(code) {
    await loading.load(code);
    keepChosen(chainOf(code, globalThis.yibaoIndex ?? []));
  },
};

/** One letter is one byte: its code is 256 more, and an array of bytes keeps the remainder of a division by 256. */
function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i += 1) bytes[i] = text.charCodeAt(i);
  return bytes;
}
