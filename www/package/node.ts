/** yibao in Node: reads the `.wasm` and the policies beside this file. */

import { readFileSync } from "node:fs";
import * as glue from "../../target/core-package/yibao.js";
import { core } from "./core.js";
import { engine, fetchText } from "./engine.js";
import { requestText } from "./request-text.js";

// Under a name of its own: a bundler that sees `import.meta.url` in `new URL` takes a folder for a file to copy.
const here = import.meta.url;

const start = async () => {
  glue.initSync({ module: readFileSync(new URL("./yibao_bg.wasm", import.meta.url)) });
  return glue;
};

const read = (file: URL) => (file.protocol === "file:" ? readFileSync(file, "utf8") : fetchText(file));

export const {
  ready,
  load,
  estimate,
  estimateAll,
  extremes,
  alternatives,
  curve,
  inverse,
  regions,
  describe,
  addPolicies,
  sha256,
} = engine(core(start, requestText), { policies: new URL("./policies/", here), read, loadsAll: true });

export type { SettlementBill, SettlementNote, SettlementRecord } from "./settlement.js";
export { readSettlement, SETTLEMENT_FIELDS } from "./settlement.js";
export type * from "./types.js";
