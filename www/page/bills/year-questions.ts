/**
 * "Has anything been paid earlier this year?": nothing is what we assume; whoever says otherwise is asked what can
 * matter.
 */

import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { repeat } from "lit/directives/repeat.js";
import { question } from "../view/question";
import type { View } from "../view/view";
import { fieldId } from "../view/view";
import { yearsOf } from "../visit/year-before";
import { yearField } from "./year-field";

export function yearsSection(view: View): TemplateResult | typeof nothing {
  const years = view.visit.problems.length > 0 && !view.visit.estimate ? [] : yearsOf(view.visit.request);
  return years.length === 0 ? nothing : html`${years.map((year) => yearQuestion(year, view))}`;
}

function yearQuestion(year: string, view: View): TemplateResult {
  const { visit, words } = view;
  const key = `${year}/before`;
  const id = fieldId(key);
  const yes = visit.get(key) === true;
  const radio = (value: boolean, at: string, label: string): TemplateResult => html`<label class="option" for=${at}>
    <input type="radio" id=${at} name=${id} .checked=${live(yes === value)}
        @change=${() => visit.set(key, value)}><span>${label}</span></label>`;
  return html`<fieldset class="question year" data-field=${key} aria-describedby="${id}-hint">
      <legend>${words.say("year-before", { year })}</legend>
      <p class="hint" id="${id}-hint">${words.say("year-before-hint")}</p>
      <div class="options">${radio(
        false,
        `${id}-no`,
        words.say("year-before-no"),
      )}${radio(true, id, words.say("year-before-yes"))}</div>
    </fieldset>
    ${yes ? held(year, view) : nothing}`;
}

function held(year: string, view: View): TemplateResult {
  const { visit, words } = view;
  const keys = visit.yearKeys(year);
  return html`<div class="held" role="group" aria-label=${words.say("year-held", { year })}>
    <p class="hint" role="status">${words.say(hintOf(keys))}</p>
    ${repeat(
      keys ?? [],
      (key) => key,
      (key) => question(yearField(key, view), view),
    )}</div>`;
}

function hintOf(keys: string[] | null): string {
  if (keys === null) return "computing";
  return keys.length > 0 ? "year-held-hint" : "year-held-nothing";
}
