/** Before going to hospital: what to ask there, and what the area wants to be done first. */

import { html, nothing, type TemplateResult } from "lit";
import type { Estimate } from "../../package/types";
import type { View } from "../view/view";
import { isOfCare } from "../visit/situation";

/** What an area's caveats call an act that must come first: filing, referral, signing up, approval. */
const FIRST = /备案|转诊|签约|事先|审批|审核同意/;

const QUESTIONS = ["before-ask-settle", "before-ask-level", "before-ask-own"];

/** Only where the bill is yet to come: its day is today or later. */
export function beforeGoing(estimate: Estimate, view: View): TemplateResult | typeof nothing {
  const { words, visit } = view;
  const isToCome = (visit.request?.expenses ?? []).some(
    ({ date, service }) => date >= visit.askedOn && !isOfCare(service),
  );
  if (!isToCome) return nothing;
  const first = doneFirst(estimate, view);
  return html`<details class="more"><summary>${words.say("before-title")}</summary>
    <ul>${first.map((text) => html`<li>${text}</li>`)}${QUESTIONS.map((id) => html`<li>${words.say(id)}</li>`)}</ul>
  </details>`;
}

/** In the words of the area, each once. */
function doneFirst({ programmes }: Estimate, { description, words }: View): string[] {
  const paying = new Set(
    programmes.filter(({ verdict, lines }) => verdict !== "does_not_apply" && lines.length > 0).map(({ id }) => id),
  );
  const caveats = description.programmes.filter(({ id }) => paying.has(id)).flatMap((one) => one.caveats);
  const named = caveats.filter(({ text }) => FIRST.test(description.words[text.id]?.zh ?? ""));
  return [...new Set(named.map(({ text }) => words.text(text)))];
}
