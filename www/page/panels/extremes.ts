/** "The lowest is when …, the highest when …": of the total that is a range. */

import { html, nothing, type TemplateResult } from "lit";
import type { Estimate, Extreme, When } from "../../package/types";
import { isExact } from "../view/amounts";
import { anyField } from "../view/any-field";
import { ofWhich } from "../view/names";
import type { View } from "../view/view";
import { amongText } from "./among";

export function extremes(estimate: Estimate, view: View): TemplateResult {
  const { visit, words } = view;
  const { paid, allowances } = estimate.totals;
  const amounts = [isExact(paid) ? null : "paid", isExact(allowances) ? null : "allowances"].filter(
    (of) => of !== null,
  );
  return html`${amounts.map((of) => {
    const found = visit.request && visit.whatIf.extremes(visit.request, of);
    if (!found) return html`<p class="hint" role="status">${words.say("computing")}</p>`;
    return found.outcome === "extremes"
      ? html`${end("low", found.low, view)}${end("high", found.high, view)}
      <p class="hint">${words.say("extremes-note")}</p>`
      : nothing;
  })}`;
}

function end(which: "low" | "high", { amount, reached, when }: Extreme, view: View): TemplateResult {
  const { words } = view;
  const any = when.length === 0;
  return html`<div class="way"><p><b>${words.say(`extremes-${which}${any ? "-any" : ""}`, { amount })}</b></p>
    ${any ? nothing : html`<ul>${when.map((one) => html`<li>${whenText(one, view)}</li>`)}</ul>`}
    ${reached ? nothing : html`<p class="hint">${words.say("extremes-not-reached")}</p>`}</div>`;
}

function whenText(when: When, view: View): string {
  const { words } = view;
  const bill = ofWhich(`${when.unknown}/`, view);
  if (when.kind === "uncounted") {
    const amount = String(when.value);
    const said = when.fund
      ? words.say("extremes-uncounted", { fund: words.say(`fund-${when.fund}`), amount })
      : words.say("extremes-items", { amount });
    return said + bill;
  }
  const field = anyField(when.unknown, view);
  if (!field) return when.unknown;
  return words.say("row-answer", {
    question: field.label + bill,
    answer: amongText(when.value, when.among, field, view),
  });
}
