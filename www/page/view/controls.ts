/**
 * The controls of a form. Text fields speak up when they are left, not at every key: an amount half typed is no amount.
 * They are bound without `live`, so that drawing the page again never takes away what is being typed.
 */

import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { FactValue } from "../../package/types";
import * as typed from "../visit/typed";
import type { Words } from "../words/words";
import type { Field, Option } from "./fields";

export interface Control {
  id: string;
  field: Field;
  words: Words;
  value: FactValue | undefined;
  /** Ids of the hint and the mistake, for the control's description. */
  described: string;
  wrong: boolean;
  set(value: FactValue | undefined): void;
}

/** A choice of which this place has none. */
export const nothingToChoose = ({ words }: Control): TemplateResult => html`<p>${words.say("no-options")}</p>`;

const isChecked = (event: Event): boolean => (event.target as HTMLInputElement).checked;
const valueIn = (event: Event): string => (event.target as HTMLInputElement | HTMLSelectElement).value;

// ------------------------------------------------------------------------------------------ one of a few

export function choices(control: Control): TemplateResult {
  const { field, words } = control;
  const options = field.unknowable
    ? [...field.options, { value: UNKNOWN, label: words.say("unknown") }]
    : field.options;
  const short = options.every(({ label, note }) => label.length <= 12 && !note) && options.length <= 4;
  return html`<div class="options ${short ? "in-a-row" : ""}">
    ${options.map((option, i) => radio(control, option, i))}
  </div>`;
}

/** Stands for `null` among the options: no fact has an empty value. */
const UNKNOWN = "";

function radio(control: Control, { value, label, note }: Option, i: number): TemplateResult {
  const id = i === 0 ? control.id : `${control.id}-${i}`;
  return html`<label class="option" for=${id}>
    <input type="radio" id=${id} name=${control.id} value=${value} .checked=${live(stored(control.value) === value)}
      aria-invalid=${control.wrong ? "true" : nothing}
      @change=${() => control.set(parsed(value, control.field))}>
    <span>${label}${note ? html`<small>${note}</small>` : nothing}</span>
  </label>`;
}

/** A fact as the text of its option. */
function stored(value: FactValue | undefined): string | undefined {
  if (value === null) return UNKNOWN;
  return value === undefined ? undefined : String(value);
}

function parsed(value: string, field: Field): FactValue {
  if (value === UNKNOWN) return null;
  if (field.kind === "yes_no") return value === "true";
  return field.kind === "whole_number" ? Number(value) : value;
}

/** One of many. */
export function pickList(control: Control): TemplateResult {
  const { field, words, id } = control;
  const now = stored(control.value);
  const option = (value: string, label: string, chosen: boolean): TemplateResult =>
    html`<option value=${value} .selected=${live(chosen)}>${label}</option>`;
  return html`<select id=${id} aria-describedby=${control.described || nothing}
      aria-invalid=${control.wrong ? "true" : nothing}
      @change=${(event: Event) => {
        const value = valueIn(event);
        control.set(value === "?" ? undefined : parsed(value, field));
      }}>
    ${option("?", words.say("choose"), now === undefined)}
    ${field.options.map(({ value, label }) => option(value, label, now === value))}
    ${field.unknowable ? option(UNKNOWN, words.say("unknown"), now === UNKNOWN) : nothing}
  </select>`;
}

// ------------------------------------------------------------------------------------------ any of several

/** A set that is given is complete, so "none of these" is an answer and no tick at all is none. */
export function checkboxes(control: Control): TemplateResult {
  const { field, words, value, set } = control;
  const chosen = Array.isArray(value) ? value : [];
  const toggle = (option: string, on: boolean): void => {
    const next = field.options
      .map((entry) => entry.value)
      .filter((entry) => (entry === option ? on : chosen.includes(entry)));
    set(next.length > 0 ? next : undefined);
  };
  return html`<div class="options">
    ${field.options.map((option, i) =>
      tick(control, i, option.label, chosen.includes(option.value), (on) => toggle(option.value, on)),
    )}
    ${tick(control, "none", words.say("none-of-these"), Array.isArray(value) && value.length === 0, (on) =>
      set(on ? [] : undefined),
    )}
    ${tick(control, "unknown", words.say("unknown"), value === null, (on) => set(on ? null : undefined))}
  </div>`;
}

function tick(
  control: Control,
  place: number | string,
  label: string,
  on: boolean,
  change: (on: boolean) => void,
): TemplateResult {
  const id = place === 0 ? control.id : `${control.id}-${place}`;
  return html`<label class="option" for=${id}>
    <input type="checkbox" id=${id} .checked=${live(on)} @change=${(event: Event) => change(isChecked(event))}>
    <span>${label}</span>
  </label>`;
}

// ------------------------------------------------------------------------------------------ typed

interface Kind {
  read(text: string): FactValue;
  show(value: string): string;
  unit?: string;
  mode: "decimal" | "numeric";
}

const kinds: Record<"money" | "rate" | "whole_number" | "count", Kind> = {
  money: { read: typed.money, show: typed.shownMoney, unit: "unit-yuan", mode: "decimal" },
  rate: { read: typed.rate, show: typed.shownRate, unit: "unit-percent", mode: "decimal" },
  whole_number: { read: typed.wholeNumber, show: String, mode: "numeric" },
  /** A value that is a number of something: policies and requests write it as text. */
  count: { read: (text) => String(typed.wholeNumber(text)), show: String, mode: "numeric" },
};

export function textInput(control: Control): TemplateResult {
  const { id, field, words, value } = control;
  const kind = kinds[field.kind as keyof typeof kinds];
  const shown = value === null || value === undefined ? "" : kind.show(String(value));
  const commit = (event: Event): void => {
    const text = typed.seen(valueIn(event)).trim();
    const next = text === "" ? undefined : kind.read(text);
    if (next === undefined && control.value === null) return; // still "I don't know"
    control.set(next);
    if (next !== undefined) (event.target as HTMLInputElement).value = kind.show(String(next));
  };
  return html`<div class="typed">
      <span class="with-unit">
        <input type="text" id=${id} class=${field.kind} inputmode=${kind.mode} autocomplete="off" .value=${shown}
          aria-describedby=${control.described || nothing} aria-invalid=${control.wrong ? "true" : nothing}
              @change=${commit}>
        ${kind.unit ? html`<span class="unit" aria-hidden="true">${words.say(kind.unit)}</span>` : nothing}
      </span>
      ${unknownTick(control)}
    </div>
    ${suggestions(control, kind)}`;
}

export function unknownTick(control: Control): TemplateResult | typeof nothing {
  if (!control.field.unknowable) return nothing;
  return tick(control, "unknown", control.words.say("unknown"), control.value === null, (on) =>
    control.set(on ? null : undefined),
  );
}

function suggestions(control: Control, kind: Kind): TemplateResult | typeof nothing {
  const { field, words } = control;
  if (field.suggested.length === 0) return nothing;
  const show = (value: string): string => {
    if (field.kind === "count") return value;
    return field.kind === "rate" ? words.rate(value) : words.money(value);
  };
  return html`<p class="suggested"><span>${words.say("suggested")}</span>
    ${field.suggested.map(
      (value) => html`<button type="button" class="quiet" @click=${() => control.set(kind.read(kind.show(value)))}>
      ${words.say("suggested-use", { value: show(value) })}</button>`,
    )}</p>`;
}

// ------------------------------------------------------------------------------------------ dates

/**
 * Three plain fields: a date of birth is quicker to type than to find in a calendar, and a slip is not lost silently.
 */
export function dateParts(control: Control): TemplateResult {
  const { id, words, value } = control;
  const text = typeof value === "string" && value !== NOT_YET ? value : "";
  const [year = "", month = "", day = ""] = text.split("-");
  const part = (name: "year" | "month" | "day", shown: string): TemplateResult => {
    const partId = name === "year" ? id : `${id}-${name}`;
    return html`<label class="date-part" for=${partId}>
      <input type="text" id=${partId} class=${name} inputmode="numeric" autocomplete="off" .value=${shown}
        aria-describedby=${control.described || nothing} aria-invalid=${control.wrong ? "true" : nothing}>
      <span>${words.say(`unit-${name}`)}</span></label>`;
  };
  return html`<div class="date" @change=${(event: Event) => commitDate(event, control, false)}
      @focusout=${(event: FocusEvent) => commitDate(event, control, leaves(event))}>
      ${part("year", year)}${part("month", month.replace(/^0/, ""))}${part("day", day.replace(/^0/, ""))}
    </div>
    ${notYet(control)}${unknownTick(control)}`;
}

const NOT_YET = "not_yet";
const leaves = (event: FocusEvent): boolean =>
  !(event.currentTarget as Element).contains(event.relatedTarget as Node | null);

/** A date counts once it is whole, or once the resident has gone on to something else. */
function commitDate(event: Event, control: Control, left: boolean): void {
  const inputs = [...(event.currentTarget as Element).querySelectorAll("input")];
  const [year = "", month = "", day = ""] = inputs.map((input) => input.value.trim());
  const empty = !year && !month && !day;
  if (empty && (control.value === undefined || control.value === null || control.value === NOT_YET)) return;
  const next = typed.date(year, month, day);
  if (empty) control.set(undefined);
  else if (left || !/^-|--|-$/.test(next)) control.set(next);
}

function notYet(control: Control): TemplateResult | typeof nothing {
  const option = control.field.options.find(({ value }) => value === NOT_YET);
  if (!option) return nothing;
  return tick(control, NOT_YET, option.label, control.value === NOT_YET, (on) => control.set(on ? NOT_YET : undefined));
}
