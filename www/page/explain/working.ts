/** How an amount came about: one list of steps per bill, in plain words, each with its value, dates and source. */

import type { ProgrammeAnswer, ProgrammeLine, Step } from "../../package/types";
import { amountView, html, isExact, nothing, type Template, workedLines } from "../more/page";
import type { View } from "../view/view";
import { valueNote } from "./value-note";

export const working = (answer: ProgrammeAnswer, view: View): Template =>
  html`${workedLines(answer).map((line) => lineSteps(line, view))}`;

/** `titled` sets the bill's name as a heading of the level that fits its place. */
export function lineSteps(
  line: ProgrammeLine,
  view: View,
  titled = (name: string): Template => html`<h6>${name}</h6>`,
): Template {
  const { visit, words } = view;
  const n = visit.draft.expenses.findIndex(({ id }) => id === line.expense) + 1;
  const expense = visit.request?.expenses?.find(({ id }) => id === line.expense);
  const date = expense?.date ?? visit.askedOn;
  return html`
    ${expense ? titled(words.say("line-title", { n, service: expense.service, date })) : nothing}
    ${
      line.steps_of === "exact"
        ? nothing
        : html`<p class="hint">${words.say(`steps-of-${line.steps_of}`, { low: line.paid.low, high: line.paid.high })}</p>`
    }
    <ol class="steps">${line.steps.filter(tells).map((step) => stepLine(step, date, view))}</ol>
    <p class="result">${
      isExact(line.paid)
        ? words.say("steps-result", { amount: line.paid.low })
        : html`${words.say("steps-result-range")} ${amountView(line.paid, words)}`
    }</p>`;
}

/** Of a single bill there is nothing before it in the year: those steps would only say "plus nothing". */
const tells = ({ kind, before, after }: Step): boolean =>
  before !== after || !["year-share", "owed-before"].includes(kind);

function stepLine(step: Step, date: string, view: View): Template {
  const { words, description } = view;
  const text = { id: idOf(step), args: { ...step.text.args, before: step.before, after: step.after } };
  return html`<li><span>${words.text(text, description)}</span>
    <span class="amount">${words.money(step.exact ?? step.after)}</span>
    ${step.value ? valueNote(step.value, date, view) : nothing}</li>`;
}

/** Where the whole bill is in scope, nothing needs taking off. */
const idOf = ({ kind, before, after, text: { id } }: Step): string =>
  kind === "in-scope" && before === after ? "step-in-scope-all" : id;
