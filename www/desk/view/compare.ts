/** Two versions: what was changed, whom it touches, by how much and why. */

import { MergeView } from "@codemirror/merge";
import { EditorState } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { html, nothing, type TemplateResult } from "lit";
import type { Words } from "../../page/words/words";
import { look } from "../editor/look";
import type { Both, Diff, Paid } from "../types";

export interface CompareView {
  diff: Diff | null;
  before: string;
  after: string;
  words: Words;
  both: (words: Both) => string;
  compare: () => void;
  other: (files: FileList) => void;
}

export function comparePanel(view: CompareView): TemplateResult {
  const { diff, words, compare, other } = view;
  return html`<p class="hint">${words.say("desk-compare-lead")}</p>
    <p class="acts">
      <button type="button" class="primary" id="compare" @click=${compare}>${words.say("desk-compare-run")}</button>
      <label class="button" for="compare-with">${words.say("desk-compare-other")}</label>
      <input id="compare-with" class="visually-hidden" type="file" accept=".json,application/json"
        @change=${(event: Event) => other((event.target as HTMLInputElement).files as FileList)}></p>
    ${diff ? told(diff, view) : nothing}`;
}

function told(diff: Diff, view: CompareView): TemplateResult {
  const { words, both } = view;
  if (diff.edits.length === 0) return html`<p class="fine-state">${words.say("desk-compare-same")}</p>`;
  const side = (value: unknown): string => (value === null ? words.say("desk-none") : JSON.stringify(value));
  const reason = ({ programme, before, after, people }: Diff["reasons"][number]): TemplateResult =>
    html`<li>${words.say("desk-compare-reason", {
      programme,
      before: both(before),
      after: both(after),
      people: String(people),
    })}</li>`;
  return html`<h3>${words.say("desk-compare-edits")}</h3>
    <ul class="notices edits">${diff.edits.map(
      ({ at, before, after }) => html`<li><code>${at}
      </code> ${side(before)} → ${side(after)}</li>`,
    )}</ul>
    <h3>${words.say("desk-compare-who")}</h3>
      <p class="hint">${words.say("desk-compare-people", { people: String(diff.people) })}</p>
    ${diff.groups.length === 0 ? html`<p>${words.say("desk-compare-nobody")}</p>` : groups(diff, view)}
    ${
      diff.reasons.length === 0
        ? nothing
        : html`<h3>${words.say("desk-compare-reasons")}</h3>
      <ul class="notices">${diff.reasons.map(reason)}</ul>`
    }
    ${
      diff.cases.length === 0
        ? nothing
        : html`<h3>${words.say("desk-compare-cases")}</h3><ul class="notices">${diff.cases.map(
            ({ case: title, before, after }) =>
              html`<li>${title ? both(title) : ""} ${paid(before)} → ${paid(after)}</li>`,
          )}</ul>`
    }
    <details @toggle=${(event: Event) => showTexts(event.target as HTMLDetailsElement, view)}>
      <summary>${words.say("desk-compare-texts")}</summary><div class="texts"></div></details>`;
}

const paid = ({ low, high }: Paid): string => (low === high ? low : `${low}–${high}`);

function groups(diff: Diff, { words, both }: CompareView): TemplateResult {
  const heads = ["group", "number", "gain", "lose", "unclear", "mean", "span"].map((name) =>
    words.say(`desk-compare-${name}`),
  );
  return html`<div class="wide"><table class="groups"><thead><tr>${heads.map(
    (name) => html`<th scope="col">${name}
    </th>`,
  )}</tr></thead>
    <tbody>${diff.groups.map(
      (group) => html`<tr><th scope="row">${both(group.words)}</th><td>${group.people}</td><td>${group.gain}</td>
        <td>${group.lose}</td><td>${group.unclear}</td><td>${group.mean}</td><td>${group.least} – ${group.greatest}
          </td></tr>`,
    )}</tbody></table></div>`;
}

/** Both texts side by side, in a shadow root for their styles. Only once they are asked for. */
function showTexts(details: HTMLDetailsElement, { before, after }: CompareView): void {
  const place = details.querySelector(".texts");
  if (!details.open || !place) return;
  const host = document.createElement("div");
  const root = host.attachShadow({ mode: "open" });
  place.replaceChildren(host);
  const extensions = [EditorState.readOnly.of(true), EditorView.lineWrapping, look];
  new MergeView({
    a: { doc: before, extensions },
    b: { doc: after, extensions },
    parent: root,
    root,
    collapseUnchanged: {},
  });
}
