/** What an answer takes for granted, as chips: each opens its question where it stands. */

import { html, nothing, type TemplateResult } from "lit";
import type { Assumed, Estimate } from "../../package/types";
import { anyField } from "./any-field";
import { fieldId, type View } from "./view";

/** Of the deductible of care elsewhere: the one of the area of the insurance. */
const AS_AT_HOME = "as_at_home";

/** More than these come folded. */
const FEW = 4;

export function assumedChips(estimate: Estimate, view: View): TemplateResult | typeof nothing {
  const { words } = view;
  const shown = estimate.assumed.filter(({ unknown }) => anyField(unknown, view) !== null);
  if (shown.length === 0) return nothing;
  const list = (chips: Assumed[]): TemplateResult =>
    html`<ul class="plain chips">${chips.map((assumed) => html`<li>${chip(assumed, view)}</li>`)}</ul>`;
  const rest = shown.slice(FEW);
  return html`<div class="assumed"><p class="remarks">${words.say("assumed-intro")}</p>${list(shown.slice(0, FEW))}${
    rest.length > 0
      ? html`<details class="more"><summary>${words.say("assumed-more", {
          n: rest.length,
        })}</summary>${list(rest)}</details>`
      : nothing
  }</div>`;
}

function chip({ unknown, value }: Assumed, view: View): TemplateResult {
  const go = (event: Event): void => {
    event.preventDefault();
    view.visit.ask(unknown);
    view.goTo(unknown);
  };
  return html`<a class="chip" href="#${fieldId(unknown)}" @click=${go}>${view.words.say("assumed-chip", {
    label: labelOf(unknown, view),
    value: told(value, unknown, view),
  })}</a>`;
}

/** What is open together is named together: where neither part is given, `self_paid` stands for both. */
function labelOf(unknown: string, view: View): string {
  const ofBoth = /\/self_paid$/.test(unknown) && view.visit.get(unknown.replace("self_paid", "advance")) == null;
  if (ofBoth) return view.words.say("assumed-out-of-scope");
  return (anyField(unknown, view)?.label ?? "").replace(/[?？]$/, "");
}

/** The value in words. */
function told(value: Assumed["value"], unknown: string, view: View): string {
  const { words } = view;
  const field = anyField(unknown, view);
  const amount = (text: string): string => (field?.kind === "rate" ? words.rate(text) : words.money(text));
  if (typeof value === "boolean") return words.say(value ? "yes" : "no");
  if (typeof value === "string") return optionLabel(value, unknown, view);
  if (Array.isArray(value)) return value.length === 0 ? words.say("none-of-these") : words.list(value);
  if (value.low === value.high) return amount(value.low);
  return words.say("assumed-between", { low: amount(value.low), high: amount(value.high) });
}

function optionLabel(value: string, unknown: string, view: View): string {
  if (value === AS_AT_HOME) return view.words.say("assumed-as-at-home");
  return anyField(unknown, view)?.options.find((option) => option.value === value)?.label ?? value;
}
