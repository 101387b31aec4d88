/**
 * What is seldom so, and then matters: care away from home, somebody else who must pay, a stay in several parts, a
 * breakdown by class. It is folded until something of it is said.
 */

import { html, type nothing, type TemplateResult } from "lit";
import { anyField } from "../view/any-field";
import type { Field } from "../view/fields";
import { question } from "../view/question";
import type { View } from "../view/view";
import type { DraftExpense } from "../visit/draft";
import { itemPlaces } from "../visit/items";
import { factsOf, serviceOf } from "../visit/request";
import { itemsPart } from "./items";

/** Of an accident the form asks who is liable anyway. */
const SELDOM = ["out_of_area", "third_party_liable", "third_party_amount"];

/** The facts that stand here instead of with the bill's other questions. */
export function seldomKeys(expense: DraftExpense, { description }: Pick<View, "description">): string[] {
  const service = String(serviceOf(expense));
  if (service === "accident_outpatient") return [];
  const here = factsOf(service, description);
  return SELDOM.filter((id) => here.includes(id)).map((id) => `${expense.id}/${id}`);
}

export function circumstances(expense: DraftExpense, view: View): TemplateResult | typeof nothing {
  const { visit, words } = view;
  const isSaid = seldomFields(expense, view).some(
    ({ key }) => visit.get(key) !== undefined || visit.problemsOf(key).length > 0,
  );
  const hasItems = itemPlaces(expense.answers).length > 0;
  return html`<details class="more circumstances" ?open=${isSaid || hasItems}>
    <summary>${words.say("circumstances")}</summary>
    ${circumstancesInFull(expense, view)}
  </details>`;
}

/** The same where it was asked for. */
export const circumstancesInFull = (expense: DraftExpense, view: View): TemplateResult =>
  html`${seldomFields(expense, view).map((field) => question(field, view))}${itemsPart(expense, view)}`;

function seldomFields(expense: DraftExpense, view: View): Field[] {
  const keys = seldomKeys(expense, view).filter((key) => !key.endsWith("_amount") || asksForAmount(expense, view));
  return [...keys.map((key) => anyField(key, view)), stayField(expense, view)].filter((field) => field !== null);
}

/** Nobody names an amount for somebody who need not pay; where that is not known, the amount is open, too. */
const asksForAmount = ({ id }: DraftExpense, { visit }: View): boolean =>
  [true, null].some((liable) => visit.get(`${id}/third_party_liable`) === liable) ||
  visit.get(`${id}/third_party_amount`) !== undefined;

/** Which other bill is of the same stay. */
export function stayField(
  { id, answers }: DraftExpense,
  { visit, words }: Pick<View, "visit" | "words">,
): Field | null {
  const service = visit.draft.expense(id) && serviceOf(visit.draft.expense(id) as DraftExpense);
  const others = visit.draft.expenses.filter((other) => other.id !== id && serviceOf(other) === service);
  if (service !== "inpatient" || (others.length === 0 && !answers.has("same_stay_as"))) return null;
  const nameOf = (bill: DraftExpense): string =>
    words.say("expense-title", { n: visit.draft.expenses.indexOf(bill) + 1 });
  return {
    key: `${id}/same_stay_as`,
    kind: "choice",
    label: words.say("same-stay"),
    hint: words.say("same-stay-hint"),
    options: [
      { value: "", label: words.say("same-stay-none") },
      ...others.map((bill) => ({ value: bill.id, label: nameOf(bill) })),
    ],
    suggested: [],
    unknowable: false,
  };
}
