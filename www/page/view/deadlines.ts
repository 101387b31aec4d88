/** Last days that must not be missed, above everything else that can be read later. */

import { html, nothing, type TemplateResult } from "lit";
import type { Estimate, ProgrammeAnswer } from "../../package/types";
import type { Words } from "../words/words";
import { isNothing, span } from "./amounts";
import { firstStep } from "./first-step";
import type { View } from "./view";

export function deadlines(estimate: Estimate, view: View): TemplateResult | typeof nothing {
  const { words } = view;
  const due = estimate.programmes.filter(
    ({ last_day, verdict, days_left }) =>
      last_day !== undefined && verdict !== "does_not_apply" && days_left !== undefined && days_left >= 0,
  );
  if (due.length === 0) return nothing;
  return html`<section class="deadlines" aria-labelledby="deadlines-title">
    <h3 id="deadlines-title">${words.say("deadlines-title")}</h3>
    <ul class="plain">${due.map(
      (answer) => html`<li>
      <b>${words.programme(answer.id)}</b><br>${untilThen(answer, view)}</li>`,
    )}</ul>
  </section>`;
}

/** A day alone says too little: what is to be done by then, the day, and what hangs on it. */
export function untilThen(answer: ProgrammeAnswer, view: View): string {
  const { words } = view;
  const day = deadlineText(answer, words) + words.say("stop");
  return [firstStep(answer.id, view), day, paidInTime(answer, view)]
    .filter(Boolean)
    .join(words.lang === "zh" ? "" : " ");
}

const ENROLLED = "enrolled_and_paid_on";

/** What is paid of the bills if it is done today, where it was not done yet or nobody said when. */
function paidInTime({ findings }: ProgrammeAnswer, { visit, words }: View): string {
  const { request, whatIf } = visit;
  const hangs = findings.some(({ truth, read }) => truth === "unknown" && read.includes(ENROLLED));
  if (!hangs || !request?.expenses) return "";
  const paid = whatIf.paidIf(request, ENROLLED, visit.askedOn);
  if (!paid || isNothing(paid)) return "";
  const { low, high } = span(paid.typical ?? paid, words);
  return words.say(low === high ? "deadline-paid-about" : "deadline-paid", { low, high });
}

/** `days_left` is given while the day has not passed. */
export function deadlineText({ last_day: date, days_left: days }: ProgrammeAnswer, words: Words): string {
  if (date === undefined) return "";
  return words.say("deadline", { date, when: daysText(days, words) });
}

function daysText(days: number | undefined, words: Words): string {
  if (days === undefined || days < 0) return words.say("deadline-past");
  return days === 0 ? words.say("deadline-today") : words.say("deadline-left", { days });
}
