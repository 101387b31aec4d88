/** What may be behind a difference, in words: what gives exactly the slip's amounts, and what we cannot compute. */

import { html, nothing, type TemplateResult } from "lit";
import type { Estimate } from "../../package/types";
import { valueText } from "../view/answer-text";
import { anyField } from "../view/any-field";
import type { View } from "../view/view";
import type { Words } from "../words/words";
import type { Cause, Found } from "./cause";
import { toFen } from "./fen";
import { agrees, estimated, fieldOfFund, likenesses, type SlipAmounts } from "./slip-fields";
import { apply, slipState } from "./slip-state";
import type { Change } from "./trial-changes";

export function causesView(
  estimate: Estimate,
  { causes, tried }: Found,
  slip: SlipAmounts,
  view: View,
): TemplateResult {
  const { words, visit } = view;
  const state = slipState(visit);
  const same = agrees(estimate, state.expense, slip);
  if (same) return html`<div class="causes"><h4>${words.say(likeness(estimate, state.expense, slip))}</h4></div>`;
  if (causes.length === 0 && isWithin(estimate, state.expense, slip))
    return html`<div class="causes"><h4>${words.say("causes-within")}</h4><p>${words.say("causes-ask")}</p></div>`;
  const title = titleOf({ causes, tried }, words);
  return html`<div class="causes"><h4>${title}</h4>
      ${causes.length > 0 ? html`<ol>${causes.map((cause) => html`<li>${causeView(cause, view)}</li>`)}</ol>` : nothing}
      ${uncounted(estimate, slip, view)}
      <p>${words.say(causes.length > 0 ? "causes-else" : "causes-else-none")}</p>
      <ul>${ELSE.map((id) => html`<li>${words.say(id)}</li>`)}</ul>
      <p>${words.say("causes-ask")}</p>
  </div>`;
}

function titleOf({ causes, tried }: Found, words: Words): string {
  if (causes.length === 0) return words.say("causes-none", { n: tried });
  return causes.length === 1 ? words.say("causes-found-one") : words.say("causes-found", { n: causes.length });
}

/** Where every line of the estimate is a range, a slip inside it is no difference, though nothing explains it. */
function isWithin(estimate: Estimate, expense: string, slip: SlipAmounts): boolean {
  const all = likenesses(estimate, expense, slip);
  return all.length > 0 && all.every((is) => is === "inside");
}

/** What is said of a slip that is like the estimate. */
function likeness(estimate: Estimate, expense: string, slip: SlipAmounts): string {
  const all = likenesses(estimate, expense, slip);
  if (all.includes("inside")) return "causes-inside";
  return all.includes("rounding") ? "causes-rounding" : "causes-same";
}

/** What these rules do not know at all, the more common first. */
const ELSE = [
  "causes-else-catalogue",
  "causes-else-referral",
  "causes-else-year",
  "causes-else-extra",
  "causes-else-account",
];

function causeView(cause: Cause, view: View): TemplateResult {
  const { words, visit } = view;
  const take = (): void => {
    apply(cause.changes, view);
    slipState(visit).said = "slip-applied";
  };
  return html`<p>${sentence(cause, view)}</p>${
    cause.kind === "value" ? html`<p class="hint">${words.say("cause-value-hint")}</p>` : nothing
  }
    <p><button type="button" class="secondary" @click=${take}>${words.say("cause-take")}</button></p>`;
}

function sentence({ kind, changes }: Cause, view: View): string {
  const { words } = view;
  // What was taken from the slip stands before every guess; only the guess itself needs words.
  const inputs = changes.filter(([key]) => /\/(total|self_paid|advance)$/.test(key));
  const guess =
    kind === "inputs" || kind === "outside" || kind === "bill"
      ? inputs
      : changes.filter((change) => !inputs.includes(change));
  const [key = "", value = null] = guess[0] ?? [];
  const amount = String(value);
  const all = (): string => guess.map((change) => named(change, view)).join(words.say("separator"));
  const programme = (): string => words.programme(key.split("/").slice(2).join("/"));
  switch (kind) {
    case "inputs":
      return words.say("cause-inputs", { lines: all() });
    case "deductible":
      return words.say("cause-deductible", { programme: programme(), amount });
    case "cap":
      return words.say("cause-cap", { programme: programme(), amount });
    case "share":
      return words.say("cause-share", { amount });
    case "date":
      return words.say("cause-date", { date: amount });
    case "bill":
      return words.say("cause-bill", { amount });
    case "outside":
      return words.say("cause-outside", { amount });
    case "value":
      return words.say("cause-value", { values: all() });
    case "reading":
      return words.say("cause-reading", { readings: all() });
    case "answer":
      return words.say("cause-answer", { answers: all() });
  }
}

/** "医院的级别：三级医院". */
function named([key, value]: Change, view: View): string {
  const { words } = view;
  const field = anyField(key, view);
  const question = field?.label ?? key;
  const answer = field ? valueText(value, field, view) : words.money(String(value));
  return words.say("row-answer", { question, answer });
}

/** A fund that paid although its rule is not on file, or although there is none here. */
function uncounted(estimate: Estimate, slip: SlipAmounts, view: View): TemplateResult | typeof nothing {
  const { words, visit } = view;
  const { expense } = slipState(visit);
  const unknown = estimate.programmes.filter(({ id }) => estimate.totals.not_counted.includes(id));
  const lines = unknown.flatMap(({ id, fund }) => {
    if (fund === null) return [];
    const [paid, ours] = [toFen(slip[fieldOfFund[fund]]), toFen(estimated(estimate, expense, fieldOfFund[fund])?.high)];
    return paid !== null && ours !== null && paid > ours ? [words.programme(id)] : [];
  });
  return lines.length === 0 ? nothing : html`<p>${words.say("causes-uncounted", { names: words.list(lines) })}</p>`;
}
