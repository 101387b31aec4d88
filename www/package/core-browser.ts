/** The core in a browser: the `.wasm` lies beside the script, unless the caller has it elsewhere. */

import init, * as glue from "../../target/core/yibao.js";
import type { CoreSource } from "./types.js";

/** Written out, because bundlers copy what is named so. */
export const shipped = new URL("./yibao_bg.wasm", import.meta.url);

export const load = async (wasm: CoreSource = shipped) => {
  await init({ module_or_path: wasm });
  return glue;
};
