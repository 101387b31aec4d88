/** What a thread does: it answers stretches of requests with a core of its own. */

import type { FromThread, ToThread } from "./batch.js";
import type { Glue } from "./core.js";
import type { CoreSource } from "./types.js";

/** Answers every message. What goes wrong is said, so that nobody waits for ever. */
export function answering(load: (wasm?: CoreSource) => Promise<Glue>): (message: ToThread) => Promise<FromThread> {
  let core: Glue | undefined;
  return async (message) => {
    try {
      if (message.do === "begin") {
        core = await load(message.wasm);
        core.setIndex(message.index);
        core.addPolicies(message.policies);
        return { did: "begin" };
      }
      const { requests, explain } = message;
      const answers = requests.map(({ text, unreadable }) => core?.estimate(text, unreadable, explain) ?? "");
      return { did: "estimate", answers };
    } catch (error) {
      return { did: "fail", why: String(error) };
    }
  };
}
