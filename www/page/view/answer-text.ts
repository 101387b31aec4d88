/** What the resident answered, as a short phrase: "出生日期 2015年5月1日". */

import type { FactValue } from "../../package/types";
import { BIRTH, isAge } from "../visit/birth";
import { type Field, fieldOf } from "./fields";
import type { View } from "./view";

/** Null where nothing was answered, or where the unknown is none of ours. */
export function answerOf(key: string, view: View): string | null {
  const value = view.visit.get(key);
  const field = fieldOf(key, view);
  if (!field || value === undefined || value === null) return null;
  return view.words.say("row-answer", { question: field.label, answer: valueText(value, field, view) });
}

/** A value in the words of its question. */
export function valueText(value: FactValue, field: Field, { words }: Pick<View, "words">): string {
  if (value === null) return words.say("unknown");
  const label = (text: string): string => field.options.find((option) => option.value === text)?.label ?? text;
  if (Array.isArray(value)) return value.length === 0 ? words.say("none-of-these") : words.list(value.map(label));
  const text = String(value);
  if (field.key === BIRTH && isAge(value)) return words.say("age-is", { age: text });
  if (field.kind === "money") return words.money(text);
  if (field.kind === "rate") return words.rate(text);
  return field.kind === "date" && !field.options.some((option) => option.value === text)
    ? words.date(text)
    : label(text);
}
