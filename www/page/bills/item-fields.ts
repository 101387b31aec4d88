/** The questions about one item of a bill's breakdown, each by its name. */

import type { ItemClassDescription } from "../../package/types";
import type { Field } from "../view/fields";
import type { View } from "../view/view";

type Member = "amount" | "days" | "count" | "unit_price";

export const isOfItem = (name: string): boolean => /^items\/\d+\//.test(name);

export const classOf = (id: string, { description }: Pick<View, "description">): ItemClassDescription | undefined =>
  description.item_classes.find((entry) => entry.class === id);

export const className = (id: string, view: Pick<View, "description" | "words">): string => {
  const found = classOf(id, view);
  return found ? view.words.text(found.text) : id;
};

/** What this class is counted by: days, or pieces with their price. */
export function membersOf(found: ItemClassDescription | undefined): Member[] {
  if (found?.per === "day") return ["amount", "days"];
  const banded = (found?.price_bands.length ?? 0) > 1;
  if (found?.per === "piece" || banded) return ["amount", "count", "unit_price"];
  return ["amount"];
}

export function itemField(key: string, { words }: Pick<View, "words">, name: string): Field {
  const member = key.slice(key.lastIndexOf("/") + 1) as Member;
  const isMoney = member === "amount" || member === "unit_price";
  return {
    key,
    kind: isMoney ? "money" : "whole_number",
    label: member === "amount" ? name : words.say(`item-${member}`, { name }),
    options: [],
    suggested: [],
    unknowable: false,
  };
}
