/** What the core says of every region, gathered when the library is built (scripts/build/library-data.mjs). */

import type {
  Description,
  FactId,
  ProgrammeDescription,
  ProgrammeId,
  ReadingDescription,
  ReadingId,
  Region,
  Source,
  ValueDescription,
  ValueId,
  Words,
} from "../../package/types";

export interface LibraryData {
  regions: RegionEntry[];
  programmes: Record<ProgrammeId, ProgrammeDescription>;
  values: Record<ValueId, ValueDescription>;
  readings: Record<ReadingId, ReadingDescription>;
  words: Record<string, Words>;
  /** Of the facts that are whole numbers, the largest that may be given. */
  largest: Record<FactId, number>;
  /** Where the policy files lie beside the page, by their hashes. */
  files: Record<string, string>;
}

export interface RegionEntry extends Region {
  /** Codes of the files that hold here, nearest first. */
  chain: string[];
  programmes: ProgrammeId[];
  sources: Source[];
  notes: Description["notes"];
}

/** One region with everything that holds there. */
export interface Shelf {
  entry: RegionEntry;
  programmes: ProgrammeDescription[];
  values: ValueDescription[];
  readings: ReadingDescription[];
  words: Record<string, Words>;
  data: LibraryData;
}

export function shelfOf(code: string, data: LibraryData): Shelf | null {
  const entry = data.regions.find((region) => region.code === code);
  if (!entry) return null;
  const programmes = pick(entry.programmes, data.programmes);
  return {
    entry,
    programmes,
    values: programmes.flatMap(({ values }) => pick(values, data.values)),
    readings: programmes.flatMap(({ readings }) => pick(readings, data.readings)),
    words: data.words,
    data,
  };
}

const pick = <T>(ids: string[], store: Record<string, T>): T[] => ids.flatMap((id) => store[id] ?? []);

/** The region whose file an id belongs to: `"370200/…"` → `"370200"`. */
export const ownerOf = (id: string): string => id.slice(0, id.indexOf("/"));

/** Programmes of any region that take this one's place. */
export const replacedBy = (id: ProgrammeId, data: LibraryData): ProgrammeDescription[] =>
  Object.values(data.programmes).filter(({ replaces }) => replaces.includes(id));

/** Programmes that stand back where this one pays. */
export const yieldingTo = (id: ProgrammeId, { programmes }: Shelf): ProgrammeDescription[] =>
  programmes.filter(({ yields_to: to }) => to.includes(id));
