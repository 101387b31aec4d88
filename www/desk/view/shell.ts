/** The head of the desk and its tools: open, save, undo, a place on file, a new place. */

import { html, type TemplateResult } from "lit";
import { regionsWithFile } from "../../package/chain";
import type { Words } from "../../page/words/words";

export function head(words: Words, turn: () => void): TemplateResult {
  const other = words.lang === "zh" ? "en" : "zh-CN";
  return html`<header class="head"><p class="brand">${words.say("brand")}</p>
    <div class="switches">
      <button type="button" class="quiet" lang=${other} @click=${turn}>${words.say("other-language")}</button></div>
    <h1>${words.say("desk-title")}</h1><p class="lead">${words.say("desk-lead")}</p>
    <p class="lead"><a href="index.html">${words.say("desk-to-page")}
      </a> · <a href="library.html">${words.say("desk-to-library")}</a></p>
  </header>`;
}

export interface Tools {
  words: Words;
  /** What happened last. */
  said: string;
  take: (files: Iterable<File>) => void;
  save: () => void;
  saveSheet: () => void;
  undo: () => void;
  redo: () => void;
  show: (code: string) => void;
  make: (form: FormData) => void;
}

/** The files that were chosen. The field is emptied, so that a mended file can be chosen anew. */
function taken(event: Event, take: (files: File[]) => void): void {
  const field = event.target as HTMLInputElement;
  take([...(field.files ?? [])]);
  field.value = "";
}

/** The places with a file of their own. */
function places(words: Words): TemplateResult[] {
  const index = globalThis.yibaoIndex ?? [];
  const withFile = regionsWithFile(index);
  const rows = index.filter(([code]) => withFile.has(code));
  return rows.map(([code, zh, en]) => html`<option value=${code}>${{ zh, en }[words.lang]} ${code}</option>`);
}

export function toolbar(tools: Tools): TemplateResult {
  const { words, said, take, save, saveSheet, undo, redo, show } = tools;
  const chosen = (event: Event): void => show((event.target as HTMLSelectElement).value);
  return html`<section class="tools" aria-label=${words.say("desk-tools")}>
    <label class="button" for="open-files">${words.say("desk-open")}</label>
    <input id="open-files" class="visually-hidden" type="file" accept=".json,application/json,.xlsx" multiple
      @change=${(event: Event) => taken(event, take)}>
    <button type="button" class="primary" id="save" @click=${save}>${words.say("desk-save")}</button>
    <button type="button" id="save-sheet" @click=${saveSheet}>${words.say("desk-sheet-save")}</button>
    <label class="button" for="open-sheet">${words.say("desk-sheet-open")}</label>
    <input id="open-sheet" class="visually-hidden" type="file" accept=".xlsx"
      @change=${(event: Event) => taken(event, take)}>
    <button type="button" @click=${undo}>${words.say("desk-undo")}</button>
    <button type="button" @click=${redo}>${words.say("desk-redo")}</button>
    <label>${words.say("desk-shipped")}
      <select id="shipped" @change=${chosen}><option value="">${words.say("desk-shipped-choose")}
        </option>${places(words)}</select></label>
    <details class="new"><summary>${words.say("desk-new")}</summary>${newForm(tools)}</details>
    <output role="status" class="said">${said}</output></section>`;
}

function newForm({ words, make }: Tools): TemplateResult {
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    make(new FormData(event.target as HTMLFormElement));
  };
  const field = (name: string, label: string): TemplateResult =>
    html`<label>${words.say(label)}<input type="text" name=${name} autocomplete="off"></label>`;
  return html`<form class="new-form" novalidate @submit=${submit}>
    <label>${words.say("desk-new-like")}<select name="like"><option value=""></option>${places(words)}</select>
      </label>
    ${field("code", "desk-new-code")}${field("zh", "desk-new-name")}${field("en", "desk-new-en")}
    <button class="primary">${words.say("desk-new-make")}</button><p class="hint">${words.say("desk-new-hint")}</p>
      </form>`;
}
