/** yibao in Node: reads the `.wasm` beside this file. */

import { readFile } from "node:fs/promises";
import * as glue from "../../target/core/yibao.js";
import { door } from "./door.js";
import { requestText } from "./request-text.js";

export const { ready, estimate, extremes, alternatives, curve, regions, describe, addPolicies, sha256 } = door(
  async () => {
    glue.initSync({ module: await readFile(new URL("./yibao_bg.wasm", import.meta.url)) });
    return glue;
  },
  requestText,
);

export type * from "./types.js";
