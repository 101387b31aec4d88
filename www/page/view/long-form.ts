/** All questions on one page, and the answer beside or below them. */

import { html, nothing, type TemplateResult } from "lit";
import { oneByOne } from "../guide/screen";
import type { SituationId } from "../visit/situation";
import type { Visit } from "../visit/visit";
import type { Words } from "../words/words";
import { answerSection } from "./answer";
import { checkAnswers, cleared } from "./check";
import { expensesSection, personSection, questionsSection, regionSection } from "./form";
import { shortAnswer } from "./headline";
import type { Restore } from "./open-file";
import { problemSummary } from "./problem";
import { restoredNotices } from "./restored-notices";
import { pageFoot, promises } from "./shell";
import { startSection } from "./start";
import type { View } from "./view";

export interface LongForm {
  visit: Visit;
  words: Words;
  /** Null until a region's rules are there. */
  view: View | null;
  chooseRegion(code: string): void;
  chooseSituation(id: SituationId | null): void;
  /** Puts the keyboard on the first of these that is there, once the page is drawn. */
  focus(selector: string): void;
  restore: Restore;
  goOneByOne(): void;
}

export function longForm(form: LongForm): TemplateResult {
  const { visit, words, view } = form;
  return html`${view ? skipLink(form) : nothing}
    <div class="columns ${view ? "" : "empty"}">
      <form class="ask" novalidate aria-label=${words.say("form-name")}
          @submit=${(event: Event) => event.preventDefault()}>
        ${oneByOne(words, () => form.goOneByOne())}
        ${restoredNotices(visit, words)}${view ? cleared(view) : nothing}
        ${view ? problemSummary(view) : nothing}
        ${startSection({ visit, words, choose: (id) => choose(id, form), change: () => change(form) })}
        ${regionSection(visit, words, (code) => form.chooseRegion(code))}
        ${view ? questions(view, form) : promises(words, form.restore)}
      </form>
      ${view ? answerSection(view) : nothing}
    </div>
    ${pageFoot(words)}`;
}

function skipLink({ words, focus }: LongForm): TemplateResult {
  const skip = (event: Event): void => {
    event.preventDefault();
    focus("#headline");
  };
  return html`<a class="skip" href="#headline" @click=${skip}>${words.say("skip")}</a>`;
}

const questions = (view: View, form: LongForm): TemplateResult =>
  html`${personSection(view)}${expensesSection(view)}${questionsSection(view)}${checkAnswers(view)}${footBar(form)}`;

/** Choosing leads on: to the region where there is none yet, else to the first questions. */
function choose(id: SituationId | null, { visit, chooseSituation, focus }: LongForm): void {
  chooseSituation(id);
  focus(visit.description ? "#person-title, #expenses-title" : "#form-region");
}

function change({ visit, focus }: LongForm): void {
  visit.askWhatHappened();
  focus("#start-title");
}

/** On a phone this stays in sight while the form is, so that every answer is seen to count. */
function footBar({ visit, words, focus }: LongForm): TemplateResult {
  const { label, figure } = shortAnswer(visit, words);
  return html`<div class="foot-bar"><p><small>${label}</small>${figure}</p>
    <button type="button" class="primary"
        @click=${() => focus(visit.check() ? "#headline" : "#errors")}>${words.say("check")}</button></div>`;
}
