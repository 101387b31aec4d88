/** One benefit: what it pays, what is missing or fails, how it is worked out, what to do, where it stands. */

import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { ProgrammeAnswer, ProgrammeDescription } from "../../package/types";
import { beside } from "../more/places";
import { amountView, isNothing } from "./amounts";
import { deadlineText } from "./deadlines";
import { findingsOf, workedLines } from "./evidence";
import { explained, explanations } from "./explained";
import { fieldOf, type Field } from "./fields";
import { programmeName, someOf } from "./names";
import { toggled } from "./on-demand";
import { question } from "./question";
import { fieldId, type View } from "./view";

export function programme(answer: ProgrammeAnswer, view: View): TemplateResult {
  const { words, description } = view;
  const described = description.programmes.find(({ id }) => id === answer.id);
  const id = fieldId(answer.id, "programme");
  const name = html`<h5 id="${id}-name" tabindex="-1">${programmeName(answer.id, view)}</h5>`;
  if (answer.verdict === "does_not_apply") {
    return html`<article class="programme folded" id=${id} aria-labelledby="${id}-name">${folded(name, answer, described, view)}</article>`;
  }
  return html`<article class="programme" id=${id} aria-labelledby="${id}-name">
    <div class="programme-head">${name}<p class="what">${headlineAmount(answer, described, view)}</p></div>
    ${answer.strength === "encouraged" ? html`<p class="note">${words.say("encouraged")}</p>` : nothing}
    ${answer.last_day ? html`<p class="note due">${deadlineText(answer, words)}</p>` : nothing}
    ${described?.summary ? html`<p>${words.text(described.summary, description)}</p>` : nothing}
    ${whyOpen(answer, view)}
    ${stillMissing(answer, view)}
    <div class="folds">
      ${missing(answer, view, id)}
      ${workedLines(answer).length > 0 ? explained(`${answer.id} working`, words.say("open-working"), view, (parts) => parts.working(answer, view), "working") : nothing}
      ${explained(`${answer.id} conditions`, words.say("open-conditions"), view, (parts) => parts.grounds(answer, described, view))}
    </div>
  </article>`;
}

/** What does not apply takes one line: its name and why. The line opens to all that is known about it. */
function folded(name: TemplateResult, answer: ProgrammeAnswer, described: ProgrammeDescription | undefined, view: View): TemplateResult {
  const { words, description, visit } = view;
  const reasons = findingsOf(answer, "false").map(({ text }) => words.text(text, description));
  const opened = `${answer.id} otherwise`;
  const open = visit.around.isWanted(opened);
  return html`<details class="more" ?open=${open} @toggle=${toggled(opened, view)}>
    <summary><span class="programme-head">${name}${reasons.length > 0
      ? html`<small>${words.say("why-not", { reasons: words.list(reasons) })}</small>` : nothing}</span></summary>
    ${open ? html`<div>${explanations.draw(view, ({ failures, grounds }) => html`
      ${failures(answer, view)}
      <h6>${words.say("otherwise")}</h6>
      ${beside("different", view, (different) => different(answer, view))}
      ${grounds(answer, described, view)}`)}</div>` : nothing}
  </details>`;
}

function headlineAmount(answer: ProgrammeAnswer, described: ProgrammeDescription | undefined, { words }: View): TemplateResult | typeof nothing {
  if (described && !described.on_file) return html`<span class="tag">${words.say("not-computed")}</span>`;
  if (answer.kind === "entitlement" && answer.verdict === "undetermined") return nothing;
  if (answer.kind === "entitlement" || answer.kind === "subsidy") return html`<span class="tag">${words.say(`kind-${answer.kind}`)}</span>`;
  if (answer.lines.length === 0 && isNothing(answer.paid)) return html`<span class="tag">${words.say("no-bill-yet")}</span>`;
  return amountView(answer.paid, words);
}

// ------------------------------------------------------------------------------------------ why (not)

/** What keeps it open; what is met stands with the conditions, out of the way. */
function whyOpen(answer: ProgrammeAnswer, { words, description }: View): TemplateResult | typeof nothing {
  const open = answer.verdict === "undetermined" ? findingsOf(answer, "unknown") : [];
  if (open.length === 0) return nothing;
  return html`<p class="note">${words.say("why-open", { conditions: open.map(({ text }) => words.text(text, description)).join(words.say("separator")) })}</p>`;
}

// ------------------------------------------------------------------------------------------ what is missing

/** Each missing answer can be given where it is missed. */
function missing(answer: ProgrammeAnswer, view: View, id: string): TemplateResult | typeof nothing {
  const fields = missingFields(answer, view);
  if (fields.length === 0) return nothing;
  return html`<details class="more missing"><summary>${view.words.say("answer-here")}</summary>
    ${repeat(fields, ({ key }) => key, (field) => question(field, view, id))}
  </details>`;
}

const missingFields = (answer: ProgrammeAnswer, view: View): Field[] =>
  answer.missing.map((key) => fieldOf(key, view)).filter((field) => field !== null);

/** By name, where no open condition above says it already. */
function stillMissing(answer: ProgrammeAnswer, view: View): TemplateResult | typeof nothing {
  const { words } = view;
  const fields = missingFields(answer, view);
  const said = new Set(findingsOf(answer, "unknown").flatMap(({ read }) => read));
  const labels = fields.filter(({ key }) => !said.has(key)).map((field) => field.label + ofWhich(field.key, view));
  if (labels.length === 0) return nothing;
  return html`<p class="note">${words.say("missing-title", { names: someOf(labels, words) })}</p>`;
}

function ofWhich(key: string, { visit, words }: View): string {
  const n = visit.draft.expenses.findIndex(({ id }) => key.startsWith(`${id}/`)) + 1;
  return n > 0 && visit.draft.expenses.length > 1 ? words.say("of-expense", { n }) : "";
}
