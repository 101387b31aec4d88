/** The engine as the page has it. */

import type { Engine } from "../../package/engine";

/** It can also learn of a place that the index does not name. */
export interface PageEngine extends Engine {
  /** Looks it up in the whole list; rejects where that cannot be had. */
  find?(code: string): Promise<void>;
}
