/** What stands below the benefits: what to do, what we assumed, and on what documents. */

import { html, nothing, type TemplateResult } from "lit";
import type { Estimate, ProgrammeAnswer, ReadingDescription } from "../../package/types";
import { isMeant, meantFirst } from "../visit/situation";
import { yearsOf } from "../visit/year";
import { fieldOf } from "./fields";
import { question } from "./question";
import type { View } from "./view";

/** Of what applies; what only may apply says its steps beside its open questions. */
export function nextSteps(estimate: Estimate, { visit, words, description }: View): TemplateResult {
  // Of what has nothing to do with these bills there is nothing to do now.
  const about = ({ kind, lines }: ProgrammeAnswer): boolean => estimate.expenses.length === 0 || kind !== "reimbursement" || lines.length > 0;
  const applies = new Set(estimate.programmes.filter((answer) => answer.verdict === "applies" && about(answer)).map(({ id }) => id));
  const steps = meantFirst(description.programmes.filter(({ id, next_steps: next }) => applies.has(id) && next !== undefined),
    (programme) => isMeant(visit.situation, programme));
  return html`<section class="next" aria-labelledby="next-title">
    <h3 id="next-title">${words.say("next-steps-title")}</h3>
    ${steps.map(({ name, next_steps: next }) => html`<p><b>${words.text(name, description)}</b><br>${next ? words.text(next, description) : nothing}</p>`)}
    <p>${words.say("hotline")}</p>
    <p><a class="call" href="tel:12393">${words.say("hotline-call")}</a></p>
  </section>`;
}

export function assumptions(estimate: Estimate, view: View): TemplateResult {
  const { words } = view;
  return html`<details class="more"><summary>${words.say("assumptions-title")}</summary>
    <ul>${assumptionLines(view).map((line) => html`<li>${line}</li>`)}</ul>
    ${changeYears(view)}
    ${readingsInUse(estimate, view).map((reading) => readingLine(reading, view))}
  </details>`;
}

/** "Nothing was paid before" is changed in the form, where the year is asked about. */
function changeYears({ visit, words, goTo }: View): TemplateResult {
  return html`${yearsOf(visit.request).map((year) => html`<p><button type="button" class="quiet" @click=${() => goTo(`${year}/before`)}>
    ${words.say("assume-before-change", { year })}</button></p>`)}`;
}

const FIXED = ["assume-year", "assume-order", "assume-layers", "assume-round", "assume-in-scope"];

/** What holds for every answer, in sentences. Of the year before these bills nothing is assumed where it was given. */
export function assumptionLines({ words, visit }: View): string[] {
  const before = visit.request?.year_to_date ? [] : [words.say("assume-before")];
  return [words.say("assume-today", { date: visit.askedOn }), ...before, ...FIXED.map((id) => words.say(id))];
}

export function readingsInUse(estimate: Estimate, { description }: View): ReadingDescription[] {
  const live = new Set(estimate.programmes.filter(({ verdict }) => verdict !== "does_not_apply").map(({ id }) => id));
  return description.readings.filter(({ programme }) => live.has(programme));
}

/** An assumption that can be changed where it stands. */
function readingLine(reading: ReadingDescription, view: View): TemplateResult {
  const { words, description, visit } = view;
  const chosen = visit.get(reading.id) ?? reading.preferred;
  const option = reading.options.find(({ id }) => id === chosen);
  const field = fieldOf(reading.id, view);
  const name = words.text(reading.text, description);
  return html`<details class="more"><summary>${words.say("assume-reading", { name, option: option ? words.text(option.text, description) : String(chosen) })}</summary>
    ${field ? question(field, view, "assumed") : nothing}</details>`;
}

export function notes({ words, description }: View): TemplateResult | typeof nothing {
  if (description.notes.length === 0) return nothing;
  return html`<details class="more"><summary>${words.say("section-notes")}</summary>
    <ul>${description.notes.map(({ text }) => html`<li>${words.text(text, description)}</li>`)}</ul></details>`;
}
