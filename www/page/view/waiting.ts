/** Bills of records that count for nothing until somebody says what care they were. */

import { html, nothing, type TemplateResult } from "lit";
import { waitsForService } from "../visit/request";
import type { View } from "./view";

export function waitingBills({ visit, words, goTo }: View): TemplateResult | typeof nothing {
  const waiting = visit.draft.expenses.filter(waitsForService);
  if (waiting.length === 0) return nothing;
  const nameOf = (id: string): string =>
    words.say("expense-title", { n: visit.draft.expenses.findIndex((expense) => expense.id === id) + 1 });
  return html`${waiting.map(
    ({ id }) => html`<p class="remarks">${words.say("bill-waits", { bill: nameOf(id) })}
      <button type="button" class="quiet"
          @click=${() => goTo(`${id}/service`)}>${words.say("bill-waits-go")}</button></p>`,
  )}`;
}
