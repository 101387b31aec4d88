/** The left-hand side: where, who, which bills, and what else is worth asking. */

import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { Question } from "../../package/types";
import { yearsSection } from "../bills/year-questions";
import { browse } from "../places/browse";
import { combobox } from "../places/combobox";
import { regionName } from "../places/place-name";
import { openingKeys } from "../visit/relevance";
import type { Visit } from "../visit/visit";
import type { Words } from "../words/words";
import { isExact, isZero } from "./amounts";
import { awaitedNote } from "./awaited";
import { expenseCard } from "./expense";
import { someOf } from "./names";
import { questions } from "./question";
import { fieldId, type View } from "./view";

export function regionSection(visit: Visit, words: Words, choose: (code: string) => void): TemplateResult {
  return html`<section class="step" aria-labelledby="region-title">
    <h2 id="region-title">${words.say("section-region")}</h2>
    ${regionQuestion(visit, words, choose)}
  </section>`;
}

export function regionQuestion(visit: Visit, words: Words, choose: (code: string) => void): TemplateResult {
  const id = fieldId("region");
  return html`<div class="question" data-field="region">
      <label class="label" for=${id}>${words.say("region")}</label>
      <p class="hint" id="${id}-hint">${words.say("region-hint")}</p>
      ${combobox({ visit, words, choose })}${browse({ visit, words, choose })}
    </div>
    ${awaitedNote(visit, words)}${coverageNote(visit, words)}`;
}

/** Where the area's own rules are not on file, it is told where the area is chosen. */
function coverageNote({ description, regions, estimate }: Visit, words: Words): TemplateResult | typeof nothing {
  const coverage = estimate?.coverage;
  if (!description || coverage === undefined || coverage === "region" || description.region.code.endsWith("0000"))
    return nothing;
  const name = regionName(description.region.code, regions, words);
  const id = coverage === "province" ? "place-province-rules" : "place-national";
  return html`<p class="hint coverage">${words.say(id, { name })}</p>`;
}

export function personSection(view: View): TemplateResult | typeof nothing {
  const { visit, words } = view;
  const keys = visit.scene ? openingKeys(visit.scene) : [];
  if (keys.length === 0) return nothing;
  return html`<section class="step" aria-labelledby="person-title">
    <h2 id="person-title" tabindex="-1">${words.say("section-person")}</h2>
    <p class="hint">${words.say("person-hint")}</p>
    ${questions(keys, view)}
  </section>`;
}

export function expensesSection(view: View): TemplateResult {
  const { visit, words } = view;
  return html`<section class="step" aria-labelledby="expenses-title">
    <h2 id="expenses-title" tabindex="-1">${words.say("section-expenses")}</h2>
    ${visit.showsBills ? bills(view) : noBillYet(view)}
  </section>`;
}

/** Where the situation does not begin with a bill, nobody is faced with an empty one. */
function noBillYet({ visit, words, goTo }: View): TemplateResult {
  return html`<p class="hint">${words.say("expenses-none-hint")}</p>
    <button type="button" class="secondary"
        @click=${() => goTo(`${visit.wantBill()}/service`)}>${words.say("expense-first")}</button>`;
}

function bills(view: View): TemplateResult {
  const { visit, words } = view;
  return html`<p class="hint">${words.say("expenses-hint")}</p>
    ${repeat(
      visit.draft.expenses,
      ({ id }) => id,
      (expense, i) => expenseCard(expense, i, view),
    )}
    <button type="button" class="secondary"
        @click=${() => view.goTo(`${visit.addExpense()}/service`)}>${words.say("expense-add")}</button>
    ${yearsSection(view)}`;
}

export function questionsSection(view: View): TemplateResult | typeof nothing {
  const { visit, words } = view;
  const keys = visit.questionKeys();
  const remaining = visit.remaining();
  if (keys.length === 0) return nothing;
  return html`<section class="step" aria-labelledby="questions-title">
    <h2 id="questions-title">${words.say(amountOpen(visit) ? "section-questions" : "section-questions-more")}</h2>
    <p class="hint">${words.say("questions-hint")}</p>
    ${questions(keys, view, (key) => gain(key, view))}
    ${
      remaining > 0
        ? html`<button type="button" class="quiet"
            @click=${() => visit.showAll()}>${words.say("questions-all", { n: remaining })}</button>`
        : nothing
    }
  </section>`;
}

/** Where the amount is settled, what is left to ask is about other benefits. */
function amountOpen({ estimate }: Visit): boolean {
  const totals = estimate?.totals;
  return totals === undefined || isZero(totals.billed) || !isExact(totals.paid) || !isExact(totals.allowances);
}

/** What hangs on an answer, and what it is worth: so that the resident can judge whether to look for it. */
function gain(key: string, view: View): string {
  const { words, description } = view;
  const asked = openQuestion(key, view);
  if (!asked) return "";
  const names = description.programmes
    .filter(({ id }) => asked.programmes.includes(id))
    .map(({ id }) => words.programme(id));
  return [names.length > 0 ? words.say("question-bears", { names: someOf(names, words) }) : "", narrowing(key, view)]
    .filter(Boolean)
    .join(words.lang === "zh" ? "" : " ");
}

/** By how much an answer makes the range smaller, or else what is usual. */
export function narrowing(key: string, view: View): string {
  const { narrows, narrows_typical: usual } = openQuestion(key, view) ?? {};
  if (narrows && !isZero(narrows)) return view.words.say("question-narrows", { amount: narrows });
  if (!usual || isZero(usual)) return "";
  return view.words.say(isOneOfTwo(key, view) ? "question-narrows-both" : "question-narrows-usual", { amount: usual });
}

/** Of the two parts of a bill out of scope, one answer narrows nothing while the other part is open. */
function isOneOfTwo(key: string, view: View): boolean {
  const [bill, part] = key.split("/");
  const parts = ["self_paid", "advance"];
  return parts.includes(part ?? "") && parts.every((one) => openQuestion(`${bill}/${one}`, view) !== undefined);
}

const openQuestion = (key: string, { visit }: View): Question | undefined =>
  visit.get(key) === undefined ? visit.estimate?.questions.find(({ unknown }) => unknown === key) : undefined;
