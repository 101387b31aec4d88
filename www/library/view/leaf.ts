/** What every part of the library is drawn from. */

import type { Text } from "../../package/types";
import type { Words } from "../../page/words/words";
import { type Address, anchorOf } from "../model/address";
import type { Shelf } from "../model/data";

export interface Leaf {
  words: Words;
  shelf: Shelf;
  address: Address;
  /** The reader's calendar day. */
  today: string;
  /** The fragment of a place in the library, with the reader's settings. */
  href(path: string): string;
  compare(days: { from: string; to: string }): void;
}

export const say = (text: Text, { words }: Leaf): string => words.text(text);

export const anchor = (id: string, { shelf }: Leaf): string => anchorOf(id, shelf);

/** A place's name in the reader's language. */
export function regionName(code: string, { shelf, words }: Leaf): string {
  const row = shelf.index.find(([listed]) => listed === code);
  return row?.[words.lang === "zh" ? 1 : 2] ?? code;
}
