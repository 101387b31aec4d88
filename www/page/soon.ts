/**
 * What most residents begin or open next comes by itself once the page stands. So it is there at once, no server can tell from it
 * who begins a bill, and the page goes on without a network, in a frame too. Who saves data gets it when it is needed.
 */

import { coreWith } from "./core";
import { loadScript } from "./scripts";

/** `came`: something is there now that may be shown. */
export function bringSoon(came: () => void): void {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  if (connection?.saveData) return;
  whenIdle(() => {
    // What cannot be had is told to whoever needs it.
    const missed = (): void => undefined;
    coreWith("bills")
      .catch(missed)
      .then(() => loadScript("explain.js"))
      .then(came)
      .catch(missed);
  });
}

/** Not every browser says when it has nothing to do. */
function whenIdle(run: () => void): void {
  if ("requestIdleCallback" in window) window.requestIdleCallback(run, { timeout: 1000 });
  else setTimeout(run, 200);
}
