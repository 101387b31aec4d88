/** Which bill a picture is about, where there are several. */

import { html, nothing, type TemplateResult } from "lit";
import type { Expense } from "../../package/types";
import type { View } from "../view/view";
import { memory } from "./memory";

const chosen = memory<Map<string, string>>(() => new Map());

/** Bills with an amount, as they went out. */
export const bills = ({ visit }: View): Expense[] =>
  (visit.request?.expenses ?? []).filter(({ total }) => total !== undefined);

export function billFor(part: string, view: View): Expense | undefined {
  const all = bills(view);
  return all.find(({ id }) => id === chosen(view.visit).get(part)) ?? all[0];
}

/** "第 2 笔 · 住院 · 2025年5月1日". */
export function billName({ id, service, date }: Expense, { words, visit }: View): string {
  const n = visit.draft.expenses.findIndex((expense) => expense.id === id) + 1;
  return words.say("line-title", { n, service, date });
}

export function billChoice(part: string, view: View): TemplateResult | typeof nothing {
  const all = bills(view);
  const now = billFor(part, view);
  if (all.length < 2) return nothing;
  const choose = (event: Event): void => {
    chosen(view.visit).set(part, (event.target as HTMLSelectElement).value);
    view.redraw();
  };
  return html`<p><label class="label" for="${part}-bill">${view.words.say("which-bill")}</label>
    <select id="${part}-bill" @change=${choose}>${all.map(
      (bill) => html`<option value=${bill.id}
        ?selected=${bill === now}>${billName(bill, view)}</option>`,
    )}</select></p>`;
}
