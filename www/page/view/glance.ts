/** The one thing to do next, where the answer is read first; everything to do stands further down. */

import { html, type TemplateResult } from "lit";
import type { Estimate, ProgrammeAnswer } from "../../package/types";
import { isNothing } from "./amounts";
import { deadlineText } from "./deadlines";
import { focusOn } from "./focus";
import type { View } from "./view";

export function glance(estimate: Estimate, view: View): TemplateResult {
  const { words } = view;
  const go = (event: Event): void => {
    event.preventDefault();
    focusOn((event.currentTarget as Element).closest(".answer")?.querySelector("#next-title") ?? null);
  };
  return html`<p class="glance"><b>${words.say("glance-title")}</b> ${mostPressing(estimate, view)}
    <a href="#next-title" @click=${go}>${words.say("glance-more")}</a></p>`;
}

/** A day that must not be missed, else the first step of what pays. */
function mostPressing({ programmes }: Estimate, view: View): string {
  const { words } = view;
  const due = programmes
    .filter(({ verdict, days_left: left }) => verdict !== "does_not_apply" && left !== undefined && left >= 0)
    .sort((a, b) => (a.days_left ?? 0) - (b.days_left ?? 0))[0];
  if (due) return words.programme(due.id) + words.say("colon") + deadlineText(due, words);
  const step = firstStep(programmes, view);
  return step === "" ? words.say("hotline") : step;
}

function firstStep(programmes: ProgrammeAnswer[], { words, description }: View): string {
  const paying = programmes.filter(({ paid, verdict }) => verdict !== "does_not_apply" && !isNothing(paid));
  const steps = paying.map(({ id }) => description.programmes.find((one) => one.id === id)?.next_steps);
  const next = steps.find((step) => step !== undefined);
  return next ? firstSentence(words.text(next)) : "";
}

const firstSentence = (text: string): string => /^.*?[。!?]|^.*?[.](?=\s|$)/.exec(text)?.[0] ?? text;
