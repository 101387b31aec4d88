/** What would have to be different for a benefit that does not apply: what can be done about it first. */

import { html, nothing, type TemplateResult } from "lit";
import type { Change, ProgrammeAnswer, Way } from "../../package/types";
import { amountText } from "../view/amounts";
import { anyField } from "../view/any-field";
import { numberOfBill } from "../view/names";
import type { View } from "../view/view";
import { amongText } from "./among";

/** More ways than these confuse more than they help. */
const MOST_WAYS = 3;

export function different(answer: ProgrammeAnswer, view: View): TemplateResult {
  const { visit, words } = view;
  const found = visit.request && visit.whatIf.alternatives(visit.request);
  if (!found) return html`<p class="hint" role="status">${words.say("computing")}</p>`;
  const ways =
    found.outcome === "alternatives" ? (found.programmes.find(({ id }) => id === answer.id)?.ways ?? []) : [];
  if (ways.length === 0) return html`<p>${words.say("different-none")}</p>`;
  const sorted = [...ways.filter(({ actionable }) => actionable), ...ways.filter(({ actionable }) => !actionable)];
  const more = sorted.length - MOST_WAYS;
  return html`${sorted.slice(0, MOST_WAYS).map((way) => wayView(way, view))}
    ${more > 0 ? html`<p class="hint">${words.say("different-more", { n: more })}</p>` : nothing}`;
}

function wayView(way: Way, view: View): TemplateResult {
  const { words } = view;
  return html`<div class="way ${way.actionable ? "doable" : ""}"><p>${words.say(introOf(way))}</p>
    <ul>${way.changes.map((change) => html`<li>${changeText(change, view)}</li>`)}</ul>
    ${then(way, view)}</div>`;
}

function introOf({ actionable, changes }: Way): string {
  if (actionable) return "different-do";
  return changes.some(({ action }) => action !== null) ? "different-part" : "different-not";
}

/** What it would bring, where that is another amount than now. */
function then({ verdict, paid, allowances }: Way, { visit, words }: View): TemplateResult | typeof nothing {
  const now = visit.estimate?.totals;
  const [amount, before] = allowances.high !== now?.allowances.high ? [allowances, now?.allowances] : [paid, now?.paid];
  const same = amount.low === before?.low && amount.high === before.high;
  const id = verdict === "undetermined" ? "different-perhaps" : "different-then";
  if (same) return verdict === "undetermined" ? html`<p>${words.say(id)}</p>` : nothing;
  return html`<p>${words.say(`${id}-paid`, { amount: amountText(amount, words) })}</p>`;
}

/** "Apply to be recognised: subsistence allowance, orphan, …" */
function changeText(change: Change, view: View): TemplateResult {
  const { visit, words } = view;
  const field = anyField(change.unknown, view);
  if (!field) return html`${change.unknown}`;
  const n = numberOfBill(change.unknown, visit.draft);
  const what = words.say("row-answer", {
    question: field.label,
    answer: amongText(change.value, change.among, field, view),
  });
  const bill = n > 0 ? ` (${words.say("different-of-bill", { n })})` : "";
  if (change.action === null) return html`${what}${bill}`;
  const by =
    change.action === "enrol" && field.kind === "date" && typeof change.among.at_most === "string"
      ? change.among.at_most
      : null;
  return by === null
    ? html`<b>${words.say(`action-${change.action}`)}</b>${words.say("colon")}${what}${bill}`
    : html`<b>${words.say("action-enrol-by", { date: by })}</b>`;
}
