/** Last days that must not be missed, above everything else that can be read later. */

import { html, nothing, type TemplateResult } from "lit";
import type { Estimate, ProgrammeAnswer } from "../../package/types";
import type { Words } from "../words/words";
import type { View } from "./view";

export function deadlines(estimate: Estimate, view: View): TemplateResult | typeof nothing {
  const { words, description } = view;
  const due = estimate.programmes.filter(({ last_day, verdict, days_left }) =>
    last_day !== undefined && verdict !== "does_not_apply" && (days_left ?? 0) >= 0);
  if (due.length === 0) return nothing;
  return html`<section class="deadlines" aria-labelledby="deadlines-title">
    <h3 id="deadlines-title">${words.say("deadlines-title")}</h3>
    <ul class="plain">${due.map((answer) => html`<li>
      <b>${nameOf(answer, view)}</b><br>${deadlineText(answer, words)}</li>`)}</ul>
  </section>`;

  function nameOf(answer: ProgrammeAnswer, { words: w }: View): string {
    const described = description.programmes.find(({ id }) => id === answer.id);
    return described ? w.text(described.name, description) : answer.id;
  }
}

export function deadlineText({ last_day, days_left }: ProgrammeAnswer, words: Words): string {
  if (last_day === undefined) return "";
  const left = days_left ?? 0;
  const when = left > 0 ? words.say("deadline-left", { days: left })
    : left === 0 ? words.say("deadline-today") : words.say("deadline-past", { days: -left });
  return words.say("deadline", { date: last_day, when });
}
