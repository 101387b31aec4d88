/** Instead of everything, where there can be no answer. */

import { html, type TemplateResult } from "lit";
import type { Words } from "../words/words";

export interface Failing {
  ofPolicies: boolean;
  reasons: string[];
}

export function failed({ ofPolicies, reasons }: Failing, words: Words): TemplateResult {
  const [title, text] = ofPolicies
    ? [words.say("policies-failed-title"), words.say("policies-failed-text")]
    : [words.say("failed-title"), words.say("failed-text")];
  return html`<div class="state" role="alert"><h2>${title}</h2><p>${text}</p>
    <p><a class="call" href="tel:12393">${words.say("hotline-call")}</a></p>
    ${
      ofPolicies
        ? html`<p class="fine">${words.say("policies-failed-detail")}</p><ul class="fine" lang="en">${reasons.map((reason) => html`<li>${reason}</li>`)}</ul>`
        : html`<p class="fine">${words.say("failed-detail", { reason: reasons.join(" ") })}</p>`
    }</div>`;
}
