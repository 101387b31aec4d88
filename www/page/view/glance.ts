/** The one thing to do next, where the answer is read first; everything to do stands further down. */

import { html, type TemplateResult } from "lit";
import type { Estimate, ProgrammeAnswer } from "../../package/types";
import { isNothing } from "./amounts";
import { untilThen } from "./deadlines";
import { firstStep } from "./first-step";
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
  if (due) return words.programme(due.id) + words.say("colon") + untilThen(due, view);
  const step = firstStepOfPaying(programmes, view);
  return step === "" ? words.say("hotline") : step;
}

function firstStepOfPaying(programmes: ProgrammeAnswer[], view: View): string {
  const paying = programmes.filter(({ paid, verdict }) => verdict !== "does_not_apply" && !isNothing(paid));
  return paying.map(({ id }) => firstStep(id, view)).find((step) => step !== "") ?? "";
}
