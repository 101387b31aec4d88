/** The core in Node: the `.wasm` lies beside the script. */

import { readFileSync } from "node:fs";
import * as glue from "../../target/core/yibao.js";

export const load = async () => {
  glue.initSync({ module: readFileSync(new URL("./yibao_bg.wasm", import.meta.url)) });
  return glue;
};
