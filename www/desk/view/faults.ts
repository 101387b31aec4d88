/** What is wrong with a workbook, cell by cell. */

import { html, nothing, type TemplateResult } from "lit";
import type { Words } from "../../page/words/words";
import type { Both, Fault } from "../types";

export interface Refused {
  /** The name of the file. */
  name: string;
  faults: Fault[];
}

/** More than these nobody mends at a time. */
const MOST = 100;

export function faultsList(refused: Refused | null, words: Words, both: (words: Both) => string): unknown {
  if (refused === null) return nothing;
  const { name, faults } = refused;
  const cell = ({ sheet, cell }: Fault): unknown =>
    sheet === "" ? nothing : html`<span class="cell">${sheet}${cell === "" ? nothing : html` <b>${cell}</b>`}</span>`;
  const item = (fault: Fault): TemplateResult => html`<li class="problem">
    <p>${cell(fault)} ${both(fault.message)}</p><p class="hint">${both(fault.help)}</p></li>`;
  return html`<section class="faults" aria-labelledby="faults-title">
    <h2 id="faults-title" tabindex="-1">${words.say("desk-sheet-refused", { name, count: String(faults.length) })}</h2>
    <p class="hint">${words.say("desk-sheet-kept")}</p>
    <ul class="notices">${faults.slice(0, MOST).map(item)}</ul></section>`;
}
