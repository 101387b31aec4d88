/** What happened: seven situations in plain words, each a large button; once chosen, a line that can be changed. */

import { html, nothing, type TemplateResult } from "lit";
import { SITUATIONS, type SituationId } from "../visit/situation";
import type { Visit } from "../visit/visit";
import type { Words } from "../words/words";

export interface Start {
  visit: Visit;
  words: Words;
  choose(id: SituationId | null): void;
  change(): void;
}

export function startSection(start: Start): TemplateResult {
  const { visit, words } = start;
  return html`<section class="step start" aria-labelledby="start-title">
    <h2 id="start-title" tabindex="-1">${words.say("start-title")}</h2>
    ${visit.asksWhatHappened ? choices(start) : chosen(start)}
  </section>`;
}

function choices(start: Start): TemplateResult {
  const { visit, words, choose } = start;
  return html`<p class="hint">${words.say("start-hint")}</p>
    ${situationList(start)}
    ${
      visit.description
        ? html`<button type="button" class="quiet"
        @click=${() => choose(visit.situation)}>${words.say("start-skip")}</button>`
        : nothing
    }`;
}

/** The same as a question of its own. */
export function situationChoices(start: Pick<Start, "visit" | "words" | "choose">): TemplateResult {
  return html`<div class="question"><p class="label">${start.words.say("start-title")}</p>
    ${situationList(start)}</div>`;
}

function situationList({ visit, words, choose }: Pick<Start, "visit" | "words" | "choose">): TemplateResult {
  return html`<ul class="plain situations">${SITUATIONS.map(
    ({ id }) => html`<li>
      <button type="button" class="situation" aria-pressed=${visit.situation === id ? "true" : "false"}
          @click=${() => choose(id)}>
        <span>${words.say(`situation-${id}`)}</span><small>${words.say(`situation-${id}-note`)}</small></button></li>`,
  )}
    </ul>`;
}

function chosen({ visit, words, change }: Start): TemplateResult {
  const name = visit.situation ? words.say(`situation-${visit.situation}`) : words.say("start-none");
  return html`<p class="chosen"><b>${name}</b>
    <button type="button" class="quiet" @click=${change}>${words.say("change")} <span
        class="visually-hidden">${words.say("start-title")}</span></button></p>`;
}
