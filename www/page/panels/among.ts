/**
 * Some of the values that an answer may have, in words: "residents' insurance or employees' insurance", "grade 3 or
 * more".
 */

import type { Among, FactValue } from "../../package/types";
import { valueText } from "../view/answer-text";
import type { Field } from "../view/fields";
import type { View } from "../view/view";

/** As much as an amount can be: of a figure that nobody published, no amount at all. */
const MOST_MONEY = "999999999999.99";

export function amongText(value: FactValue, among: Among | undefined, field: Field, view: View): string {
  const { words } = view;
  const label = (one: FactValue): string =>
    one === MOST_MONEY ? words.say("among-unlimited") : valueText(one, field, view);
  const or = words.say("among-or");
  if (among?.any_of) return among.any_of.map(label).join(or);
  if (among?.has || among?.has_any || among?.lacks) return setText(among, field, view);
  const [from, to] = [among?.at_least, among?.at_most];
  if (from !== undefined && to !== undefined)
    return from === to ? label(from) : words.say("among-between", { from: label(from), to: label(to) });
  const [least, most] = field.kind === "date" ? ["among-from", "among-to"] : ["among-least", "among-most"];
  if (from !== undefined) return words.say(least, { from: label(from) });
  return to !== undefined ? words.say(most, { to: label(to) }) : label(value);
}

function setText({ has = [], has_any = [], lacks = [] }: Among, field: Field, view: View): string {
  const { words } = view;
  const names = (items: string[]): string => words.list(items.map((item) => valueText([item], field, view)));
  return [
    has.length > 0 ? words.say("among-has", { names: names(has) }) : "",
    has_any.length > 0 ? words.say(has_any.length > 1 ? "among-has-any" : "among-has", { names: names(has_any) }) : "",
    lacks.length > 0 ? words.say("among-lacks", { names: names(lacks) }) : "",
  ]
    .filter(Boolean)
    .join(words.say("separator"));
}
