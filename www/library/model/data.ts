/** One region with everything that holds there: what the core says of it, written when the library is built. */

import type { IndexRow } from "../../package/chain";
import type { Description, ProgrammeDescription, ProgrammeId, Words } from "../../package/types";

/** What `library/<code>.js` holds (scripts/build/library-data.mjs). */
export interface RegionData extends Description {
  /** Programmes of other regions that one of these takes the place of, or that take the place of one of these. */
  elsewhere: Elsewhere[];
}

export interface Elsewhere {
  id: ProgrammeId;
  name: Words;
  replaces: ProgrammeId[];
}

export interface Shelf extends RegionData {
  code: string;
  /** Of the region itself: a district's rules are those of the file that lists it. */
  name: Words;
  /** Every region that there is. */
  index: IndexRow[];
}

/** The region whose file an id belongs to: `"370200/…"` → `"370200"`. */
export const ownerOf = (id: string): string => id.slice(0, id.indexOf("/"));

/** Programmes that stand back where this one pays. */
export const yieldingTo = (id: ProgrammeId, { programmes }: Shelf): ProgrammeDescription[] =>
  programmes.filter(({ yields_to: to }) => to.includes(id));
