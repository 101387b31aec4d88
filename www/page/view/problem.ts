/** Problems of a request in words, and the summary that leads to their fields. */

import { html, nothing, type TemplateResult } from "lit";
import type { FactValue, Problem } from "../../package/types";
import type { FieldProblem } from "../visit/problems";
import { hasShortYear } from "../visit/typed";
import type { Words } from "../words/words";
import { anyField } from "./any-field";
import { fieldId, type View } from "./view";

/** `given`: the answer that it is about. */
export function problemText(problem: Problem, words: Words, given?: FactValue): string {
  if (problem.code === "malformed_date" && hasShortYear(String(given))) return words.say("problem-short_year");
  const id = problem.code === "missing" ? `problem-required-${problem.args["key"]}` : `problem-${problem.code}`;
  return words.say(words.has(id) ? id : "errors-general", problem.args);
}

/** Takes the focus when the result was asked for; each line leads to its field. */
export function problemSummary(view: View): TemplateResult | typeof nothing {
  const { visit, words } = view;
  if (!visit.summarised || visit.problems.length === 0) return nothing;
  return html`<div class="summary-of-errors" id="errors" role="alert" tabindex="-1" aria-labelledby="errors-title">
    <h2 id="errors-title">${words.say("errors-title", { n: visit.problems.length })}</h2>
    <ul>${visit.problems.map((entry) => html`<li>${problemLink(entry, view)}</li>`)}</ul>
  </div>`;
}

export function problemLink({ field, problem }: FieldProblem, view: View): TemplateResult {
  const text = problemText(problem, view.words, view.visit.get(field));
  if (field === "") return html`${text}`;
  // A link, as people expect of such a list; but the address keeps its fragment, which is not ours to overwrite.
  const go = (event: Event): void => {
    event.preventDefault();
    view.goTo(field);
  };
  return html`<a href="#${fieldId(field)}" @click=${go}>${fieldName(field, view)}${view.words.say("colon")}${text}</a>`;
}

function fieldName(field: string, view: View): string {
  const { visit, words } = view;
  const [head = ""] = field.split("/");
  const n = visit.draft.expenses.findIndex(({ id }) => id === head) + 1;
  const label = anyField(field, view)?.label ?? (field === "region" ? words.say("region") : field);
  return n > 0 ? `${words.say("expense-title", { n })} · ${label}` : label;
}
