/**
 * Every place that may be asked for. The list is a script of its own: it comes when somebody looks for a place that the
 * index does not name.
 */

import { loadScript } from "../scripts";
import { type Place, type PlaceRow, placesOf } from "./places";

declare global {
  /** Every place: `policies/places.js` puts it here. */
  var yibaoPlaces: PlaceRow[] | undefined;
}

/** Rejects where the list cannot be had, and may be tried again. */
export async function loadPlaces(): Promise<Place[]> {
  if (globalThis.yibaoPlaces === undefined) await loadScript("policies/places.js");
  return allPlaces();
}

let read: { rows: PlaceRow[]; places: Place[] } | null = null;

/** The places that have come; none before they are loaded. */
export function allPlaces(): Place[] {
  const rows = globalThis.yibaoPlaces;
  if (rows === undefined) return [];
  if (read?.rows !== rows) read = { rows, places: placesOf(rows) };
  return read.places;
}
