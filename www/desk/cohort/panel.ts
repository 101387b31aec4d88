/** The part of the desk that settles a population: a description, how far it got, and the report. */

import { html, nothing, type TemplateResult } from "lit";
import type { Words } from "../../page/words/words";
import type { Both, Notice } from "../types";
import type { Reported } from "./messages";

export interface CohortState {
  described: string;
  /** How much is done, from 0 to 1; nothing while nobody works. */
  done: number | null;
  problems: Notice[];
  report: Reported | null;
  said: string;
}

export const AT_REST: CohortState = { described: "", done: null, problems: [], report: null, said: "" };

export interface CohortView {
  state: CohortState;
  words: Words;
  both: (words: Both) => string;
  /** Whether the rules can be settled by. */
  isReady: boolean;
  write: (described: string) => void;
  run: () => void;
  stop: () => void;
  save: (kind: "page" | "json") => void;
}

export function cohortPanel(view: CohortView): TemplateResult {
  const { state, words, isReady, run, stop, write } = view;
  if (!isReady) return html`<p class="hint">${words.say("desk-cohort-needs")}</p>`;
  const typed = (event: Event): void => write((event.target as HTMLTextAreaElement).value);
  return html`<p class="hint">${words.say("desk-cohort-lead")}</p>
    <label for="cohort-described">${words.say("desk-cohort-described")}</label>
    <textarea id="cohort-described" rows="14" spellcheck="false" .value=${state.described} @input=${typed}></textarea>
    <p class="acts">
      <button type="button" class="primary" id="cohort-run" ?disabled=${state.done !== null} @click=${run}>
        ${words.say("desk-cohort-run")}</button>
      ${
        state.done === null
          ? nothing
          : html`<button type="button" id="cohort-stop" @click=${stop}>${words.say("desk-cohort-stop")}</button>
          <label class="cohort-done">${words.say("desk-cohort-working", { part: String(Math.floor(state.done * 100)) })}
            <progress max="1" value=${state.done}></progress></label>`
      }</p>
    <p role="status" id="cohort-said">${state.said}</p>
    ${problems(view)}${report(view)}`;
}

function problems({ state, words, both }: CohortView): unknown {
  if (state.problems.length === 0) return nothing;
  const item = (notice: Notice): TemplateResult => html`<li class="problem"><p>${both(notice.message)}</p>
    <p class="hint">${both(notice.help)}</p>
    <p class="at">${words.say("desk-line", { line: String(notice.place.line) })} <code>${notice.path}</code></p></li>`;
  return html`<ul class="notices">${state.problems.map(item)}</ul>`;
}

function report({ state, words, save }: CohortView): unknown {
  if (!state.report) return nothing;
  return html`<p class="acts">
      <button type="button" id="cohort-page" @click=${() => save("page")}>${words.say("desk-cohort-page")}</button>
      <button type="button" id="cohort-json" @click=${() => save("json")}>${words.say("desk-cohort-json")}</button></p>
    <yibao-cohort-report .report=${state.report}></yibao-cohort-report>`;
}

/** The report in a shadow root: its styles come as a constructed sheet, which the page's security policy allows. */
class CohortReport extends HTMLElement {
  private readonly root = this.attachShadow({ mode: "open" });

  /** Written by our own core, which escapes every name. */
  set report({ fragment, style }: Reported) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    this.root.adoptedStyleSheets = [sheet];
    this.root.innerHTML = fragment;
  }
}

if (!customElements.get("yibao-cohort-report")) customElements.define("yibao-cohort-report", CohortReport);
