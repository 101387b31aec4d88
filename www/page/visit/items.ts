/**
 * The breakdown of a bill by class, in a draft: `items/0/class`, `items/0/amount`, `items/0/days` … A place that was
 * removed stays empty, so that the others keep their names.
 */

import type { FactValue, Item } from "../../package/types";
import type { DraftExpense } from "./draft";

export const ITEMS = "items/";

/** What an item may say beside its class. */
export const ITEM_MEMBERS = ["amount", "days", "count", "unit_price"] as const;

type Answers = DraftExpense["answers"];

/** The places that are taken, in order. */
export function itemPlaces(answers: Answers): string[] {
  const places = [...answers.keys()].flatMap((name) => /^items\/(\d+)\//.exec(name)?.[1] ?? []);
  return [...new Set(places)].sort((a, b) => Number(a) - Number(b));
}

export const freePlace = (answers: Answers): string => String(Number(itemPlaces(answers).at(-1) ?? -1) + 1);

/** As a request says it. An item waits for its amount. */
export function itemsOf(answers: Answers): { place: string; item: Item }[] {
  return itemPlaces(answers)
    .filter((place) => answers.has(`${ITEMS}${place}/class`) && answers.has(`${ITEMS}${place}/amount`))
    .map((place) => ({ place, item: whole(place, answers) as unknown as Item }));
}

/** With everything that was typed, as it goes into a link. */
export const whole = (place: string, answers: Answers): Record<string, FactValue> =>
  Object.fromEntries(
    ["class", ...ITEM_MEMBERS].flatMap((name) => {
      const value = answers.get(`${ITEMS}${place}/${name}`);
      return value === undefined ? [] : [[name, value]];
    }),
  );

/** The parts of a bill follow from its items, and may not be said beside them. */
export const FROM_ITEMS = ["self_paid", "advance"];

/** Nobody is asked for them there: an answer would not count. */
export function followsFromItems(key: string, { answers }: DraftExpense): boolean {
  return FROM_ITEMS.some((name) => key.endsWith(`/${name}`)) && itemsOf(answers).length > 0;
}
