/** What an answer takes for granted, as chips: each opens its question where it stands. */

import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { Assumed, Estimate } from "../../package/types";
import { valueText } from "./answer-text";
import { anyField } from "./any-field";
import type { Field } from "./fields";
import { ofWhich } from "./names";
import { question } from "./question";
import { isRange } from "./range";
import { fieldId, type View } from "./view";

/** Of the deductible of care elsewhere: the one of the area of the insurance. */
const AS_AT_HOME = "as_at_home";

/** More than these come folded. */
const FEW = 4;

type Chip = Pick<Assumed, "unknown" | "value">;

/** What the page goes by comes first, then what the core does; the latter matters only where there is a range. */
export function assumedChips(estimate: Estimate, view: View): TemplateResult | typeof nothing {
  const { words, visit } = view;
  const assumed: Chip[] = [...visit.takenForGranted, ...(isRange(estimate) ? estimate.assumed : [])];
  const all = [...justAnswered(assumed, view), ...assumed]; // before the fold, whatever else is assumed by now
  const shown = all.filter(({ unknown }) => anyField(unknown, view) !== null);
  if (shown.length === 0) return nothing;
  const list = (chips: Chip[]): TemplateResult =>
    html`<ul class="plain chips">${repeat(
      chips,
      ({ unknown }) => unknown,
      (assumed) => chip(assumed, view),
    )}</ul>`;
  const rest = shown.slice(FEW);
  return html`<div class="assumed"><p class="remarks">${words.say("assumed-intro")}</p>${list(shown.slice(0, FEW))}${
    rest.length > 0
      ? html`<details class="more"><summary>${words.say("assumed-more", {
          n: rest.length,
        })}</summary>${list(rest)}</details>`
      : nothing
  }</div>`;
}

const PLACE = "chip";
const OPEN = "chip ";

/** A question that is open stays so when it is answered: an arrow key is an answer, too. */
function justAnswered(assumed: Chip[], { visit }: View): Chip[] {
  const open = visit.whatIf.wantedOf(OPEN).filter((unknown) => assumed.every((chip) => chip.unknown !== unknown));
  return open.flatMap((unknown) => {
    const value = visit.get(unknown);
    return value === undefined || value === null
      ? []
      : [{ unknown, value: Array.isArray(value) ? value : String(value) }];
  });
}

function chip({ unknown, value }: Chip, view: View): TemplateResult {
  const { visit, words } = view;
  const name = OPEN + unknown;
  const open = visit.whatIf.isWanted(name);
  const id = fieldId(unknown, `${PLACE}-box`);
  return html`<li class=${open ? "open" : ""}><button type="button" class="chip"
      aria-expanded=${open ? "true" : "false"}
      aria-controls=${id} @click=${() => visit.whatIf.want(name, !open)}>${words.say("assumed-chip", {
        label: labelOf(unknown, view) + ofWhich(unknown, view),
        value: told(value, unknown, view),
      })}</button>
    <div id=${id} ?hidden=${!open}>${
      open ? fieldsOf(unknown, view).map((field) => question(field, view, PLACE)) : nothing
    }</div></li>`;
}

/** What is open together is asked together: where neither part is given, `self_paid` stands for both. */
function fieldsOf(unknown: string, view: View): Field[] {
  const keys = standsForBoth(unknown, view) ? [unknown, advanceOf(unknown)] : [unknown];
  return keys.map((key) => anyField(key, view)).filter((field) => field !== null);
}

const advanceOf = (unknown: string): string => unknown.replace(/self_paid$/, "advance");

const standsForBoth = (unknown: string, { visit }: View): boolean =>
  unknown.endsWith("/self_paid") && visit.get(advanceOf(unknown)) == null;

function labelOf(unknown: string, view: View): string {
  if (standsForBoth(unknown, view)) return view.words.say("assumed-out-of-scope");
  return (anyField(unknown, view)?.label ?? "").replace(/[?？]$/, "");
}

/** The value in words. */
function told(value: Assumed["value"], unknown: string, view: View): string {
  const { words } = view;
  const field = anyField(unknown, view);
  const amount = (text: string): string => (field?.kind === "rate" ? words.rate(text) : words.money(text));
  if (typeof value === "boolean") return words.say(value ? "yes" : "no");
  if (typeof value === "string")
    return field?.options.length === 0 ? valueText(value, field, view) : optionLabel(value, unknown, view);
  if (Array.isArray(value)) return value.length === 0 ? words.say("none-of-these") : words.list(value);
  if (value.low === value.high) return amount(value.low);
  return words.say("assumed-between", { low: amount(value.low), high: amount(value.high) });
}

function optionLabel(value: string, unknown: string, view: View): string {
  if (value === AS_AT_HOME) return view.words.say("assumed-as-at-home");
  return anyField(unknown, view)?.options.find((option) => option.value === value)?.label ?? value;
}
