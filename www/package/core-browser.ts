/** The core in a browser: the `.wasm` lies beside the script. */

import init, * as glue from "../../target/core/yibao.js";

export const load = async () => {
  await init({ module_or_path: new URL("./yibao_bg.wasm", import.meta.url) });
  return glue;
};
