/** Names of things that a sentence mentions. */

import type { ProgrammeId } from "../../package/types";
import type { Words } from "../words/words";
import type { View } from "./view";

export function programmeName(id: ProgrammeId, { words, description }: Pick<View, "words" | "description">): string {
  const described = description.programmes.find((programme) => programme.id === id);
  return described ? words.text(described.name, description) : id;
}

/** More than these are only counted. */
export const MOST_NAMED = 3;

export const someOf = (names: string[], words: Words): string =>
  words.list(names.slice(0, MOST_NAMED)) + andMore(names.length, words);

export const andMore = (all: number, words: Words): string =>
  all > MOST_NAMED ? words.say("and-more", { n: all - MOST_NAMED }) : "";
