/** The head of a table: the names of its columns. */

import { html, type TemplateResult } from "lit";

/** A name that is empty has no column. */
export const tableHead = (names: string[]): TemplateResult =>
  html`<thead><tr>${names.filter(Boolean).map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>`;
