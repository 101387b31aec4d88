/** What the cases reach, what would reach the rest, and whether a mistyped number would be noticed. */

import { html, nothing, type TemplateResult } from "lit";
import type { Words } from "../../page/words/words";
import type { Both, Coverage, Mutated } from "../types";

export interface CoverageView {
  covered: Coverage | null;
  mutated: Mutated | null;
  words: Words;
  both: (words: Both) => string;
  look: () => void;
  mutate: () => void;
}

export function coveragePanel({ covered, mutated, words, both, look, mutate }: CoverageView): TemplateResult {
  return html`<p class="acts">
    <button type="button" class="primary" id="cover" @click=${look}>${words.say("desk-cover-run")}</button>
    <button type="button" id="mutate" @click=${mutate}>${words.say("desk-mutate")}</button></p>
    ${covered ? told(covered, words, both) : nothing}${mutated ? toldMutations(mutated, words) : nothing}`;
}

function told(
  { conditions, numbers, limits, readings, proposals }: Coverage,
  words: Words,
  both: CoverageView["both"],
): TemplateResult {
  const row = (
    name: string,
    all: number,
    reached: number,
  ): TemplateResult => html`<tr><th scope="row">${words.say(name)}</th>
    <td>${words.say("desk-cover-of", { reached: String(reached), all: String(all) })}</td>
    <td><progress max=${Math.max(1, all)} value=${all === 0 ? 1 : reached}></progress></td></tr>`;
  return html`<table class="covered"><tbody>
    ${row("desk-cover-conditions", conditions.length, conditions.filter(({ holds, fails }) => holds && fails).length)}
    ${row("desk-cover-numbers", numbers.length, numbers.filter(({ reached }) => reached).length)}
    ${row("desk-cover-limits", limits.length, limits.filter(({ below, cut }) => below && cut).length)}
    ${row("desk-cover-readings", readings.length, readings.filter(({ reached }) => reached).length)}</tbody></table>
    ${
      proposals.length === 0
        ? html`<p class="fine-state">${words.say("desk-cover-full")}</p>`
        : html`<h3>${words.say("desk-cover-proposals")}</h3><ul class="notices">${proposals.map(
            ({ title, at, request }) => html`<li><p>${both(title)}</p><p class="at"><code>${at}</code></p>
              ${
                request
                  ? html`<details><summary>JSON</summary><pre>${JSON.stringify(request, null, 1)}</pre>
                </details>`
                  : nothing
              }</li>`,
          )}</ul>`
    }`;
}

function toldMutations({ tried, noticed, unnoticed }: Mutated, words: Words): TemplateResult {
  return html`<p id="mutated">${words.say("desk-mutate-count", { tried: String(tried), noticed: String(noticed) })}
    </p>
    ${unnoticed.length === 0 ? nothing : html`<h3>${words.say("desk-mutate-missed")}</h3>`}
    <ul class="notices">${unnoticed.map(
      ({ at, before, after }) => html`<li><p class="at"><code>${at}
      </code> ${before} → ${after}</p></li>`,
    )}</ul>`;
}
