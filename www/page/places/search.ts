/** What somebody looking for a place has typed, and what fits it. The list comes with the first letter. */

import type { Region } from "../../package/types";
import type { Visit } from "../visit/visit";
import { findPlaces } from "./find";
import { allPlaces, loadPlaces } from "./list";
import type { Place } from "./places";

/** More than these help nobody. */
const MOST = 12;

export class PlaceSearch {
  /** What stands in the field; null while it shows the chosen place. */
  typed: string | null = null;
  isOpen = false;
  /** The option that the arrow keys have reached. */
  active = -1;
  failed = false;
  /** Province and city that were chosen from the lists. */
  readonly chosen: { province: string; city: string } = { province: "", city: "" };
  private found: { typed: string; places: Place[] } = { typed: "", places: [] };

  /** Opens the list. Without a text it holds the places that have rules. */
  open(): void {
    this.isOpen = true;
    this.active = -1;
  }

  close(): void {
    this.isOpen = false;
    this.active = -1;
    this.typed = null;
  }

  /** `later` is called when the list has come or cannot be had. */
  type(text: string, later: () => void): void {
    this.typed = text;
    this.isOpen = true;
    this.active = -1;
    if (text.trim() !== "") this.load(later);
  }

  load(later: () => void): void {
    if (allPlaces().length > 0) return;
    this.failed = false;
    loadPlaces().then(later, () => {
      this.failed = true;
      later();
    });
  }

  get isLoading(): boolean {
    return !this.failed && allPlaces().length === 0;
  }

  get isSearching(): boolean {
    return this.typed !== null && this.typed.trim() !== "";
  }

  /** How many fit; only the first are shown. */
  get count(): number {
    return this.isSearching ? this.fitting().length : 0;
  }

  get shown(): Place[] {
    return this.fitting().slice(0, MOST);
  }

  private fitting(): Place[] {
    const typed = this.typed ?? "";
    if (this.found.typed !== typed || this.found.places.length === 0)
      this.found = { typed, places: findPlaces(allPlaces(), typed) };
    return this.found.places;
  }
}

const searches = new WeakMap<Visit, PlaceSearch>();

export function searchOf(visit: Visit): PlaceSearch {
  const search = searches.get(visit) ?? new PlaceSearch();
  searches.set(visit, search);
  return search;
}

/** Whole provinces and the nation have rules of their own, but almost nobody means them. */
export function split(regions: Region[]): [Region[], Region[]] {
  const isWide = ({ code }: Region): boolean => code.endsWith("0000");
  return [regions.filter((region) => !isWide(region)), regions.filter(isWide)];
}
