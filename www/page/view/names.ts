/** How many names a sentence mentions. */

import type { Words } from "../words/words";

/** More than these are only counted. */
export const MOST_NAMED = 3;

export const someOf = (names: string[], words: Words): string =>
  words.list(names.slice(0, MOST_NAMED)) + andMore(names.length, words);

export const andMore = (all: number, words: Words): string =>
  all > MOST_NAMED ? words.say("and-more", { n: all - MOST_NAMED }) : "";
