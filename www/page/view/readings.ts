/** A clause that can honestly be understood in several ways: one sentence that says what each would bring. */

import { html, nothing, type TemplateResult } from "lit";
import type { Amount, Estimate, ReadingDescription } from "../../package/types";
import type { UnderReading } from "../visit/what-if";
import { amountText, isNothing } from "./amounts";
import { fieldId, type View } from "./view";

/** Its name among what is asked on demand. */
const READINGS = "readings";

export function readingNotes(estimate: Estimate, view: View): TemplateResult | typeof nothing {
  const { visit, words } = view;
  const { request, whatIf } = visit;
  const readings = inDoubt(estimate, view);
  if (!request || readings.length === 0) return nothing;
  if (!whatIf.quick && !whatIf.isWanted(READINGS)) {
    return section(
      readings.length,
      html`<button type="button" class="secondary"
          @click=${() => whatIf.want(READINGS, true)}>${words.say("doubt-compute")}</button>`,
      view,
    );
  }
  const notes = readings.flatMap((reading) => {
    const under = whatIf.readings(
      request,
      reading.id,
      reading.options.map(({ id }) => id),
    );
    return under && differ(under) ? [note(reading, under, view)] : [];
  });
  return notes.length === 0 ? nothing : section(notes.length, html`${notes}`, view);
}

function section(n: number, content: TemplateResult, { words }: View): TemplateResult {
  return html`<section class="in-doubt" aria-labelledby="in-doubt-title">
    <h3 id="in-doubt-title">${words.say("doubt-title", { n })}</h3>${content}</section>`;
}

function note(reading: ReadingDescription, under: UnderReading[], view: View): TemplateResult {
  const { visit, words, goTo } = view;
  const go = (event: Event): void => {
    event.preventDefault();
    visit.ask(reading.id);
    goTo(reading.id);
  };
  return html`<p><b>${words.text(reading.text)}</b>${words.say("colon")}${sentence(reading, under, view)}
    <a href="#${fieldId(reading.id)}" @click=${go}>${words.say("doubt-choose")}</a></p>`;
}

/** Readings of what applies or may apply: open ones, and those that the resident chose. */
function inDoubt({ programmes, questions }: Estimate, { visit, description }: View): ReadingDescription[] {
  const live = new Set(
    programmes.filter(({ verdict, paid }) => verdict !== "does_not_apply" && !isNothing(paid)).map(({ id }) => id),
  );
  return description.readings.filter(
    ({ id, programme }) =>
      live.has(programme) && (visit.get(id) !== undefined || questions.some(({ unknown }) => unknown === id)),
  );
}

function sentence(reading: ReadingDescription, under: UnderReading[], { words }: View): string {
  const parts = under.map(({ option, paid, allowances }) => {
    const text = reading.options.find(({ id }) => id === option)?.text;
    const amount = amountText(isNothing(allowances) ? paid : allowances, words);
    return words.say(option === reading.preferred ? "doubt-option-preferred" : "doubt-option", {
      option: text ? words.text(text) : option,
      amount,
    });
  });
  return parts.join(words.say("separator")) + words.say("stop");
}

function differ(under: UnderReading[]): boolean {
  const text = ({ low, high }: Amount): string => `${low} ${high}`;
  return new Set(under.map(({ paid, allowances }) => text(paid) + text(allowances))).size > 1;
}
