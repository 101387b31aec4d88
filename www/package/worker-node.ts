/** A thread of `estimateAll` in Node. */

import { parentPort } from "node:worker_threads";
import { load } from "./core-node.js";
import { answering } from "./thread.js";

const answer = answering(load);

parentPort?.on("message", async (message) => parentPort?.postMessage(await answer(message)));
