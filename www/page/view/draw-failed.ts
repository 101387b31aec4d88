/** What is seen where the page cannot be drawn: whom to call, what was answered so far, and a way to go on. */

import { html, type TemplateResult } from "lit";
import { valueText } from "./answer-text";
import { anyField } from "./any-field";
import { failed } from "./failed";
import type { View } from "./view";

interface Kept {
  question: string;
  answer: string;
}

/** `leave`: to choose another area, with every answer kept. */
export function drawFailed(cause: unknown, view: View, leave: () => void): TemplateResult {
  const { words } = view;
  const kept = keptAnswers(view);
  return html`${failed({ of: "start", reasons: [String(cause)] }, words)}
    <div class="state">
      ${kept.length > 0 ? html`<h3>${words.say("failed-answers")}</h3>` : ""}
      <dl class="kept">${kept.map(({ question, answer }) => html`<dt>${question}</dt><dd>${answer}</dd>`)}</dl>
      <p><button type="button" class="secondary" @click=${leave}>${words.say("failed-leave")}</button></p>
    </div>`;
}

function keptAnswers(view: View): Kept[] {
  const { person, policy, expenses } = view.visit.draft;
  const ofBills = expenses.flatMap(({ id, answers }) => [...answers].map(([name, value]) => [`${id}/${name}`, value]));
  return ([...person, ...ofBills, ...policy] as [string, never][]).map(([key, value]) => inWords(key, value, view));
}

/** What made the page fail may be the wording of a question: then its name stands for it. */
function inWords(key: string, value: never, view: View): Kept {
  try {
    const field = anyField(key, view);
    if (field) return { question: field.label, answer: valueText(value, field, view) };
  } catch {
    // Its name will do.
  }
  return { question: key, answer: String(value) };
}
