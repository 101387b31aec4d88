/** What changed between two days: one sentence, then each programme that differs, with its figures on both days. */

import { html, nothing, type TemplateResult } from "lit";
import { type Change, changesBetween, type ValueChange } from "../model/changes";
import { isPublished } from "../model/tables";
import { rowLabel, versionText } from "./figures";
import { anchor, type Leaf, say } from "./leaf";
import { sourceEntries } from "./sources";

export interface Days {
  from: string;
  to: string;
}

const EARLIEST = "1900-01-01";

export function changes(days: Days, leaf: Leaf): TemplateResult {
  const { words, shelf } = leaf;
  const id = `${shelf.code}:changes`;
  const sorted = days.from <= days.to ? days : { from: days.to, to: days.from };
  const found = changesBetween(sorted.from, sorted.to, shelf);
  return html`<section class="changes" aria-labelledby=${id}>
    <h2 id=${id} tabindex="-1">${words.say("changes-title")}</h2>
    <p class="hint">${words.say("changes-hint")}</p>
    <div class="days">${dayField("from", days, leaf)}${dayField("to", days, leaf)}</div>
    <output class="found">${sentence(sorted, found, leaf)}</output>
    ${found.map((change) => entry(change, sorted, leaf))}
  </section>`;
}

function dayField(end: "from" | "to", days: Days, { words, compare }: Leaf): TemplateResult {
  // While a year is typed, the browser reports the year 2 or 20, or nothing.
  const change = (event: Event): void => {
    const { value } = event.target as HTMLInputElement;
    if (value >= EARLIEST) compare({ ...days, [end]: value });
  };
  return html`<label for="changes-${end}">${words.say(`changes-${end}`)}
    <input type="date" id="changes-${end}" min=${EARLIEST} max="2999-12-31" .value=${days[end]}
        @change=${change}></label>`;
}

function sentence({ from, to }: Days, found: Change[], { words }: Leaf): string {
  if (from === to) return words.say("changes-same-day");
  return found.length === 0
    ? words.say("changes-none", { from, to })
    : words.say("changes-some", { from, to, n: found.length });
}

function entry({ programme, began, known, values }: Change, days: Days, leaf: Leaf): TemplateResult {
  const { words, shelf } = leaf;
  const cited = new Set(
    values.length > 0 ? values.flatMap(({ before, after }) => [before.source, after.source]) : programme.sources,
  );
  return html`<div class="change">
    <h3>${say(programme.name, leaf)}</h3>
    ${began ? html`<p>${words.say("change-began", { date: began })}</p>` : nothing}
    ${known ? html`<p>${words.say("change-known", { date: known })}</p>` : nothing}
    ${values.length > 0 ? figures(values, days, leaf) : nothing}
    <p>${say(programme.clause, leaf)} <a href=${leaf.href(anchor(programme.id, leaf))}
        aria-label="${words.say(
          "change-clause",
        )}${words.say("colon")}${say(programme.name, leaf)}">${words.say("change-clause")}</a></p>
    ${sourceEntries(
      shelf.sources.filter(({ id }) => cited.has(id)),
      leaf,
    )}
  </div>`;
}

function figures(values: ValueChange[], { from, to }: Days, leaf: Leaf): TemplateResult {
  const { words } = leaf;
  return html`<table><thead><tr><th scope="col">${words.say("change-what")}</th>
      ${[from, to].map((date) => html`<th scope="col">${words.say("change-on", { date })}</th>`)}</tr></thead>
    <tbody>${values.map((change) => figureRow(change, leaf))}</tbody></table>`;
}

function figureRow({ value, before, after, sameFigure }: ValueChange, leaf: Leaf): TemplateResult {
  const { words } = leaf;
  const row = rowLabel(value, leaf);
  const name = say(value.text, leaf);
  const cell = (version: typeof before): TemplateResult =>
    html`<td class=${isPublished(version) ? "figure" : "no-figure"}>${versionText(version, value.unit, leaf)}</td>`;
  return html`<tr><th scope="row"><a
      href=${leaf.href(anchor(value.id, leaf))}>${row ? words.say("with-row", { name, row }) : name}</a>
    ${
      sameFigure ? html`<small>${words.say("change-source-only")}</small>` : nothing
    }</th>${cell(before)}${cell(after)}</tr>`;
}
