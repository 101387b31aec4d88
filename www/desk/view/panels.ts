/** What stands beside the text: problems, the page that residents see, and the cases with a tick each. */

import { html, type TemplateResult } from "lit";
import type { Words } from "../../page/words/words";
import type { Both, Checked, Notice, RunCases } from "../types";
import { faultsList, type Refused } from "./faults";

type Both2 = (words: Both) => string;

export interface ProblemsView {
  refused: Refused | null;
  notices: Notice[];
  checked: Checked | null;
  words: Words;
  both: Both2;
  reveal: (notice: Notice) => void;
  actions: (notice: Notice) => { name: string; act: () => void }[];
}

export function problemsPanel(view: ProblemsView): TemplateResult {
  return html`${faultsList(view.refused, view.words, view.both)}${noticesOf(view)}`;
}

function noticesOf({ notices, checked, words, both, reveal, actions }: ProblemsView): TemplateResult {
  if (checked === null) return html`<p class="hint">${words.say("desk-drop")}</p>`;
  if (notices.length === 0) return html`<p class="fine-state">${words.say("desk-no-problems")}</p>`;
  const { problems, warnings } = checked;
  const counts = { problems: String(problems.length), warnings: String(warnings.length) };
  const item = (notice: Notice): TemplateResult => html`<li class=${notice.weight}>
    <p><strong>${words.say(`desk-${notice.weight}`)}</strong> ${both(notice.message)}</p>
      <p class="hint">${both(notice.help)}</p>
    <p class="at"><button type="button" class="quiet" @click=${() => reveal(notice)}>
      ${words.say("desk-line", { line: String(notice.place.line) })}</button> <code>${notice.at}</code>
      ${actions(notice).map(({ name, act }) => html`<button type="button" @click=${act}>${name}</button>`)}</p></li>`;
  // A hundred are more than anybody mends at a time, and thousands would slow the typing.
  return html`<p id="counts">${words.say("desk-count-problems", counts)}</p>
    <ul class="notices">${notices.slice(0, 100).map(item)}</ul>`;
}

/** The resident's page with these rules. Nothing while they have problems. */
export function previewPanel(policy: string, region: string, words: Words): TemplateResult {
  if (policy === "") return html`<p class="hint">${words.say("desk-preview-needs")}</p>`;
  return html`<yibao-estimator class="preview" .policyText=${policy} region=${region}
    lang=${words.lang === "zh" ? "zh-CN" : "en"}></yibao-estimator>`;
}

export function casesPanel(run: RunCases | null, words: Words, both: Both2): TemplateResult {
  if (run === null || (run.cases.length === 0 && run.problems.length === 0))
    return html`<p class="hint">${words.say("desk-cases-none")}</p>`;
  const isHeld = ({ differences }: RunCases["cases"][number]): boolean => differences.length === 0;
  const held = run.cases.filter(isHeld).length;
  const shown = (value: unknown): string => (value === null ? words.say("desk-case-absent") : JSON.stringify(value));
  const item = (each: RunCases["cases"][number]): TemplateResult => html`<li
    class=${isHeld(each) ? "holds" : "fails"}>
    <p><strong>${isHeld(each) ? "✓" : "✗"} ${words.say(isHeld(each) ? "desk-case-holds" : "desk-case-fails")}
      </strong> ${both(each.title)}</p>
    ${each.differences.map(
      ({ path, expected, actual }) => html`<p
      class="hint">${words.say("desk-case-difference", { path, expected: shown(expected), actual: shown(actual) })}
        </p>`,
    )}</li>`;
  const problem = (notice: Notice): TemplateResult =>
    html`<li class="problem"><p>${both(notice.message)} <code>${notice.at}</code></p></li>`;
  const sorted = [...run.cases].sort((a, b) => Number(isHeld(a)) - Number(isHeld(b)));
  const counts = { held: String(held), failed: String(run.cases.length - held) };
  return html`<p id="case-counts">${words.say("desk-cases-count", counts)}</p>
    <ul class="notices">${run.problems.map(problem)}${sorted.map(item)}</ul>`;
}
