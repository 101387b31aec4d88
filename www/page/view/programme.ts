/** One benefit: what it pays, what is missing or fails, how it is worked out, what to do, where it stands. */

import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { Finding, ProgrammeAnswer, ProgrammeDescription } from "../../package/types";
import { failures, grounds } from "../explain/grounds";
import { working } from "../explain/working";
import { withPanels } from "../panels/lazy";
import type { DraftExpense } from "../visit/draft";
import { followsFromItems } from "../visit/items";
import { isMeant } from "../visit/situation";
import { amountView, isNothing } from "./amounts";
import { deadlineText } from "./deadlines";
import { type Field, fieldOf } from "./fields";
import { findingsOf, textOf, workedLines } from "./findings";
import { ofWhich, someOf } from "./names";
import { onDemand, toggled } from "./on-demand";
import { question } from "./question";
import { fieldId, type View } from "./view";

export function programme(answer: ProgrammeAnswer, view: View): TemplateResult {
  const { words, description } = view;
  const described = description.programmes.find(({ id }) => id === answer.id);
  const id = fieldId(answer.id, "programme");
  const name = html`<h5 id="${id}-name" tabindex="-1">${words.programme(answer.id)}</h5>`;
  if (isAside(answer, view)) {
    return html`<article class="programme folded" id=${id}
        aria-labelledby="${id}-name">${folded(name, answer, described, view, id)}</article>`;
  }
  return html`<article class="programme" id=${id} aria-labelledby="${id}-name">
    <div class="programme-head">${name}<p class="what">${headlineAmount(answer, described, view)}</p></div>
    ${about(answer, described, view)}
    ${whyOpen(answer, view)}
    ${stillMissing(answer, view)}
    <div class="folds">
      ${missing(answer, view, id)}
      ${
        workedLines(answer).length > 0
          ? onDemand(`${answer.id} working`, words.say("open-working"), view, () => working(answer, view), "working")
          : nothing
      }
      ${onDemand(`${answer.id} conditions`, words.say("open-conditions"), view, () => grounds(answer, described, view))}
    </div>
  </article>`;
}

const about = (answer: ProgrammeAnswer, described: ProgrammeDescription | undefined, { words }: View): TemplateResult =>
  html`${answer.strength === "encouraged" ? html`<p class="note">${words.say("encouraged")}</p>` : nothing}
    ${answer.last_day ? html`<p class="note due">${deadlineText(answer, words)}</p>` : nothing}
    ${described?.summary ? html`<p>${words.text(described.summary)}</p>` : nothing}`;

// ------------------------------------------------------------------------------------------ in one line

/**
 * What nothing hangs on now: it does not apply, it waits for a bill of its kind, or it may apply but is not what the
 * resident came for.
 */
export function isAside(
  { id, verdict, paid, lines, kind, days_left: due }: ProgrammeAnswer,
  { visit, description }: View,
): boolean {
  if (verdict === "does_not_apply") return true;
  if (!isNothing(paid) || lines.length > 0 || due !== undefined) return false;
  return (
    kind === "reimbursement" ||
    (verdict === "undetermined" &&
      !description.programmes.some((one) => one.id === id && isMeant(visit.situation, one)))
  );
}

/** Its name and why, in one line, which opens to all that is known about it. */
function folded(
  name: TemplateResult,
  answer: ProgrammeAnswer,
  described: ProgrammeDescription | undefined,
  view: View,
  id: string,
): TemplateResult {
  const opened = `${id} open`;
  const open = view.visit.whatIf.isWanted(opened);
  return html`<details class="more" ?open=${open} @toggle=${toggled(opened, view)}>
    <summary><span class="programme-head">${name}<small>${inShort(answer, described, view)}</small></span></summary>
    ${
      answer.verdict === "does_not_apply"
        ? nothing
        : html`${about(answer, described, view)}${missing(answer, view, id)}`
    }
    ${open && answer.verdict === "does_not_apply" ? whyNot(answer, view) : nothing}
    ${open ? grounds(answer, described, view) : nothing}
  </details>`;
}

function whyNot(answer: ProgrammeAnswer, view: View): TemplateResult {
  return html`${failures(answer, view)}<h6>${view.words.say("otherwise")}</h6>
    ${withPanels(view, ({ different }) => different(answer, view))}`;
}

function inShort(
  answer: ProgrammeAnswer,
  described: ProgrammeDescription | undefined,
  view: View,
): TemplateResult | string | typeof nothing {
  const { words } = view;
  if (answer.verdict === "applies") return headlineAmount(answer, described, view);
  const [truth, id] =
    answer.verdict === "does_not_apply" ? (["false", "why-not"] as const) : (["unknown", "why-open"] as const);
  const found = findingsOf(answer, truth);
  return found.length > 0 ? words.say(id, { conditions: conditionsOf(found, view) }) : nothing;
}

function headlineAmount(
  answer: ProgrammeAnswer,
  described: ProgrammeDescription | undefined,
  { words }: View,
): TemplateResult | typeof nothing {
  if (described && !described.on_file) return html`<span class="tag">${words.say("not-computed")}</span>`;
  if (answer.kind === "entitlement" && answer.verdict === "undetermined") return nothing;
  if (answer.kind === "entitlement" || answer.kind === "subsidy")
    return html`<span class="tag">${words.say(`kind-${answer.kind}`)}</span>`;
  if (answer.lines.length === 0 && isNothing(answer.paid))
    return html`<span class="tag">${words.say("no-bill-yet")}</span>`;
  return amountView(answer.paid, words);
}

// ------------------------------------------------------------------------------------------ why

/** What keeps it open; what is met stands with the conditions, out of the way. */
function whyOpen(answer: ProgrammeAnswer, view: View): TemplateResult | typeof nothing {
  const open = answer.verdict === "undetermined" ? findingsOf(answer, "unknown") : [];
  if (open.length === 0) return nothing;
  return html`<p class="note">${view.words.say("why-open", { conditions: conditionsOf(open, view) })}</p>`;
}

const conditionsOf = (findings: Finding[], { words }: View): string =>
  findings.map((finding) => words.text(textOf(finding))).join(words.say("separator"));

// ------------------------------------------------------------------------------------------ what is missing

/** Each missing answer can be given where it is missed. */
function missing(answer: ProgrammeAnswer, view: View, id: string): TemplateResult | typeof nothing {
  const bills = view.visit.draft.expenses;
  const isToAnswer = ({ key }: Field): boolean => !bills.some((bill) => isOf(bill, key) && followsFromItems(key, bill));
  const fields = missingFields(answer, view).filter(isToAnswer);
  if (fields.length === 0) return nothing;
  return html`<details class="more missing"><summary>${view.words.say("answer-here")}</summary>
    ${repeat(
      fields,
      ({ key }) => key,
      (field) => question(field, view, id),
    )}
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

const isOf = ({ id }: DraftExpense, key: string): boolean => key.startsWith(`${id}/`);
