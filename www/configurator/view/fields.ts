/** The configurator's questions, in the page's own look. */

import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";

export interface Field {
  id: string;
  label: string;
  hint?: string;
  wrong?: string;
}
export interface Option {
  value: string;
  label: string;
  note?: string;
}

const valueIn = (event: Event): string => (event.target as HTMLInputElement | HTMLSelectElement).value;

const described = ({ id, hint, wrong }: Field): string | typeof nothing =>
  [hint && `${id}-hint`, wrong && `${id}-wrong`].filter(Boolean).join(" ") || nothing;

const notes = ({ id, hint, wrong }: Field): TemplateResult => html`
  ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing}
  ${wrong ? html`<p class="error" id="${id}-wrong">${wrong}</p>` : nothing}`;

export function pickOne(field: Field, options: Option[], now: string, set: (value: string) => void): TemplateResult {
  return html`<div class="question"><label class="label" for=${field.id}>${field.label}</label>${notes(field)}
    <select id=${field.id} aria-describedby=${described(field)} @change=${(event: Event) => set(valueIn(event))}>
      ${options.map(
        ({ value, label }) => html`<option value=${value}
          .selected=${live(value === now)}>${label}</option>`,
      )}
    </select></div>`;
}

export function radios(field: Field, options: Option[], now: string, set: (value: string) => void): TemplateResult {
  const short = options.every(({ note }) => !note);
  return html`<fieldset class="question"><legend>${field.label}</legend>${notes(field)}
    <div class="options ${short ? "in-a-row" : ""}">${options.map(
      ({ value, label, note }) => html`<label class="option">
      <input type="radio" name=${field.id} value=${value} .checked=${live(value === now)} @change=${() => set(value)}>
      <span>${label}${note ? html`<small>${note}</small>` : nothing}</span></label>`,
    )}</div></fieldset>`;
}

/** What is typed counts when the field is left. `beside` stands next to it. */
export function typed(
  field: Field,
  now: string,
  set: (value: string) => void,
  beside: TemplateResult | typeof nothing = nothing,
): TemplateResult {
  const input = html`<input type="text" id=${field.id} .value=${now} autocomplete="off" spellcheck="false"
      autocapitalize="off"
    aria-describedby=${described(field)} aria-invalid=${field.wrong ? "true" : nothing}
        @change=${(event: Event) => set(valueIn(event).trim())}>`;
  return html`<div class="question ${field.wrong ? "wrong" : ""}"><label class="label"
      for=${field.id}>${field.label}</label>${notes(field)}
    ${beside === nothing ? input : html`<div class="colour">${input}${beside}</div>`}</div>`;
}

export function tick(label: string, note: string, now: boolean, set: (value: boolean) => void): TemplateResult {
  return html`<label class="option"><input type="checkbox" .checked=${live(now)}
      @change=${(event: Event) => set((event.target as HTMLInputElement).checked)}>
    <span>${label}${note ? html`<small>${note}</small>` : nothing}</span></label>`;
}
