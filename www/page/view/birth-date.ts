/** The question for the birth date: three fields for the day, and one for those who would rather say their age. */

import { html, nothing, type TemplateResult } from "lit";
import { BIRTH, isAge } from "../visit/birth";
import { wholeNumber } from "../visit/typed";
import { type Control, dateParts, unknownTick } from "./controls";
import type { Field } from "./fields";
import type { View } from "./view";

export const asksForBirth = ({ key }: Field): boolean => key === BIRTH;

export function birthDate(control: Control): TemplateResult {
  const { field, value } = control;
  const day = { ...control, field: { ...field, unknowable: false }, value: isAge(value) ? undefined : value };
  return html`${dateParts(day)}${ageInput(control)}${unknownTick(control)}`;
}

function ageInput(control: Control): TemplateResult {
  const { id, value, words } = control;
  const shown = isAge(value) ? String(value) : "";
  const commit = (event: Event): void => {
    const text = (event.target as HTMLInputElement).value.trim();
    if (text !== "") control.set(wholeNumber(text));
    else if (isAge(value)) control.set(undefined);
  };
  return html`<label class="age" for="${id}-age"><span>${words.say("age-instead")}</span>
    <span class="with-unit"><input type="text" id="${id}-age" class="whole_number" inputmode="numeric"
        autocomplete="off" .value=${shown} aria-invalid=${control.wrong ? "true" : nothing} @change=${commit}>
      <span>${words.say("unit-age")}</span></span></label>`;
}

/** Where an age leaves the amount open, the day of birth is asked for. */
export function dayMatters({ key }: Field, { visit, words }: View): TemplateResult | typeof nothing {
  const matters =
    key === BIRTH && isAge(visit.get(key)) && visit.estimate?.questions.some((asked) => asked.unknown === key);
  return matters ? html`<p class="hint gain">${words.say("age-day-matters")}</p>` : nothing;
}
