/** One bill: what it was, when, how much; then only what its rules read. */

import { html, nothing, type TemplateResult } from "lit";
import type { Fund } from "../../package/types";
import { circumstances, seldomKeys } from "../bills/circumstances";
import { dateNote } from "../bills/date-note";
import { type DraftExpense, waitsFor } from "../visit/draft";
import { BORNE, SETTLED } from "../visit/link";
import { expenseKeys } from "../visit/relevance";
import { complete, serviceOf, touched } from "../visit/request";
import { borneField, members, settledField } from "./any-field";
import { question, questions } from "./question";
import type { View } from "./view";

export function expenseCard(expense: DraftExpense, index: number, view: View): TemplateResult {
  const { visit, words } = view;
  const n = index + 1;
  const title = `expense-${expense.id}`;
  const removable = visit.draft.expenses.length > 1 || touched(expense);
  return html`<section class="expense" aria-labelledby=${title}>
    <div class="expense-head">
      <h3 id=${title}>${words.say("expense-title", { n })}</h3>
      ${
        removable
          ? html`<button type="button" class="quiet"
          @click=${() => remove(expense.id, view)}>${words.say("expense-remove", { n })}</button>`
          : nothing
      }
    </div>
    ${visit.isFolded(expense) ? inBrief(expense, title, view) : inFull(expense, view)}
  </section>`;
}

/** One line of a bill that is done with. */
function inBrief(expense: DraftExpense, title: string, { words, goTo }: View): TemplateResult {
  const [date, total] = [expense.answers.get("date"), expense.answers.get("total")];
  const parts = [
    words.service(String(serviceOf(expense))),
    words.date(String(date)),
    total ? words.money(String(total)) : "",
  ].filter(Boolean);
  return html`<p class="chosen"><b>${parts.join(" · ")}</b>
    <button type="button" class="quiet" aria-describedby=${title}
        @click=${() => goTo(`${expense.id}/service`)}>${words.say("change")}</button></p>`;
}

function inFull(expense: DraftExpense, view: View): TemplateResult {
  const { visit, description, words } = view;
  const seldom = seldomKeys(expense, view);
  const facts = (visit.scene ? expenseKeys(expense, visit.scene) : []).filter((key) => !seldom.includes(key));
  const [money, other] = [facts.filter(isMoney), facts.filter((key) => !isMoney(key))];
  return html`${members(expense, view).map((field) => question(field, view, "form", noteOf(field.key, expense, view)))}
    ${questions([...money, ...other], view)}
    ${complete(expense, description) ? html`${circumstances(expense, view)}${settled(expense, view)}` : nothing}
    ${
      touched(expense) && !complete(expense, description)
        ? html`<p class="hint">${words.say(WAITING[waitsFor(expense) ?? "total"])}</p>`
        : nothing
    }`;
}

const WAITING = { service: "expense-waiting-service", date: "expense-waiting-date", total: "expense-waiting" };

const noteOf = (key: string, { id }: DraftExpense, view: View): string =>
  key === `${id}/date` ? dateNote(id, view) : "";

const isMoney = (key: string): boolean => /\/(self_paid|advance)$/.test(key);

function remove(id: string, view: View): void {
  const { visit } = view;
  const at = visit.draft.expenses.findIndex((expense) => expense.id === id);
  visit.removeExpense(id);
  const near = visit.draft.expenses[Math.max(0, at - 1)];
  if (near) view.goTo(`${near.id}/service`);
}

/** For those who hold a settlement slip: what a fund has paid is taken as it is. */
function settled(expense: DraftExpense, view: View): TemplateResult {
  const { words } = view;
  const borne = [...expense.answers.keys()].filter((name) => name.startsWith(BORNE));
  const fields = [
    ...fundsFor(expense, view).map((fund) => settledField(expense, fund, view)),
    ...borne.map((name) => borneField(`${expense.id}/${name}`, view)),
  ];
  if (fields.length === 0) return html``;
  const open = fields.some(({ key }) => view.visit.get(key) !== undefined);
  return html`<details class="more" ?open=${open}>
    <summary>${words.say("settled-title")}</summary>
    <p class="hint">${words.say("settled-hint")}</p>
    ${fields.map((field) => question(field, view))}
  </details>`;
}

/** The funds that something was settled of: also one that has no programme here, so that it can be corrected. */
const settledFunds = ({ answers }: DraftExpense): Fund[] =>
  [...answers.keys()].filter((name) => name.startsWith(SETTLED)).map((name) => name.slice(SETTLED.length) as Fund);

function fundsFor(expense: DraftExpense, { description }: View): Fund[] {
  const service = serviceOf(expense);
  const funds = description.programmes
    .filter((programme) => programme.kind === "reimbursement" && programme.services.some((id) => id === service))
    .map(({ fund }) => fund);
  return [...new Set([...funds, ...settledFunds(expense)])].filter((fund): fund is Fund => fund !== null);
}
