/** Loads the index of regions and what is shown of one of them: classic scripts, so that `file://` works. */

import { loadIndex } from "../page/policies";
import { loadScript } from "../page/scripts";
import type { RegionData, Shelf } from "./model/data";

declare global {
  /** Each `library/<code>.js` puts its region here. */
  var yibaoLibrary: Record<string, RegionData> | undefined;
}

/** Null where the index does not list the region. */
export async function loadShelf(code: string): Promise<Shelf | null> {
  const index = await loadIndex();
  const row = index.find(([listed]) => listed === code);
  if (!row) return null;
  const [, zh, en, listedIn = code] = row;
  await loadScript(`library/${listedIn}.js`);
  const data = globalThis.yibaoLibrary?.[listedIn];
  if (!data) throw new Error(`library/${listedIn}.js brought nothing`);
  return { ...data, code, name: { zh, en }, index };
}
