/** One benefit: what it pays, what is missing or fails, how it is worked out, what to do, where it stands. */

import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { Finding, ProgrammeAnswer, ProgrammeDescription } from "../../package/types";
import { beside } from "../more/places";
import { amountView, isNothing } from "./amounts";
import { caveats } from "./caveats";
import { deadlineText } from "./deadlines";
import { fieldOf, type Field } from "./fields";
import { answerOf } from "./given";
import { libraryLink } from "./library-link";
import { programmeName, someOf } from "./names";
import { question } from "./question";
import { sourceList } from "./sources";
import { fieldId, type View } from "./view";
import { working } from "./working";

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
      ${working(answer, view)}
      <details class="more"><summary>${words.say("open-conditions")}</summary>${grounds(answer, described, view)}</details>
    </div>
  </article>`;
}

/** What does not apply takes one line: its name and why. The line opens to all that is known about it. */
function folded(name: TemplateResult, answer: ProgrammeAnswer, described: ProgrammeDescription | undefined, view: View): TemplateResult {
  const { words, description, visit } = view;
  const failed = findingsOf(answer, "false");
  const reasons = failed.map(({ text }) => words.text(text, description));
  const wanted = `${answer.id} otherwise`;
  const toggled = (event: Event): void => visit.around.want(wanted, (event.currentTarget as HTMLDetailsElement).open);
  return html`<details class="more" ?open=${visit.around.isWanted(wanted)} @toggle=${toggled}>
    <summary><span class="programme-head">${name}${reasons.length > 0
      ? html`<small>${words.say("why-not", { reasons: words.list(reasons) })}</small>` : nothing}</span></summary>
    <div>
      ${failed.length > 0 ? html`<ul class="findings">${failed.map((finding) => findingLine(finding, view))}</ul>` : nothing}
      <h6>${words.say("otherwise")}</h6>
      ${visit.around.isWanted(wanted) ? beside("different", view, (different) => different(answer, view)) : nothing}
      ${grounds(answer, described, view)}
    </div>
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

/** Of the person and of all lines; the same condition on two bills is said once. */
function findingsOf({ findings, lines }: ProgrammeAnswer, wanted: Finding["truth"]): Finding[] {
  const seen = new Set<string>();
  return [...findings, ...lines.flatMap((line) => line.findings)].filter(({ condition, truth, text }) => {
    const key = `${condition} ${text.id} ${JSON.stringify(text.args ?? {})}`;
    return truth === wanted && !seen.has(key) && seen.add(key);
  });
}

function findingLine(finding: Finding, view: View): TemplateResult {
  const { words, description } = view;
  const given = finding.read.map((key) => answerOf(key, view)).filter((line) => line !== null);
  return html`<li class="finding finding-${finding.truth}">${words.text(finding.text, description)}
    ${finding.truth !== "unknown" && given.length > 0 ? html`<small>${words.say("you-said", { answers: words.list(given) })}</small>` : nothing}</li>`;
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

// ------------------------------------------------------------------------------------------ the rest

/** What the rule says, what of it is met, and where it stands. */
function grounds(answer: ProgrammeAnswer, described: ProgrammeDescription | undefined, view: View): TemplateResult {
  const { words, description } = view;
  const met = answer.verdict === "does_not_apply" ? [] : findingsOf(answer, "true");
  return html`${described ? html`<h6>${words.say("clause-title")}</h6><p>${words.text(described.clause, description)}</p>` : nothing}
    ${described?.next_steps && answer.verdict === "undetermined"
      ? html`<h6>${words.say("next-title")}</h6><p>${words.text(described.next_steps, description)}</p>` : nothing}
    ${met.length > 0 ? html`<h6>${words.say("why-yes")}</h6><ul class="findings">${met.map((finding) => findingLine(finding, view))}</ul>` : nothing}
    ${caveats(answer, described, view)}
    ${answer.sources.length > 0 ? html`<h6>${words.say("sources-title")}</h6>${sourceList(answer.sources, words)}` : nothing}
    ${libraryLink(answer.id, view)}`;
}
