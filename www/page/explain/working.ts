/** How an amount came about: one list of steps per bill, in plain words, each with its value, dates and source. */

import { html, nothing, type TemplateResult } from "lit";
import type { ProgrammeAnswer, ProgrammeLine, Step } from "../../package/types";
import { amountView, isExact } from "../view/amounts";
import { workedLines } from "../view/findings";
import { billName } from "../view/names";
import type { View } from "../view/view";
import type { Words } from "../words/words";
import { isUnbounded } from "./bounds";
import { madeOf } from "./made";
import { valueNote } from "./value-note";

export const working = (answer: ProgrammeAnswer, view: View): TemplateResult =>
  html`${workedLines(answer).map((line) => lineSteps(line, view))}`;

/** `titled` sets the bill's name as a heading of the level that fits its place. */
export function lineSteps(
  line: ProgrammeLine,
  view: View,
  titled = (name: string): TemplateResult => html`<h6>${name}</h6>`,
): TemplateResult {
  const { visit, words } = view;
  const expense = visit.request?.expenses?.find(({ id }) => id === line.expense);
  const date = expense?.date ?? visit.askedOn;
  return html`
    ${expense ? titled(billName(expense, view)) : nothing}
    ${
      line.steps_of === "exact"
        ? nothing
        : html`<p class="hint">${words.say(`steps-of-${line.steps_of}`, {
            low: line.paid.low,
            high: line.paid.high,
          })}</p>`
    }
    <ol class="steps">${line.steps.filter(tells).map((step) => stepLine(step, date, view))}</ol>
    ${result(line, words)}`;
}

/** What the steps come to. Where they are of one case among several, that case first. */
function result({ paid, steps_of }: ProgrammeLine, words: Words): TemplateResult {
  if (isExact(paid)) return html`<p class="result">${words.say("steps-result", { amount: paid.low })}</p>`;
  const amount = steps_of === "likely" ? (paid.likely ?? paid.low) : paid.low;
  return html`<p class="result">${words.say("steps-result-case", { amount })}</p>
    <p class="result">${words.say("steps-result-range")} ${amountView(paid, words)}</p>`;
}

/** Of a single bill there is nothing before it in the year: steps that count it in would only say "plus nothing". */
function tells({ before, after, role, period }: Step): boolean {
  return before !== after || period !== "year" || role === "deductible" || role === "limit";
}

function stepLine(step: Step, date: string, view: View): TemplateResult {
  const { words } = view;
  const parts = (step.parts ?? []).map(({ amount, rate }) => `${words.money(amount)} × ${words.rate(rate)}`);
  const { before, after } = step;
  const args = { ...step.text.args, before, after, parts: parts.join(" + ") || words.money("0.00") };
  const far = isBeyondAll(step, date, view);
  const text = far
    ? { id: step.role === "limit" ? "step-limit-unknown" : "step-deductible-unknown" }
    : { id: idOf(step, words), args };
  return html`<li><span>${words.text(text)}</span>
    <span class="amount">${words.money(step.exact ?? step.after)}</span>
    ${step.made && !far ? html`<small class="made">${madeOf(step.made, step, words)}</small>` : nothing}
    ${step.text.args?.carer ? html`<small class="made">${words.say("step-split", args)}</small>` : nothing}
    ${step.value ? valueNote(step.value, date, view) : nothing}</li>`;
}

/** An end of a range may go by an amount that nobody ever sees: a deductible of hundreds of billions, a cap as high. */
function isBeyondAll({ role, value, text }: Step, date: string, view: View): boolean {
  const [yuan = ""] = (text.args?.["amount"] ?? "").split(".");
  return (role === "deductible" || role === "limit") && yuan.length >= BILLION && isUnbounded(value, date, view);
}

/** In digits. */
const BILLION = 10;

/** A step that leaves the amount as it is may have words of its own: "the whole bill is in scope". */
const idOf = ({ before, after, text: { id } }: Step, words: Words): string =>
  before === after && words.has(`${id}-all`) ? `${id}-all` : id;
