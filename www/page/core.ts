/** The core for the page: its bytes are inside the script, so that nothing is fetched, from wherever the page is opened. */

import bytes from "virtual:core-wasm";
import init, * as glue from "../../target/core/yibao.js";
import { door } from "../package/door";

export const core = door(async () => {
  await init({ module_or_path: bytes });
  return glue;
});
