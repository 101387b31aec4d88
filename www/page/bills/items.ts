/** The breakdown of a bill by class, as it stands on the bill: a line for every class that is on it. */

import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { question } from "../view/question";
import { fieldId, type View } from "../view/view";
import type { DraftExpense } from "../visit/draft";
import { freePlace, ITEMS, itemPlaces } from "../visit/items";
import { className, classOf, itemField, membersOf } from "./item-fields";

export function itemsPart(expense: DraftExpense, view: View): TemplateResult {
  const { words } = view;
  const places = itemPlaces(expense.answers);
  return html`<div class="items" role="group" aria-label=${words.say("items")}>
    <p class="label">${words.say("items")}</p><p class="hint">${words.say("items-hint")}</p>
    ${mistakes(expense, view)}
    ${repeat(
      places,
      (place) => place,
      (place) => item(place, expense, view),
    )}
    ${adding(expense, view)}
    ${places.length > 0 ? html`<p class="hint">${words.say("items-rest")}</p>` : nothing}</div>`;
}

/** What is wrong with the breakdown as a whole. */
function mistakes({ id }: DraftExpense, { visit, words }: View): TemplateResult | typeof nothing {
  const found = visit.problems.filter(({ field }) => field === `${id}/items` || /\/items\/\d+\/class$/.test(field));
  return found.length === 0
    ? nothing
    : html`<p class="error">${found.map(({ problem }) => words.say(`problem-${problem.code}`, problem.args))}</p>`;
}

function item(place: string, { id, answers }: DraftExpense, view: View): TemplateResult {
  const { visit, words } = view;
  const at = `${id}/${ITEMS}${place}`;
  const given = String(answers.get(`${ITEMS}${place}/class`));
  const name = className(given, view);
  const remove = (): void => {
    for (const key of [...answers.keys()])
      if (key.startsWith(`${ITEMS}${place}/`)) visit.set(`${id}/${key}`, undefined);
  };
  return html`<div class="item">${membersOf(classOf(given, view)).map((member) =>
    question(itemField(`${at}/${member}`, view, name), view),
  )}<button type="button" class="quiet" @click=${remove}>${words.say("item-remove", { name })}</button></div>`;
}

function adding({ id, answers }: DraftExpense, view: View): TemplateResult {
  const { visit, words, description } = view;
  const select = fieldId(`${id}/items`);
  const add = (event: Event): void => {
    const list = event.target as HTMLSelectElement;
    const place = freePlace(answers);
    if (list.value) visit.set(`${id}/${ITEMS}${place}/class`, list.value);
    list.value = "";
    view.goTo(`${id}/${ITEMS}${place}/amount`);
  };
  return html`<label class="label" for=${select}>${words.say("item-add")}</label>
    <select id=${select} @change=${add}><option value="">${words.say("choose")}</option>
      ${description.item_classes.map(
        (entry) => html`<option value=${entry.class}>${words.text(entry.text)}</option>`,
      )}</select>`;
}
