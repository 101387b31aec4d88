/** The bar that stays at the foot of a guided visit: what is known so far, and the way to it. */

import { html, nothing, type TemplateResult } from "lit";
import { shortAnswer } from "../view/headline";
import { ANSWER } from "./plan";
import type { Guided } from "./screen";

export function amountBar({ guide, visit, words, view }: Guided): TemplateResult | typeof nothing {
  if (!view) return nothing;
  const { label, figure } = shortAnswer(visit, words);
  return html`<div class="foot-bar"><p><small>${label}</small>${figure}</p>
    <button type="button" class="secondary" @click=${() => guide.goTo(ANSWER)}>${words.say("check")}</button></div>`;
}
