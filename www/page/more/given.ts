/** Every answer that was given, in words: of the person, of each bill, of the policy. */

import type { FactValue } from "../../package/types";
import type { DraftExpense } from "../visit/draft";
import type { View } from "../view/view";
import { fieldOf, valueText } from "./page";

export interface GivenLine { name: string; answer: string }
export interface Given { title: string; lines: GivenLine[] }

/** In the order of the form; what was not answered is not listed. */
export function given(view: View): Given[] {
  const { words, visit } = view;
  const sent = visit.request;
  const ofPolicy = [...visit.draft.policy.keys()].filter((key) => sent?.entered?.[key] !== undefined || sent?.readings?.[key] !== undefined);
  const person = [...visit.draft.person.keys(), ...ofPolicy].flatMap((key) => line(key, visit.get(key), view));
  const bills = visit.draft.expenses
    .filter(({ id }) => sent?.expenses?.some((expense) => expense.id === id))
    .map((expense) => ({ title: words.say("expense-title", { n: visit.draft.expenses.indexOf(expense) + 1 }), lines: billLines(expense, view) }));
  return [{ title: "", lines: person }, ...bills].filter(({ lines }) => lines.length > 0);
}

function line(key: string, value: FactValue | undefined, view: View): GivenLine[] {
  const field = fieldOf(key, view);
  if (!field || value === undefined) return [];
  return [{ name: field.label, answer: valueText(value, field, view) }];
}

/** Only what went out: answers of another service wait in the draft. */
function billLines({ id }: DraftExpense, view: View): GivenLine[] {
  const { words, visit } = view;
  const expense = visit.request?.expenses?.find((entry) => entry.id === id);
  if (!expense) return [];
  const { service, date, total, facts = {}, settled = {} } = expense;
  return [
    { name: words.say("service"), answer: words.say(`service-${service}`) },
    { name: words.say("date"), answer: words.date(date) },
    ...(total === undefined ? [] : [{ name: words.say("total"), answer: words.money(total) }]),
    ...Object.entries(facts).flatMap(([fact, value]) => line(`${id}/${fact}`, value, view)),
    ...Object.entries(settled).map(([fund, amount]) => ({ name: words.say(`settled-${fund}`), answer: words.money(amount) })),
  ];
}
