/** "Has anything been paid earlier this year?": nothing is what we assume; whoever says otherwise is asked what can matter. */

import { fieldId, html, live, nothing, question, repeat, type Template, yearsOf } from "../more/page";
import type { Field } from "../view/fields";
import type { View } from "../view/view";

export function yearsSection(view: View): Template | typeof nothing {
  const years = view.visit.problems.length > 0 && !view.visit.estimate ? [] : yearsOf(view.visit.request);
  return years.length === 0 ? nothing : html`${years.map((year) => yearQuestion(year, view))}`;
}

function yearQuestion(year: string, view: View): Template {
  const { visit, words } = view;
  const key = `${year}/before`;
  const id = fieldId(key);
  const yes = visit.get(key) === true;
  const radio = (value: boolean, at: string, label: string): Template => html`<label class="option" for=${at}>
    <input type="radio" id=${at} name=${id} .checked=${live(yes === value)} @change=${() => visit.set(key, value)}><span>${label}</span></label>`;
  return html`<fieldset class="question year" data-field=${key} aria-describedby="${id}-hint">
      <legend>${words.say("year-before", { year })}</legend>
      <p class="hint" id="${id}-hint">${words.say("year-before-hint")}</p>
      <div class="options">${radio(false, `${id}-no`, words.say("year-before-no"))}${radio(true, id, words.say("year-before-yes"))}</div>
    </fieldset>
    ${yes ? held(year, view) : nothing}`;
}

function held(year: string, view: View): Template {
  const { visit, words } = view;
  const keys = visit.yearKeys(year);
  return html`<div class="held" role="group" aria-label=${words.say("year-held", { year })}>
    <p class="hint" role="status">${words.say(keys === null ? "computing" : keys.length > 0 ? "year-held-hint" : "year-held-nothing")}</p>
    ${repeat(
      keys ?? [],
      (key) => key,
      (key) => question(yearField(key, view), view),
    )}</div>`;
}

export function yearField(key: string, { words, description }: Pick<View, "words" | "description">): Field {
  const [year = "", member = "", ...rest] = key.split("/");
  const common = { key, suggested: [], unknowable: false, options: [] };
  if (member === "before") {
    const options = [
      { value: "true", label: words.say("year-before-yes") },
      { value: "false", label: words.say("year-before-no") },
    ];
    return { ...common, kind: "yes_no", label: words.say("year-before", { year }), options };
  }
  const described = description.programmes.find(({ id }) => id === rest.join("/"));
  const programme = described ? words.text(described.name, description) : rest.join("/");
  return {
    ...common,
    kind: member === "admissions" ? "whole_number" : "money",
    label: words.say(`year-${member}`, { year, programme }),
    hint: words.say(`year-${member}-hint`),
  };
}
