/** "Check your answers": everything that was said, in one list, each with a way to change it. */

import { html, nothing, type TemplateResult } from "lit";
import { regionName } from "../places/place-name";
import { ITEMS } from "../visit/items";
import { expenseKeys, openingKeys } from "../visit/relevance";
import { touched } from "../visit/request";
import { yearsOf } from "../visit/year-before";
import { valueText } from "./answer-text";
import { isItemAnswer } from "./answers-given";
import { anyField } from "./any-field";
import { fieldId, type View } from "./view";

/** Leads here, as a field's name leads to the field. */
export const CHECK = "check";
export const CLEARED = "cleared";

interface Row {
  key: string;
  question: string;
  answer: string /** It changes nothing as things are. */;
  idle: boolean;
}

export function checkAnswers(view: View): TemplateResult | typeof nothing {
  const { words } = view;
  const groups = groupsOf(view);
  const n = groups.reduce((sum, { rows }) => sum + rows.length, 0);
  if (n === 0) return nothing;
  return html`<details class="more check" id="check-answers">
    <summary id=${fieldId(CHECK)}>${words.say("check-answers", { n })}</summary>
    ${answerList(view)}
  </details>`;
}

/** Where no form stands beside the list. */
interface Beside {
  /** Below each group. */
  ofGroup(group: Group): unknown;
  /** Below them all. */
  below: unknown;
}

export function answerList(view: View, beside?: Beside): TemplateResult {
  const { words, visit, goTo } = view;
  const groups = beside ? withPlace(groupsOf(view), view) : groupsOf(view);
  return html`${groups.map(
    (group) =>
      html`<h3>${group.title}</h3><dl>${group.rows.map((row) => rowView(row, view))}</dl>${beside?.ofGroup(group)}`,
  )}${beside?.below}
    <p><button type="button" class="quiet" @click=${() => {
      visit.clear();
      goTo(CLEARED);
    }}>${words.say("check-clear")}</button></p>`;
}

export function removal({ bill }: Group, { visit, words }: View): TemplateResult | typeof nothing {
  if (bill === undefined) return nothing;
  const n = visit.draft.expenses.findIndex(({ id }) => id === bill) + 1;
  return html`<p><button type="button" class="quiet"
      @click=${() => visit.removeExpense(bill)}>${words.say("expense-remove", { n })}</button></p>`;
}

/** Where one is insured comes first: it is no answer of a person, but all others hang on it. */
function withPlace(groups: Group[], { visit, words }: View): Group[] {
  const answer = regionName(visit.region, visit.regions, words);
  const place = { key: "region", question: words.say("region"), answer, idle: false };
  const title = words.say("section-person");
  const [first, ...rest] = groups;
  return first?.title === title
    ? [{ title, rows: [place, ...first.rows] }, ...rest]
    : [{ title, rows: [place] }, ...groups];
}

export const hasAnswers = (view: View): boolean => groupsOf(view).length > 0;

/** After everything was removed: the way back, for whoever did not mean it. */
export function cleared({ visit, words, goTo }: View): TemplateResult | typeof nothing {
  if (visit.cleared === null) return nothing;
  return html`<div class="restored" role="status"><p>${words.say("cleared")}
    <button type="button" class="quiet" id=${fieldId(CLEARED)} @click=${() => {
      visit.undoClear();
      goTo("region");
    }}>${words.say("cleared-undo")}</button></p></div>`;
}

function rowView({ key, question, answer, idle }: Row, { visit, words, goTo }: View): TemplateResult {
  const go = (event: Event): void => {
    event.preventDefault();
    goTo(key);
  };
  return html`<div class="row"><dt>${question}</dt><dd>${answer}${
    idle ? html`<small>${words.say("check-idle")}</small>` : nothing
  }</dd>
    <dd class="act">${
      idle
        ? html`<button type="button" class="quiet"
            @click=${() => visit.set(key, undefined)}>${words.say("check-remove")} <span
                class="visually-hidden">${question}</span></button>`
        : html`<a href="#${fieldId(key)}" @click=${go}>${words.say("change")} <span
            class="visually-hidden">${question}</span></a>`
    }</dd></div>`;
}

export interface Group {
  title: string;
  rows: Row[];
  /** The bill that it is about. */
  bill?: string;
}

function groupsOf(view: View): Group[] {
  const { visit, words } = view;
  const person = rowsOf([...visit.draft.person.keys()], personShown(view), view);
  const bills = visit.draft.expenses.flatMap((expense, i) => {
    if (!touched(expense)) return [];
    const facts = visit.scene ? expenseKeys(expense, visit.scene) : [];
    const given = [...expense.answers.keys()]
      .filter((name) => !name.startsWith(ITEMS) || isItemAnswer(name))
      .map((name) => `${expense.id}/${name}`);
    const always = given.filter((key) =>
      /\/(service|date|total|same_stay_as|items\/.*|settled\/.*|borne\/.*)$/.test(key),
    );
    return {
      title: words.say("expense-title", { n: i + 1 }),
      rows: rowsOf(given, new Set([...facts, ...always]), view),
      bill: expense.id,
    };
  });
  const years = yearsOf(visit.request)
    .filter((year) => visit.get(`${year}/before`) === true)
    .map((year) => {
      const keys = [`${year}/before`, ...(visit.yearKeys(year) ?? [])];
      return {
        title: words.say("year-held", { year }),
        rows: rowsOf(
          keys.filter((key) => visit.get(key) !== undefined),
          new Set(keys),
          view,
        ),
      };
    });
  const policy = rowsOf(
    [...visit.draft.policy.keys()].filter((key) => anyField(key, view) !== null),
    policyShown(view),
    view,
  );
  const all = [
    { title: words.say("section-person"), rows: person },
    ...bills,
    ...years,
    { title: words.say("check-policy"), rows: policy },
  ];
  return all.filter(({ rows }) => rows.length > 0);
}

const personShown = ({ visit }: View): Set<string> =>
  new Set([...(visit.scene ? openingKeys(visit.scene) : []), ...visit.questionKeys()]);

/** Limits and readings can be changed beside their benefit, whether or not the form asks for them. */
const policyShown = ({ visit }: View): Set<string> => new Set(visit.draft.policy.keys());

function rowsOf(keys: string[], shown: Set<string>, view: View): Row[] {
  return keys.flatMap((key) => {
    const field = anyField(key, view);
    const value = view.visit.get(key);
    return field && value !== undefined
      ? [{ key, question: field.label, answer: valueText(value, field, view), idle: !shown.has(key) }]
      : [];
  });
}
