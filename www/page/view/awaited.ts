/** What is seen while the rules of a region are on their way, and where they cannot be had. */

import { html, nothing, type TemplateResult } from "lit";
import type { Visit } from "../visit/visit";
import type { Words } from "../words/words";

export function awaitedNote({ awaited }: Visit, words: Words): TemplateResult | typeof nothing {
  if (!awaited) return nothing;
  if (!awaited.failed) return html`<p class="hint" role="status">${words.say("region-loading")}</p>`;
  return html`<div class="state" role="alert"><p>${words.say("region-failed")}</p>
    <p><button type="button" class="primary" @click=${() => {
      void awaited.retry();
    }}>${words.say("retry")}</button>
    <a class="call" href="tel:12393">${words.say("hotline-call")}</a></p></div>`;
}
