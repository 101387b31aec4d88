/** A thread of `estimateAll` in a browser. */

import type { ToThread } from "./batch.js";
import { load } from "./core-browser.js";
import { answering } from "./thread.js";

const answer = answering(load);

addEventListener("message", async ({ data }: MessageEvent<ToThread>) => postMessage(await answer(data)));
