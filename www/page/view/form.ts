/** The left-hand side: where, who, which bills, and what else is worth asking. */

import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { repeat } from "lit/directives/repeat.js";
import type { Region } from "../../package/types";
import { yearsSection } from "../bills/year-questions";
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
  const id = fieldId("region");
  const now = visit.region;
  const option = (code: string, name: string): TemplateResult =>
    html`<option value=${code} .selected=${live(code === now)}>${name}</option>`;
  const [cities, wide] = split(visit.regions);
  return html`<section class="step" aria-labelledby="region-title">
    <h2 id="region-title">${words.say("section-region")}</h2>
    <div class="question" data-field="region">
      <label class="label" for=${id}>${words.say("region")}</label>
      <p class="hint" id="${id}-hint">${words.say("region-hint")}</p>
      <select id=${id} aria-describedby="${id}-hint"
          @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>
        ${now === "" ? option("", words.say("region-choose")) : nothing}
        <optgroup label=${words.say("region-cities")}>${cities.map((region) =>
          option(region.code, fullName(region, visit.regions, words)),
        )}</optgroup>
        <optgroup label=${words.say("region-wide")}>${wide.map((region) =>
          option(region.code, region.name[words.lang]),
        )}</optgroup>
      </select>
    </div>
    ${awaitedNote(visit, words)}
  </section>`;
}

/** Whole provinces and the nation have rules of their own, but almost nobody means them. */
function split(regions: Region[]): [Region[], Region[]] {
  const isWide = ({ code }: Region): boolean => code.endsWith("0000");
  return [regions.filter((region) => !isWide(region)), regions.filter(isWide)];
}

/** "山东省 青岛市崂山区": a district's name alone may be that of another city's. What the name says already is left out. */
function fullName(region: Region, regions: Region[], { lang }: Words): string {
  const name = region.name[lang];
  const above: string[] = [];
  for (let at = parentOf(region, regions); at && at.code !== "000000"; at = parentOf(at, regions)) {
    if (!name.includes(at.name[lang])) above.push(at.name[lang]);
  }
  return lang === "zh" ? [...above.reverse(), name].join(" ") : [name, ...above].join(", ");
}

const parentOf = ({ parent }: Region, regions: Region[]): Region | undefined =>
  regions.find(({ code }) => code === parent);

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
  const { visit, words, description } = view;
  const asked =
    visit.get(key) === undefined ? visit.estimate?.questions.find(({ unknown }) => unknown === key) : undefined;
  if (!asked) return "";
  const names = description.programmes
    .filter(({ id }) => asked.programmes.includes(id))
    .map(({ id }) => words.programme(id));
  return [
    names.length > 0 ? words.say("question-bears", { names: someOf(names, words) }) : "",
    asked.narrows && !isZero(asked.narrows) ? words.say("question-narrows", { amount: asked.narrows }) : "",
  ]
    .filter(Boolean)
    .join(words.lang === "zh" ? "" : " ");
}
