/** Names of things that a sentence mentions. */

import type { Expense } from "../../package/types";
import type { Draft } from "../visit/draft";
import type { Words } from "../words/words";
import type { View } from "./view";

/** "第 2 笔 · 住院 · 2025年5月1日". */
export function billName({ id, service, date }: Expense, { words, visit }: View): string {
  const n = visit.draft.expenses.findIndex((expense) => expense.id === id) + 1;
  return words.say("line-title", { n, service: words.service(service), date });
}

/** Of several bills, the number of the one that a question is about, from 1; else 0. */
export function numberOfBill(key: string, { expenses }: Draft): number {
  return expenses.length > 1 ? expenses.findIndex(({ id }) => key.startsWith(`${id}/`)) + 1 : 0;
}

/** Of several bills, which one a question is about: "（第 2 笔）". */
export function ofWhich(key: string, { visit, words }: View): string {
  const n = numberOfBill(key, visit.draft);
  return n > 0 ? words.say("of-expense", { n }) : "";
}

/** More than these are only counted. */
export const MOST_NAMED = 3;

export const someOf = (names: string[], words: Words): string =>
  words.list(names.slice(0, MOST_NAMED)) + andMore(names.length, words);

export const andMore = (all: number, words: Words): string =>
  all > MOST_NAMED ? words.say("and-more", { n: all - MOST_NAMED }) : "";
