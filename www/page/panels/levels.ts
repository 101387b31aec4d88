/** What the resident can choose, and what comes of each choice: above all the level of the hospital. */

import { html, nothing, svg, type TemplateResult } from "lit";
import type { Alternatives, Amount, Choice, Estimate } from "../../package/types";
import { amountText, amountView, isExact } from "../view/amounts";
import { valueText } from "../view/answer-text";
import { fieldOf } from "../view/fields";
import { billName } from "../view/names";
import type { View } from "../view/view";
import { bills } from "./bill-choice";
import { percent, place, SIZE } from "./chart";
import { deferred } from "./deferred";
import { fromFen, toFen } from "./fen";
import { tableHead } from "./table-head";

export function levels(estimate: Estimate, view: View): TemplateResult {
  const { visit, words } = view;
  const found = deferred("levels", visit.request, () => alternativesOf(view), view);
  if ("notYet" in found) return found.notYet;
  const choices = found.value?.choices ?? [];
  if (choices.length === 0) return html`<p>${words.say("levels-none")}</p>`;
  const first = choices.filter(isLevel);
  return html`${[...first, ...choices.filter((choice) => !isLevel(choice))].map((choice) =>
    choiceView(choice, estimate, view),
  )}
    <p class="hint">${words.say("levels-advice")}</p>`;
}

function alternativesOf({ visit: { engine, request } }: View): Alternatives | null {
  const answer = request && engine.alternatives(request);
  return answer?.outcome === "alternatives" ? answer : null;
}

const isLevel = ({ unknown }: Choice): boolean => unknown.endsWith("/facility_level");

function choiceView(choice: Choice, estimate: Estimate, view: View): TemplateResult {
  const { words } = view;
  const field = fieldOf(choice.unknown, view);
  if (!field) return html``;
  const name = (value: Choice["given"]): string => valueText(value, field, view);
  const allowance = choice.options.some(({ allowances }) => toFen(allowances.high) !== 0n);
  const whose = bills(view).find(({ id }) => choice.unknown.startsWith(`${id}/`));
  return html`<h4>${message(choice, name, view)}</h4>
    ${
      whose && bills(view).length > 1
        ? html`<p class="hint">${words.say("levels-of", { bill: billName(whose, view) })}</p>`
        : nothing
    }
    <table class="figures bars">
      <caption class="visually-hidden">${field.label}</caption>
      ${tableHead([field.label, words.say("payers-own"), allowance ? words.say("short-allowance") : ""])}
      <tbody>${choice.options.map(
        (option) => html`<tr class=${same(option.value, choice.given) ? "yours" : ""}>
        <th scope="row">${name(option.value)}${
          same(option.value, choice.given) ? html`<small>${words.say("levels-yours")}</small>` : nothing
        }</th>
        <td>${bar(option.out_of_pocket, estimate.totals.billed)}${amountView(option.out_of_pocket, words)}</td>
        ${allowance ? html`<td>${amountText(option.allowances, words)}</td>` : nothing}</tr>`,
      )}</tbody>
    </table>`;
}

const same = (a: Choice["given"], b: Choice["given"]): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The message, where all is certain: which choice costs least, and how much less than the dearest. */
function message(
  { unknown, options }: Choice,
  name: (value: Choice["given"]) => string,
  { words, description, visit }: View,
): string {
  const own = options.map(({ value, out_of_pocket: amount }) => ({ value, amount }));
  const sorted = [...own].sort((a, b) => place(a.amount.low) - place(b.amount.low));
  const [least, most] = [sorted[0], sorted.at(-1)];
  const question = fieldOf(unknown, { words, description, visit } as View)?.label ?? unknown;
  if (!least || !most || own.some(({ amount }) => !isExact(amount)) || least.amount.low === most.amount.low)
    return words.say("levels-title", { question });
  const saved = fromFen((toFen(most.amount.low) ?? 0n) - (toFen(least.amount.low) ?? 0n));
  const ties = sorted.filter(({ amount }) => amount.low === least.amount.low).map(({ value }) => name(value));
  return words.say("levels-title-exact", {
    least: words.list(ties),
    most: name(most.value),
    amount: least.amount.low,
    saved,
  });
}

/** The resident's own part of the whole: what is certain is filled, what is open is only outlined. */
function bar({ low, high }: Amount, billed: string): TemplateResult {
  const share = (amount: string): string => percent((place(amount) / Math.max(place(billed), 1)) * SIZE);
  return svg`<svg class="bar-own" width="100%" height="18" aria-hidden="true">
    <rect class="bar-bill" x="0" y="0" width="100%" height="18"></rect>
    ${low === high ? nothing : svg`<rect class="bar-open" x="0.5" y="0.5" width=${share(high)} height="17"></rect>`}
    <rect class="bar-sure" x="0" y="0" width=${share(low)} height="18"></rect>
  </svg>`;
}
