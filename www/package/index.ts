/** yibao in a browser or bundler: the `.wasm` and the policies lie beside this file. */

import init, * as glue from "../../target/core-package/yibao.js";
import { core } from "./core.js";
import { engine } from "./engine.js";
import { requestText } from "./request-text.js";

// Under a name of its own: a bundler that sees `import.meta.url` in `new URL` takes a folder for a file to copy.
const here = import.meta.url;

const start = async () => {
  await init({ module_or_path: new URL("./yibao_bg.wasm", import.meta.url) });
  return glue;
};

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
} = engine(core(start, requestText), { policies: new URL("./policies/", here) });

export type { SettlementBill, SettlementNote, SettlementRecord } from "./settlement.js";
export { readSettlement, SETTLEMENT_FIELDS } from "./settlement.js";
export type * from "./types.js";
