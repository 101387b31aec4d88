/** What is seen where there can be no answer, with whom to call instead. */

import { html, type TemplateResult } from "lit";
import type { Words } from "../words/words";

/**
 * `start`: the engine does not start. `policies`: a host's own rules are wrong. `bug`: the engine failed while it ran.
 */
export interface Failing {
  of: "start" | "policies" | "bug";
  reasons: string[];
}

const WORDS = {
  start: ["failed-title", "failed-text"],
  policies: ["policies-failed-title", "policies-failed-text"],
  bug: ["failed-bug-title", "failed-bug-text"],
} as const;

export function failed({ of, reasons }: Failing, words: Words): TemplateResult {
  const [title, text] = WORDS[of];
  return html`<div class="state" role="alert">
    <h2 id="headline" tabindex="-1">${words.say(title)}</h2><p>${words.say(text)}</p>
    <p><a class="call" href="tel:12393">${words.say("hotline-call")}</a></p>
    ${
      of === "policies"
        ? forWebmaster(reasons, words)
        : html`<p class="fine">${words.say("failed-detail", { reason: reasons.join(" ") })}</p>`
    }
  </div>`;
}

const forWebmaster = (reasons: string[], words: Words): TemplateResult =>
  html`<p class="fine">${words.say("policies-failed-detail")}</p>
    <ul class="fine" lang="en">${reasons.map((reason) => html`<li>${reason}</li>`)}</ul>`;
