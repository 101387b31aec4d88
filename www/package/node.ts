/** yibao in Node: reads the `.wasm` and the policies beside this file. */

import { readFileSync } from "node:fs";
import { Worker } from "node:worker_threads";
import type { Thread } from "./batch.js";
import { core } from "./core.js";
import { shipped, load as start } from "./core-node.js";
import { engine, fetchText } from "./engine.js";
import { requestText } from "./request-text.js";

const thread = (): Thread => {
  const worker = new Worker(new URL("./worker-node.js", import.meta.url));
  return {
    tell: (message) => worker.postMessage(message),
    hear: (answer) => {
      worker.on("message", answer);
      worker.on("error", (error) => answer({ did: "fail", why: String(error) }));
      worker.on("exit", () => answer({ did: "fail", why: "the thread has ended" }));
    },
    end: () => void worker.terminate(),
  };
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
  readSettlement,
  sha256,
} = engine(core(start, requestText), { policies: new URL("./policies/", shipped), read, loadsAll: true, thread });

export type { SettlementBill, SettlementNote, SettlementRecord } from "./settlement.js";
export { SETTLEMENT_FIELDS } from "./settlement-fields.js";
export type * from "./types.js";
