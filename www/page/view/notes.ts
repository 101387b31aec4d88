/** What stands below the benefits: what to do, what we assumed, and on what documents. */

import { html, nothing, type TemplateResult } from "lit";
import type { Estimate, ProgrammeAnswer } from "../../package/types";
import { assumptions } from "../explain/assumptions";
import { allSources } from "../explain/sources";
import { isMeant, meantFirst } from "../visit/situation";
import { sourcesBehind } from "./findings";
import { onDemand } from "./on-demand";
import type { View } from "./view";

/**
 * Of what applies, and of what has a last day that has not passed; what else may apply says its steps beside its open
 * questions.
 */
export function nextSteps(estimate: Estimate, { visit, words, description }: View): TemplateResult {
  // Of what has nothing to do with these bills there is nothing to do now.
  const about = ({ kind, lines }: ProgrammeAnswer): boolean =>
    estimate.expenses.length === 0 || kind !== "reimbursement" || lines.length > 0;
  const pressing = ({ verdict, days_left: due }: ProgrammeAnswer): boolean =>
    verdict === "applies" || (verdict === "undetermined" && due !== undefined);
  const applies = new Set(
    estimate.programmes.filter((answer) => pressing(answer) && about(answer)).map(({ id }) => id),
  );
  const steps = meantFirst(
    description.programmes.filter(({ id, next_steps: next }) => applies.has(id) && next !== undefined),
    (programme) => isMeant(visit.situation, programme),
  );
  return html`<section class="next" aria-labelledby="next-title">
    <h3 id="next-title" tabindex="-1">${words.say("next-steps-title")}</h3>
    ${steps.map(
      ({ name, next_steps: next }) => html`<p><b>${words.text(name)}</b><br>${next ? words.text(next) : nothing}</p>`,
    )}
    <p>${words.say("hotline")}</p>
    <p><a class="call" href="tel:12393">${words.say("hotline-call")}</a></p>
  </section>`;
}

export const assumptionsFold = (estimate: Estimate, view: View): TemplateResult =>
  onDemand("assumptions", view.words.say("assumptions-title"), view, () => assumptions(estimate, view));

export const sourcesFold = (estimate: Estimate, view: View): TemplateResult | typeof nothing =>
  sourcesBehind(estimate).length === 0
    ? nothing
    : onDemand("sources", view.words.say("all-sources-title"), view, () => allSources(estimate, view));

export function notes({ words, description }: View): TemplateResult | typeof nothing {
  if (description.notes.length === 0) return nothing;
  return html`<details class="more"><summary>${words.say("section-notes")}</summary>
    <ul>${description.notes.map(({ text }) => html`<li>${words.text(text)}</li>`)}</ul></details>`;
}
