/** What the desk's core answers (`src/wasm_desk.rs`). */

export interface Both {
  zh: string;
  en: string;
}

export interface Notice {
  weight: "problem" | "warning";
  code: string;
  path: string;
  /** The place with ids, as `accepted` names it. */
  at: string;
  /** `from` and `to` count UTF-16 units, as the editor does. */
  place: { line: number; column: number; from: number; to: number };
  message: Both;
  help: Both;
  meant?: string;
}

export interface Checked {
  region: string | null;
  problems: Notice[];
  warnings: Notice[];
}

export interface Difference {
  path: string;
  expected: unknown;
  actual: unknown;
}

export interface RunCases {
  problems: Notice[];
  cases: { title: Both; differences: Difference[] }[];
}

interface Reached {
  path: string;
  at: string;
  name: string;
  reached: boolean;
}

export interface Coverage {
  conditions: { path: string; at: string; holds: boolean; fails: boolean; open: boolean }[];
  numbers: Reached[];
  limits: { path: string; at: string; name: string; below: boolean; cut: boolean }[];
  readings: Reached[];
  proposals: { title: Both; at: string; request: unknown }[];
}

export interface Mutated {
  tried: number;
  noticed: number;
  unnoticed: { path: string; at: string; before: string; after: string }[];
}

export interface Paid {
  low: string;
  high: string;
}

export interface Diff {
  region: string;
  people: number;
  edits: { at: string; before: unknown; after: unknown }[];
  groups: {
    words: Both;
    people: number;
    gain: number;
    lose: number;
    unclear: number;
    least: string;
    greatest: string;
    mean: string;
  }[];
  reasons: { programme: string; before: Both; after: Both; people: number }[];
  cases: { case: Both | null; before: Paid; after: Paid }[];
}

/** What is wrong with a workbook, at its cell. */
export interface Fault {
  sheet: string;
  cell: string;
  code: string;
  message: Both;
  help: Both;
}

export interface ReadSheet {
  policy: string | null;
  cases: string | null;
  /** How many places differ. */
  changes: number;
  faults: Fault[];
}

export interface Decoded {
  text: string | null;
  why: Both | null;
}
