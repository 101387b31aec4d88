/** The right-hand side: the sentence, who pays, every benefit, and what to know about it all. */

import { html, nothing, type TemplateResult } from "lit";
import type { Estimate } from "../../package/types";
import { payers } from "../bills/payers";
import { beforeGoing } from "../choice/before-going";
import { prices } from "../choice/prices";
import { frameProgrammes } from "../own/frame-values";
import { withPanels } from "../panels/lazy";
import { panelSections } from "../panels/sections";
import { readAloud } from "./aloud";
import { isZero } from "./amounts";
import { assumedChips } from "./assumed";
import { CHECK, hasAnswers } from "./check";
import { deadlines } from "./deadlines";
import { headline } from "./headline";
import { assumptionsFold, nextSteps, notes, sourcesFold } from "./notes";
import { onDemand } from "./on-demand";
import { programmes } from "./programmes";
import { isRange } from "./range";
import { readingNotes } from "./readings";
import type { View } from "./view";
import { waitingBills } from "./waiting";

/** Of a range: when it comes out lowest, when highest. */
function whenLowest(estimate: Estimate, view: View): TemplateResult {
  return onDemand(
    "extremes",
    view.words.say("extremes"),
    view,
    () => html`<div>${withPanels(view, ({ extremes }) => extremes(estimate, view))}</div>`,
  );
}

/** Where the national frame answers, the area's own numbers make it exact. */
function bookletFold(estimate: Estimate, view: View): TemplateResult | typeof nothing {
  if (frameProgrammes(estimate, view.description).length === 0) return nothing;
  const panel = (): TemplateResult => html`<div>${withPanels(view, ({ booklet }) => booklet(estimate, view))}</div>`;
  return onDemand("booklet", view.words.say("booklet-title"), view, panel, "booklet");
}

export function answerSection(view: View): TemplateResult {
  const { visit, words } = view;
  const estimate = visit.problems.length > 0 || visit.failure !== null ? null : visit.estimate;
  return html`<section class="answer" id="answer" aria-labelledby="headline"
      aria-busy=${visit.pending ? "true" : "false"}>
    <div class="lead-answer">
      <div class="eyebrow"><p>${words.say(visit.pending ? "computing" : "section-answer")}</p>
        ${
          estimate
            ? html`<div class="acts">${
                hasAnswers(view)
                  ? html`<button type="button" class="quiet"
            @click=${() => view.goTo(CHECK)}>${words.say("check-link")}</button>`
                  : nothing
              }${readAloud(estimate, view)}</div>`
            : nothing
        }
      </div>
      ${headline(view)}
      ${waitingBills(view)}
    </div>
    ${
      estimate
        ? html`
      ${isZero(estimate.totals.billed) ? nothing : payers(estimate, view)}
      ${bookletFold(estimate, view)}
      ${assumedChips(estimate, view)}
      ${prices(view)}
      ${beforeGoing(estimate, view)}
      ${deadlines(estimate, view)}
      ${isRange(estimate) ? whenLowest(estimate, view) : nothing}
      ${readingNotes(estimate, view)}
      ${programmes(estimate, view)}
      ${nextSteps(estimate, view)}
      ${panelSections(estimate, view)}
      ${assumptionsFold(estimate, view)}
      ${sourcesFold(estimate, view)}
      ${notes(view)}
      <p class="fine">${words.say("disclaimer")}</p>
      <p class="fine">${words.say("version", {
        engine: estimate.engine,
        policies: estimate.policies.map(({ id, sha256 }) => `${id} ${sha256.slice(0, 8)}`).join(", "),
      })}</p>`
        : nothing
    }
  </section>`;
}
