/** Head and foot of the page. */

import { html, nothing, type TemplateResult } from "lit";
import { addressOf } from "../scripts";
import { locale } from "../words/format";
import type { Lang, Words } from "../words/words";
import { libraryHome } from "./library-link";
import { openFile, type Restore } from "./open-file";

/** `begun`: there is an answer, whose sentence is now the largest thing on the page. */
export interface Head {
  words: Words;
  elder: boolean;
  begun: boolean;
  setLang(lang: Lang): void;
  setElder(on: boolean): void;
}

export function pageHead({ words, elder, begun, setLang, setElder }: Head): TemplateResult {
  const other: Lang = words.lang === "zh" ? "en" : "zh";
  return html`<header class="head ${begun ? "begun" : ""}">
    <p class="brand">${words.say("brand")}</p>
    <div class="switches">
      <button type="button" class="quiet" lang=${locale[other]}
          @click=${() => setLang(other)}>${words.say("other-language")}</button>
      <button type="button" class="quiet" aria-pressed=${elder ? "true" : "false"}
          @click=${() => setElder(!elder)}>${words.say("elder")}</button>
    </div>
    <h1>${words.say("title")}</h1>
    ${begun ? nothing : html`<p class="lead">${words.say("lead")}</p>`}
  </header>`;
}

/** What the page will say, for those who have not begun. */
export function promises(words: Words, restore: Restore): TemplateResult {
  return html`<div class="promises"><p>${words.say("promise-intro")}</p>
    <ul>${["promise-amount", "promise-benefits", "promise-sources"].map((id) => html`<li>${words.say(id)}</li>`)}</ul>
    <p class="fine">${words.say("coverage")}</p>
    ${openFile(words, "", restore)}</div>`;
}

export function pageFoot(words: Words): TemplateResult {
  return html`<footer class="foot">${libraryHome(words)}<p>${words.say("privacy")}${howToCheck(words)}</p></footer>`;
}

/** Where everything is one file, there is nothing beside it. */
function howToCheck(words: Words): TemplateResult | typeof nothing {
  if (globalThis.yibaoInlined) return nothing;
  return html` <a href=${addressOf("check.html") + (words.lang === "en" ? "#en" : "")} target="_blank"
      rel="noopener">${words.say("privacy-check")}</a>`;
}
