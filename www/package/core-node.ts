/** The core in Node: the `.wasm` lies beside the script, unless the caller has it elsewhere. */

import { readFileSync } from "node:fs";
import * as glue from "../../target/core/yibao.js";
import { fetched } from "./fetched.js";
import type { CoreSource } from "./types.js";

/** Written out, because bundlers copy what is named so. */
export const shipped = new URL("./yibao_bg.wasm", import.meta.url);

export const load = async (wasm: CoreSource = shipped) => {
  glue.initSync({ module: typeof wasm === "string" || wasm instanceof URL ? await bytesAt(new URL(wasm)) : wasm });
  return glue;
};

async function bytesAt(file: URL): Promise<BufferSource> {
  return file.protocol === "file:" ? readFileSync(file) : (await fetched(file)).arrayBuffer();
}
