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
import { question } from "./question";
import { onDemand } from "./on-demand";
import { sourceList } from "./sources";
import { fieldId, type View } from "./view";
import { working } from "./working";

export function programme(answer: ProgrammeAnswer, view: View): TemplateResult {
  const { words, description } = view;
  const described = description.programmes.find(({ id }) => id === answer.id);
  const id = fieldId(answer.id, "programme");
  const name = described ? words.text(described.name, description) : answer.id;
  return html`<article class="programme" id=${id} aria-labelledby="${id}-name">
    <div class="programme-head">
      <h5 id="${id}-name" tabindex="-1">${name}</h5>
      <p class="what">${headlineAmount(answer, described, view)}</p>
    </div>
    ${answer.strength === "encouraged" && answer.verdict !== "does_not_apply" ? html`<p class="note">${words.say("encouraged")}</p>` : nothing}
    ${answer.last_day && answer.verdict !== "does_not_apply" ? html`<p class="note due">${deadlineText(answer, words)}</p>` : nothing}
    ${described?.summary && answer.verdict !== "does_not_apply" ? html`<p>${words.text(described.summary, description)}</p>` : nothing}
    ${why(answer, view)}
    ${stillMissing(answer, view)}
    <div class="folds">
      ${missing(answer, view, id)}
      ${answer.verdict === "does_not_apply" ? otherwise(answer, view, id) : nothing}
      ${working(answer, view)}
      ${details(answer, described, view)}
    </div>
  </article>`;
}

function headlineAmount(answer: ProgrammeAnswer, described: ProgrammeDescription | undefined, { words }: View): TemplateResult | typeof nothing {
  if (answer.verdict === "does_not_apply") return nothing;
  if (described && !described.on_file) return html`<span class="tag">${words.say("not-computed")}</span>`;
  if (answer.kind === "entitlement" && answer.verdict === "undetermined") return nothing;
  if (answer.kind === "entitlement" || answer.kind === "subsidy") return html`<span class="tag">${words.say(`kind-${answer.kind}`)}</span>`;
  if (answer.lines.length === 0 && isNothing(answer.paid)) return html`<span class="tag">${words.say("no-bill-yet")}</span>`;
  return amountView(answer.paid, words);
}

// ------------------------------------------------------------------------------------------ why (not)

/** Why it fails, or what keeps it open; what is met stands with the conditions, out of the way. */
function why(answer: ProgrammeAnswer, view: View): TemplateResult | typeof nothing {
  if (answer.verdict === "applies") return nothing;
  const [truth, intro] = answer.verdict === "does_not_apply" ? ["false", "why-not"] : ["unknown", "why-open"];
  const found = findingsOf(answer).filter((finding) => finding.truth === truth);
  if (found.length === 0) return nothing;
  return html`<div class="why"><p>${view.words.say(intro)}</p><ul class="findings">${found.map((finding) => findingLine(finding, view))}</ul></div>`;
}

/** Of the person and of all lines; the same condition on two bills is said once. */
function findingsOf(answer: ProgrammeAnswer): Finding[] {
  const all = [...answer.findings, ...answer.lines.flatMap(({ findings }) => findings)];
  const seen = new Set<string>();
  return all.filter(({ condition, truth, text }) => {
    const key = `${condition} ${truth} ${text.id} ${JSON.stringify(text.args ?? {})}`;
    return !seen.has(key) && seen.add(key);
  });
}

function findingLine(finding: Finding, view: View): TemplateResult {
  const { words, description } = view;
  const given = finding.read.map((key) => answerOf(key, view)).filter((line) => line !== null);
  return html`<li class="finding finding-${finding.truth}">${words.text(finding.text, description)}
    ${finding.truth !== "unknown" && given.length > 0 ? html`<small>${words.say("you-said", { answers: words.list(given) })}</small>` : nothing}</li>`;
}

// ------------------------------------------------------------------------------------------ what is missing

/** More missing answers than these are only counted. */
const MOST_NAMED = 3;

/** Each missing answer can be given where it is missed. */
function missing(answer: ProgrammeAnswer, view: View, id: string): TemplateResult | typeof nothing {
  const fields = missingFields(answer, view);
  if (fields.length === 0) return nothing;
  return html`<details class="more missing"><summary>${view.words.say("answer-here")}</summary>
    ${repeat(fields, ({ key }) => key, (field) => question(field, view, id))}
  </details>`;
}

const missingFields = (answer: ProgrammeAnswer, view: View): Field[] =>
  answer.verdict === "does_not_apply" ? [] : answer.missing.map((key) => fieldOf(key, view)).filter((field) => field !== null);

/** What would have to be different: asked of the core when it is opened. */
function otherwise(answer: ProgrammeAnswer, view: View, id: string): TemplateResult {
  return onDemand(`${id}-otherwise`, view.words.say("otherwise"), view, () => beside("different", view, (different) => different(answer, view)));
}

/** By name, where no open condition above says it already. */
function stillMissing(answer: ProgrammeAnswer, view: View): TemplateResult | typeof nothing {
  const { words } = view;
  const fields = missingFields(answer, view);
  const said = new Set(findingsOf(answer).filter(({ truth }) => truth === "unknown").flatMap(({ read }) => read));
  const labels = fields.filter(({ key }) => !said.has(key)).map((field) => field.label + ofWhich(field.key, view));
  if (labels.length === 0) return nothing;
  const more = labels.length - MOST_NAMED;
  const names = words.list(labels.slice(0, MOST_NAMED)) + (more > 0 ? words.say("and-more", { n: more }) : "");
  return html`<p class="note">${words.say("missing-title", { names })}</p>`;
}

function ofWhich(key: string, { visit, words }: View): string {
  const n = visit.draft.expenses.findIndex(({ id }) => key.startsWith(`${id}/`)) + 1;
  return n > 0 && visit.draft.expenses.length > 1 ? words.say("of-expense", { n }) : "";
}

// ------------------------------------------------------------------------------------------ the rest

function details(answer: ProgrammeAnswer, described: ProgrammeDescription | undefined, view: View): TemplateResult {
  const { words, description } = view;
  const met = answer.verdict === "does_not_apply" ? [] : findingsOf(answer).filter(({ truth }) => truth === "true");
  return html`<details class="more"><summary>${words.say("open-conditions")}</summary>
    ${described ? html`<h6>${words.say("clause-title")}</h6><p>${words.text(described.clause, description)}</p>` : nothing}
    ${described?.next_steps && answer.verdict === "undetermined"
      ? html`<h6>${words.say("next-title")}</h6><p>${words.text(described.next_steps, description)}</p>` : nothing}
    ${met.length > 0 ? html`<h6>${words.say("why-yes")}</h6><ul class="findings">${met.map((finding) => findingLine(finding, view))}</ul>` : nothing}
    ${caveats(answer, described, view)}
    ${answer.sources.length > 0 ? html`<h6>${words.say("sources-title")}</h6>${sourceList(answer.sources, words)}` : nothing}
    ${libraryLink(answer.id, view)}
  </details>`;
}
