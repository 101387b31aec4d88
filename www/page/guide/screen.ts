/** One screen of a guided visit. */

import { html, nothing, type TemplateResult } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { circumstancesInFull } from "../bills/circumstances";
import { answerSection } from "../view/answer";
import { anyField } from "../view/any-field";
import { answerList, type Group, removal } from "../view/check";
import { narrowing, regionQuestion } from "../view/form";
import { numberOfBill } from "../view/names";
import { question } from "../view/question";
import { situationChoices } from "../view/start";
import type { View } from "../view/view";
import type { DraftExpense } from "../visit/draft";
import type { SituationId } from "../visit/situation";
import type { Visit } from "../visit/visit";
import type { Words } from "../words/words";
import { amountBar } from "./amount-bar";
import type { Guide } from "./guide";
import { ANSWER, CHECK, FORM, furtherQuestions, REGION, SELDOM, SITUATION, seldomBill } from "./plan";

export interface Guided {
  guide: Guide;
  visit: Visit;
  words: Words;
  /** Null until a region's rules are there. */
  view: View | null;
  chooseRegion(code: string): void;
  chooseSituation(id: SituationId | null): void;
  /** After "next" was refused: the mistake takes the focus. */
  refused(): void;
}

export function screen(guided: Guided): TemplateResult {
  const { guide, view } = guided;
  if (guide.now === ANSWER && view) return answerScreen(view, guided);
  if (guide.now === CHECK && view) return checkScreen(view, guided);
  return askScreen(guided);
}

// ------------------------------------------------------------------------------------------ a question

/** Every question has fields of its own: else one would show what was typed at the question before. */
function askScreen(guided: Guided): TemplateResult {
  const { guide, words } = guided;
  return html`${top(guided)}
    <h2 class="guide-title" id="guide-title" tabindex="-1">${heading(guided)}</h2>
    ${keyed(guide.now, content(guided))}
    <div class="guide-acts">
      <button type="submit" class="primary">${words.say("guide-next")}</button>
      <button type="button" class="secondary" @click=${() => skip(guided)}>${words.say(skipWord(guided))}</button>
    </div>
    ${longForm(guided)}${amountBar(guided)}`;
}

/** Of several bills, which one is asked about. */
function heading({ guide, visit: { draft }, words }: Guided): string {
  const number = words.say("guide-number", { n: guide.number });
  const n = numberOfBill(guide.now, draft);
  return n > 0 ? `${number} · ${words.say("expense-title", { n })}` : number;
}

function content(guided: Guided): TemplateResult | typeof nothing {
  const { guide, visit, words, view } = guided;
  if (guide.now === SITUATION || !view) {
    if (guide.now !== SITUATION) return regionQuestion(visit, words, guided.chooseRegion);
    const choose = (id: SituationId | null): void => {
      guided.chooseSituation(id);
      guide.next();
    };
    return situationChoices({ visit, words, choose });
  }
  if (guide.now === REGION) return regionQuestion(visit, words, guided.chooseRegion);
  const seldom = visit.draft.expense(seldomBill(guide.now) ?? "");
  if (seldom) return seldomScreen(seldom, view);
  const field = anyField(guide.now, view);
  const notes = field ? [whose(field.key, view), narrowing(field.key, view)].filter(Boolean) : [];
  return field ? question({ ...field, unknowable: false }, view, "form", notes.join(" ")) : nothing;
}

const seldomScreen = (expense: DraftExpense, view: View): TemplateResult =>
  html`<p class="label">${view.words.say("circumstances-title")}</p>
    <div class="seldom">${circumstancesInFull(expense, view)}</div>`;

/** What everybody has one of: whoever answers for somebody else is told whose is meant. */
const EVERYBODY_HAS = ["birth_date", "scheme"];

function whose(key: string, { visit, words }: View): string {
  if (!EVERYBODY_HAS.includes(key)) return "";
  const id = `situation-${visit.situation}-whose`;
  return words.say(words.has(id) ? id : "whose");
}

/** Of what the resident may answer by "I don't know", that is the answer; all else is passed over. */
function skip(guided: Guided): void {
  const { guide, visit, view } = guided;
  if (guide.now === REGION && visit.region === "") guided.chooseRegion(NATION);
  else if (view && anyField(guide.now, view)?.unknowable) visit.set(guide.now, null);
  else if (view && visit.problemsOf(guide.now).length > 0) visit.set(guide.now, undefined);
  if (!guide.next()) guided.refused();
}

/** Whoever does not know where one is insured is answered by what is usual in China. */
const NATION = "000000";

function skipWord({ guide, view }: Guided): string {
  const unknowable = view !== null && anyField(guide.now, view)?.unknowable === true;
  return unknowable || guide.now === REGION ? "unknown" : "guide-skip";
}

// ------------------------------------------------------------------------------------------ the end

function checkScreen(view: View, guided: Guided): TemplateResult {
  const { guide, words } = guided;
  const further = furtherQuestions(guided.visit);
  return html`${top(guided)}
    <h2 class="guide-title" id="guide-title" tabindex="-1">${words.say("guide-check")}</h2>
    ${answerList(view, {
      ofGroup: (group) => html`${seldomLink(group, guided)}${removal(group, view)}`,
      below: html`<p><button type="button" class="secondary" @click=${() => {
        guide.goTo(`${guided.visit.wantAnotherBill()}/service`);
      }}>${words.say(guided.visit.showsBills ? "expense-add" : "expense-first")}</button></p>`,
    })}
    <div class="guide-acts"><button type="submit" class="primary">${words.say("check")}</button>
      ${
        further > 0
          ? html`<button type="button" class="secondary"
              @click=${() => guide.askAll()}>${words.say("guide-further", { n: further })}</button>`
          : nothing
      }</div>
    ${longForm(guided)}${amountBar(guided)}`;
}

/** Care elsewhere moves the amount of many a bill, but nobody else is asked for it. */
function seldomLink({ bill }: Group, { guide, words }: Guided): TemplateResult | typeof nothing {
  if (bill === undefined) return nothing;
  return html`<p><button type="button" class="quiet"
      @click=${() => guide.goTo(`${bill}/${SELDOM}`)}>${words.say("circumstances")}</button></p>`;
}

function answerScreen(view: View, guided: Guided): TemplateResult {
  return html`${top(guided)}${answerSection(view)}${longForm(guided)}`;
}

// ------------------------------------------------------------------------------------------ around it

function top({ guide, words }: Guided): TemplateResult {
  if (guide.isFirst) return html``;
  return html`<p class="guide-top"><button type="button" class="quiet back"
      @click=${() => guide.back()}>${words.say("guide-back")}</button></p>`;
}

/** The way back, in the long form. */
export const oneByOne = (words: Words, go: () => void): TemplateResult =>
  html`<p class="guide-other"><button type="button" class="quiet" @click=${go}>${words.say("guide-one")}</button></p>`;

const longForm = ({ guide, words }: Guided): TemplateResult =>
  html`<p class="guide-other"><button type="button" class="quiet"
      @click=${() => guide.goTo(FORM)}>${words.say("guide-form")}</button></p>`;
