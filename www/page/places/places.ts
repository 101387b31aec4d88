/** A place as one looks for it. */

import { ancestry } from "../../package/chain";
import type { Words } from "../../package/types";

/** `listedIn` is null for a place with a file of its own, `""` where no file names it. */
export type PlaceRow = [code: string, zh: string, en: string, listedIn: string | null, pinyin: string];

export interface Place {
  code: string;
  name: Words;
  /** How the name is said, without what kind of place it is: `["lao", "shan"]`. */
  syllables: string[];
  /** The next place up: a district's city, a city's province. */
  parent: Place | null;
  /** Whether it, or the city that its insurance is pooled with, has rules of its own. */
  hasRules: boolean;
}

const NATION = "000000";

/** Rises with the codes, so that every place comes after those above it. */
export function placesOf(rows: PlaceRow[]): Place[] {
  const byCode = new Map<string, Place>();
  const named = new Set(rows.filter(([, , , listedIn]) => listedIn !== "").map(([code]) => code));
  for (const [code, zh, en, , pinyin] of [...rows].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const above = ancestry(code).slice(1);
    const parent = above.map((one) => byCode.get(one)).find((place) => place && place.code !== NATION) ?? null;
    const hasRules = [code, ...above].some((one) => named.has(one) && (one === code || isPool(one)));
    byCode.set(code, { code, name: { zh, en }, syllables: pinyin.split(" ").filter(Boolean), parent, hasRules });
  }
  return [...byCode.values()];
}

/** A prefecture or a municipality: insurance is the same in all of it. */
const isPool = (code: string): boolean =>
  code.endsWith("00") && (!code.endsWith("0000") || /^(11|12|31|50)/.test(code));

/** From the province down: 山东省, 青岛市, 崂山区. */
export function lineOf(place: Place): Place[] {
  return place.parent ? [...lineOf(place.parent), place] : [place];
}

/** The places right below one, or the provinces. */
export const below = (places: Place[], code: string | null): Place[] =>
  places.filter((place) => place.code !== NATION && (place.parent?.code ?? null) === code);
