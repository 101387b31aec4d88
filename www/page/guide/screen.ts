/** One screen of a guided visit. */

import { html, nothing, type TemplateResult } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { answerSection } from "../view/answer";
import { anyField } from "../view/any-field";
import { answerList } from "../view/check";
import { narrowing, regionQuestion } from "../view/form";
import { question } from "../view/question";
import { situationChoices } from "../view/start";
import type { View } from "../view/view";
import type { SituationId } from "../visit/situation";
import type { Visit } from "../visit/visit";
import type { Words } from "../words/words";
import { amountBar } from "./amount-bar";
import type { Guide } from "./guide";
import { ANSWER, CHECK, FORM, furtherQuestions, REGION, SITUATION } from "./plan";

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
    <h2 class="guide-title" id="guide-title" tabindex="-1">${words.say("guide-number", { n: guide.number })}</h2>
    ${keyed(guide.now, content(guided))}
    <div class="guide-acts">
      <button type="submit" class="primary">${words.say("guide-next")}</button>
      <button type="button" class="secondary" @click=${() => skip(guided)}>${words.say(skipWord(guided))}</button>
    </div>
    ${longForm(guided)}${amountBar(guided)}`;
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
  const field = anyField(guide.now, view);
  return field ? question({ ...field, unknowable: false }, view, "form", narrowing(field.key, view)) : nothing;
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
    ${answerList(view)}
    <p><button type="button" class="quiet" @click=${() => {
      guide.goTo(`${guided.visit.wantAnotherBill()}/service`);
    }}>${words.say(guided.visit.showsBills ? "expense-add" : "expense-first")}</button></p>
    <div class="guide-acts"><button type="submit" class="primary">${words.say("check")}</button>
      ${
        further > 0
          ? html`<button type="button" class="secondary"
              @click=${() => guide.askAll()}>${words.say("guide-further", { n: further })}</button>`
          : nothing
      }</div>
    ${longForm(guided)}${amountBar(guided)}`;
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
