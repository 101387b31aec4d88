/** A question: its words, its mistake if there is one, its control, and "I don't know". */

import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { FactValue } from "../../package/types";
import { asksForBirth, birthDate, dayMatters } from "./birth-date";
import { type Control, checkboxes, choices, dateParts, nothingToChoose, pickList, textInput } from "./controls";
import { type Field, fieldOf } from "./fields";
import { problemText } from "./problem";
import { fieldId, type View } from "./view";

/** More options than this are a list to open, not a wall of buttons. */
const MOST_RADIOS = 9;

/** Several, each by its name: the elements stay with their question when others come and go. */
export function questions(keys: string[], view: View, noteOf?: (key: string) => string): TemplateResult {
  return html`${repeat(
    keys,
    (key) => key,
    (key) => {
      const field = fieldOf(key, view);
      return field ? question(field, view, "form", noteOf?.(key)) : nothing;
    },
  )}`;
}

export function question(field: Field, view: View, place = "form", note = ""): TemplateResult {
  const id = fieldId(field.key, place);
  const mistakes = view.visit.problemsOf(field.key);
  const described = [field.hint ? `${id}-hint` : "", mistakes.length > 0 ? `${id}-error` : ""]
    .filter(Boolean)
    .join(" ");
  const control: Control = {
    id,
    field,
    words: view.words,
    described,
    wrong: mistakes.length > 0,
    value: view.visit.get(field.key),
    set: (value: FactValue | undefined) => view.visit.set(field.key, value),
  };
  const isGroup = grouped(field);
  const help = html`
    ${field.hint ? html`<p class="hint" id="${id}-hint">${field.hint}</p>` : nothing}
    ${note ? html`<p class="hint gain">${note}</p>` : nothing}
    ${dayMatters(field, view)}
    ${
      mistakes.length > 0
        ? html`<p class="error"
            id="${id}-error">${mistakes.map(
              ({ problem }) => html`<span>${problemText(problem, view.words, control.value)}</span>`,
            )}</p>`
        : nothing
    }`;
  const classes = `question ${mistakes.length > 0 ? "wrong" : ""}`;
  const badge = field.badge ? html`<span class="badge">${field.badge}</span>` : nothing;
  return isGroup
    ? html`<fieldset class=${classes} data-field=${field.key} aria-describedby=${described || nothing}>
        <legend>${field.label}${badge}</legend>${help}${controlOf(control)}</fieldset>`
    : html`<div class=${classes} data-field=${field.key}>
        <label class="label" for=${id}>${field.label}${badge}</label>${help}${controlOf(control)}</div>`;
}

/** Whether several controls make up the answer, which then need a common name. */
function grouped(field: Field): boolean {
  if (field.kind === "date" || field.kind === "set") return true;
  return field.options.length > 0 && field.options.length <= MOST_RADIOS;
}

/** A choice may be without options, where a region has nothing to choose from. */
const isChoice = ({ kind, options }: Field): boolean => options.length > 0 || kind === "choice" || kind === "yes_no";

function controlOf(control: Control): TemplateResult {
  const { field } = control;
  if (asksForBirth(field)) return birthDate(control);
  if (field.kind === "date") return dateParts(control);
  if (field.kind === "set") return checkboxes(control);
  if (field.options.length > MOST_RADIOS) return pickList(control);
  if (field.options.length > 0) return choices(control);
  return isChoice(field) ? nothingToChoose(control) : textInput(control);
}
