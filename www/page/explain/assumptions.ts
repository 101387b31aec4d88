/** What we assumed, each where it can be changed. */

import { html, nothing, type TemplateResult } from "lit";
import type { Estimate, ReadingDescription } from "../../package/types";
import { fieldOf } from "../view/fields";
import { question } from "../view/question";
import type { View } from "../view/view";
import { yearsOf } from "../visit/year-before";

export function assumptions(estimate: Estimate, view: View): TemplateResult {
  return html`<ul>${assumptionLines(view).map((line) => html`<li>${line}</li>`)}</ul>
    ${changeYears(view)}
    ${readingsInUse(estimate, view).map((reading) => readingLine(reading, view))}`;
}

/** "Nothing was paid before" is changed in the form, where the year is asked about. */
function changeYears({ visit, words, goTo }: View): TemplateResult {
  return html`${yearsOf(visit.request).map(
    (year) => html`<p><button type="button" class="quiet" @click=${() => goTo(`${year}/before`)}>
    ${words.say("assume-before-change", { year })}</button></p>`,
  )}`;
}

const FIXED = ["assume-year", "assume-order", "assume-layers", "assume-round", "assume-in-scope"];

/** What holds for every answer, in sentences. Of the year before these bills nothing is assumed where it was given. */
export function assumptionLines({ words, visit }: View): string[] {
  const before = visit.request?.year_to_date ? [] : [words.say("assume-before")];
  return [words.say("assume-today", { date: visit.askedOn }), ...before, ...FIXED.map((id) => words.say(id))];
}

function readingsInUse(estimate: Estimate, { description }: View): ReadingDescription[] {
  const live = new Set(estimate.programmes.filter(({ verdict }) => verdict !== "does_not_apply").map(({ id }) => id));
  return description.readings.filter(({ programme }) => live.has(programme));
}

/** An assumption that can be changed where it stands. */
function readingLine(reading: ReadingDescription, view: View): TemplateResult {
  const { words, visit } = view;
  const chosen = visit.get(reading.id) ?? reading.preferred;
  const option = reading.options.find(({ id }) => id === chosen);
  const field = fieldOf(reading.id, view);
  const name = words.text(reading.text);
  return html`<details class="more"><summary>${words.say("assume-reading", {
    name,
    option: option ? words.text(option.text) : String(chosen),
  })}</summary>
    ${field ? question(field, view, "assumed") : nothing}</details>`;
}
