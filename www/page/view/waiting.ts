/** Bills of records that count for nothing until somebody says what care they were, or when: one sentence for each. */

import { html, nothing, type TemplateResult } from "lit";
import { waitsFor } from "../visit/draft";
import type { View } from "./view";

/** What they wait for, what is said of it, and where it leads. */
const WAITING = [
  ["service", "bill-waits-service", "bill-waits-go-service"],
  ["date", "bill-waits-date", "bill-waits-go-date"],
] as const;

export const waitingBills = (view: View): TemplateResult => html`${WAITING.map((kind) => waiting(kind, view))}`;

function waiting(
  [member, sentence, lead]: (typeof WAITING)[number],
  { visit, words, goTo }: View,
): TemplateResult | typeof nothing {
  const all = visit.draft.expenses;
  const bills = all.flatMap((expense, at) => (waitsFor(expense) === member ? [{ id: expense.id, n: at + 1 }] : []));
  const [first] = bills;
  if (first === undefined) return nothing;
  const names = words.list(bills.map(({ n }) => words.say("expense-title", { n })));
  return html`<p class="remarks">${words.say(sentence, { bills: names, n: bills.length })}
      <button type="button" class="quiet"
          @click=${() => goTo(`${first.id}/${member}`)}>${words.say(lead)}</button></p>`;
}
