/** Answers come from a link or a file on few visits: what reads them is loaded then. */

import { loadScript } from "./scripts";
import type { restored } from "./visit/link-reader";
import { addWords } from "./words/words";

declare global {
  /** With the words, in Chinese, of what only such answers can meet; those in English are with all others. */
  var yibaoRestore: { restored: typeof restored; zh: string } | undefined;
}

/** Rejects where it cannot be had, and may be tried again. */
export async function linkReader(): Promise<typeof restored> {
  await loadScript("restore.js");
  if (!globalThis.yibaoRestore) throw new Error("restore.js is of another version");
  addWords({ zh: globalThis.yibaoRestore.zh });
  return globalThis.yibaoRestore.restored;
}
