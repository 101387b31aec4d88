/** Every answer that went out, in words: of the person, of each bill, of the year before, of the policy. */

import type { Expense, YearToDate } from "../../package/types";
import { ITEMS } from "../visit/items";
import { valueText } from "./answer-text";
import { anyField } from "./any-field";
import type { View } from "./view";

export interface GivenLine {
  name: string;
  answer: string;
}
export interface Given {
  title: string;
  lines: GivenLine[];
}

/**
 * In the order of the form. What was not answered is not listed; what waits for another kind of bill did not go out.
 */
export function given(view: View): Given[] {
  const { words, visit } = view;
  const { facts = {}, expenses = [], year_to_date: years = {}, entered = {}, readings = {} } = visit.request ?? {};
  const groups = [
    { title: words.say("section-person"), lines: lines(Object.keys(facts), view) },
    ...expenses.map((expense) => ({
      title: words.say("expense-title", { n: visit.draft.expenses.findIndex(({ id }) => id === expense.id) + 1 }),
      lines: lines(keysOf(expense, view), view),
    })),
    ...Object.entries(years).map(([year, held]) => ({
      title: words.say("year-held", { year }),
      lines: lines(keysOfYear(year, held), view),
    })),
    { title: words.say("check-policy"), lines: lines([...Object.keys(entered), ...Object.keys(readings)], view) },
  ];
  return groups.filter((group) => group.lines.length > 0);
}

function keysOf(
  { id, service, date, total, same_stay_as, facts = {}, settled = {}, items = [] }: Expense,
  { visit }: View,
): string[] {
  const members = Object.entries({ service, date, total, same_stay_as })
    .filter(([, value]) => value !== undefined)
    .map(([name]) => name);
  const ofItems =
    items.length === 0 ? [] : [...(visit.draft.expense(id)?.answers.keys() ?? [])].filter((name) => isItemAnswer(name));
  const funds = Object.keys(settled).map((fund) => `settled/${fund}`);
  return [...members, ...ofItems, ...Object.keys(facts), ...funds].map((name) => `${id}/${name}`);
}

/** An item is named by its class, which is therefore no answer of its own. */
export const isItemAnswer = (name: string): boolean => name.startsWith(ITEMS) && !name.endsWith("/class");

function keysOfYear(year: string, held: YearToDate): string[] {
  const names = Object.entries(held).flatMap(([name, value]) =>
    typeof value === "object" ? Object.keys(value).map((id) => `${name}/${id}`) : [name],
  );
  return names.map((name) => `${year}/${name}`);
}

function lines(keys: string[], view: View): GivenLine[] {
  return keys.flatMap((key) => {
    const field = anyField(key, view);
    const value = view.visit.get(key);
    return field && value !== undefined ? [{ name: field.label, answer: valueText(value, field, view) }] : [];
  });
}
