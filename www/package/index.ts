/** yibao in a browser or bundler: the `.wasm` lies beside this file. */

import init, * as glue from "../../target/core/yibao.js";
import { door } from "./door.js";
import { requestText } from "./request-text.js";

export const { ready, estimate, extremes, alternatives, curve, regions, describe, addPolicies, sha256 } = door(
  async () => {
    await init({ module_or_path: new URL("./yibao_bg.wasm", import.meta.url) });
    return glue;
  },
  requestText,
);

export type * from "./types.js";
