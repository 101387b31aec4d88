/** yibao in a browser or bundler: the `.wasm` and the policies lie beside this file. */

import type { Thread } from "./batch.js";
import { core } from "./core.js";
import { load as start } from "./core-browser.js";
import { engine } from "./engine.js";
import { requestText } from "./request-text.js";

// Under a name of its own: a bundler that sees `import.meta.url` in `new URL` takes a folder for a file to copy.
const here = import.meta.url;

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
} = engine(core(start, requestText), { policies: new URL("./policies/", here), thread });

export type { SettlementBill, SettlementNote, SettlementRecord } from "./settlement.js";
export { SETTLEMENT_FIELDS } from "./settlement-fields.js";
export type * from "./types.js";
