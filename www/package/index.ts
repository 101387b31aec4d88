/** yibao in a browser or bundler: the `.wasm` and the policies lie beside this file. */

import type { Thread } from "./batch.js";
import { core } from "./core.js";
import { shipped, load as start } from "./core-browser.js";
import { engine } from "./engine.js";
import { requestText } from "./request-text.js";

/** A bundler that knows workers copies the file that is named so. Where it is missing, the caller's thread does the work. */
const thread = (): Thread => {
  const worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
  return {
    tell: (message) => worker.postMessage(message),
    hear: (answer) => {
      worker.onmessage = ({ data }) => answer(data);
      worker.onerror = ({ message }) => answer({ did: "fail", why: message });
    },
    end: () => worker.terminate(),
  };
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
  readSettlement,
  sha256,
} = engine(core(start, requestText), { policies: new URL("./policies/", shipped), thread });

export type { SettlementBill, SettlementNote, SettlementRecord } from "./settlement.js";
export { SETTLEMENT_FIELDS } from "./settlement-fields.js";
export type * from "./types.js";
