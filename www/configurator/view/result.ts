/** The right-hand side: what to paste, what a security policy needs, and the thing itself. */

import { html, nothing, type TemplateResult } from "lit";
import type { Words } from "../../page/words/words";
import type { Choices } from "../model/choices";
import { linkTo, rulesFor } from "../model/code";

export interface Result {
  choices: Choices;
  code: string;
  words: Words;
  copied: "" | "yes" | "no";
  copy(): void;
}

export function result({ choices, code, words, copied, copy }: Result): TemplateResult {
  const rules = rulesFor(choices)
    .map((line) => `${line};`)
    .join("\n");
  return html`<div class="answer">
    <section aria-labelledby="code-title"><h2 id="code-title">${words.say("conf-section-code")}</h2>
      <textarea class="code" id="code" readonly spellcheck="false" aria-labelledby="code-title"
          .value=${code}></textarea>
      <div class="copy"><button type="button" class="primary" @click=${copy}>${words.say("conf-copy")}</button>
        <output role="status">${
          copied === "" ? nothing : words.say(copied === "yes" ? "conf-copied" : "conf-copy-failed")
        }</output></div></section>
    <section aria-labelledby="rules-title"><h3 id="rules-title">${words.say("conf-rules")}</h3><p
        class="hint">${words.say("conf-rules-hint")}</p>
      <pre class="code" id="rules" tabindex="0" aria-labelledby="rules-title">${rules}</pre></section>
    <section aria-labelledby="preview-title"><h2 id="preview-title">${words.say("conf-section-preview")}</h2>
      <p class="hint">${words.say("conf-preview-hint")} ${words.say("conf-preview-address")}</p>
      <div class="preview"></div></section>
    <section aria-labelledby="others-title"><h3 id="others-title">${words.say("conf-more")}</h3>
      <p>${words.say("conf-more-link")}</p><pre class="code" tabindex="0"
          aria-label=${words.say("conf-more-link")}>${linkTo(choices)}</pre>
      <p class="hint">${words.say("conf-more-file", { file: "yibao.html" })}</p>
      <p class="hint">${words.say("conf-more-headers")}</p>
      <p><a href=${
        words.lang === "zh" ? "docs/embedding.zh.md" : "docs/embedding.md"
      }>${words.say("conf-guide")}</a></p></section>
  </div>`;
}
