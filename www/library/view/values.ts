/**
 * The figures of a programme: one block for each name, in it one table for the days and the document that it holds by.
 */

import { html, nothing, type TemplateResult } from "lit";
import type { ProgrammeDescription, Source } from "../../package/types";
import { type Cell, covers, type Grid, gridOf, isPublished, type Span, type Table, tablesOf } from "../model/tables";
import { figure, keyLabel, rowLabel, seenText, versionText } from "./figures";
import { anchor, type Leaf, say } from "./leaf";

export function values(programme: ProgrammeDescription, leaf: Leaf): TemplateResult | typeof nothing {
  const tables = tablesOf(leaf.shelf.values.filter((value) => value.programme === programme.id));
  if (tables.length === 0) return nothing;
  const shared = sharedSpan(tables);
  return html`<h4>${leaf.words.say("numbers-title")}</h4>
    ${shared ? html`<p class="fine">${leaf.words.say("numbers-shared")}${noteParts(shared, leaf)}</p>` : nothing}
    <div class="values">${tables.map((table) => block(table, shared, leaf))}</div>`;
}

function block(table: Table, shared: Span | null, leaf: Leaf): TemplateResult {
  const id = anchor(table.id, leaf);
  return html`<div class="value" id=${id} tabindex="-1">
    <h5><a class="to-here" href=${leaf.href(id)}>${say(table.of.text, leaf)}</a></h5>
    <div>${table.spans.map(
      (span) => html`<div class="span ${covers(span, leaf.today) ? "now" : "past"}">
      ${spanBody(span, table, leaf)}${shared && isPublished(span) ? nothing : spanNote(span, table, leaf)}</div>`,
    )}</div>
  </div>`;
}

/** Where all published figures of a programme hold over the same days by the same document, that is said once. */
function sharedSpan(tables: Table[]): Span | null {
  const [first, ...rest] = tables.flatMap(({ spans }) => spans).filter(isPublished);
  const same = ({ from, to, status, source }: Span): boolean =>
    from === first?.from && to === first?.to && status === first?.status && source === first?.source;
  return first && rest.length > 0 && rest.every(same) ? first : null;
}

// ------------------------------------------------------------------------------------------ figures

function spanBody(span: Span, table: Table, leaf: Leaf): TemplateResult {
  const [first] = span.cells;
  if (first && span.cells.length === 1 && rowLabel(first.value, leaf) === "") return single(first, leaf);
  const grid = gridOf(span);
  return grid ? gridTable(grid, table, leaf) : listTable(span, table, leaf);
}

function single({ version, value }: Cell, leaf: Leaf): TemplateResult {
  return html`<p class=${
    isPublished(version) ? "figure" : "no-figure"
  }>${versionText(version, value.unit, leaf)}</p>${unsure({ version, value }, leaf)}`;
}

function gridTable({ across, down, columns, rows }: Grid, table: Table, leaf: Leaf): TemplateResult {
  const label = (fact: string, key: string): string => keyLabel(fact, key, table.of, leaf);
  return html`<table>
    <caption class="visually-hidden">${say(table.of.text, leaf)}</caption>
    <thead><tr><td></td>${columns.map((key) => html`<th scope="col">${label(across, key)}</th>`)}</tr></thead>
    <tbody>${rows.map(
      ({ key, cells }) => html`<tr><th scope="row">${label(down, key)}</th>
      ${cells.map((cell) => figureCell(cell, leaf))}</tr>`,
    )}</tbody></table>`;
}

function listTable({ cells }: Span, table: Table, leaf: Leaf): TemplateResult {
  return html`<table class="list">
    <caption class="visually-hidden">${say(table.of.text, leaf)}</caption>
    <thead class="visually-hidden"><tr><th scope="col">${leaf.words.say("row-label")}</th><th
        scope="col">${leaf.words.say("figure-label")}</th></tr></thead>
    <tbody>${cells.map(
      (cell) => html`<tr><th scope="row">${rowLabel(cell.value, leaf)}</th>${figureCell(cell, leaf)}</tr>`,
    )}</tbody></table>`;
}

function figureCell(cell: Cell, leaf: Leaf): TemplateResult {
  const { value, version } = cell;
  const plain = isPublished(version);
  return html`<td id=${anchor(value.id, leaf)} tabindex="-1" class=${plain ? "figure" : "no-figure"}>
    ${
      plain
        ? figure(version.value ?? "", value.unit, leaf)
        : html`${versionText(version, value.unit, leaf)}${unsure(cell, leaf)}`
    }</td>`;
}

/** What was seen in weaker places, and the policy's own words about a figure that nobody published. */
function unsure({ value, version }: Cell, leaf: Leaf): TemplateResult | typeof nothing {
  const seen = seenText(version, value.unit, leaf);
  const note = version.note ? say(version.note, leaf) : "";
  return html`${seen ? html`<small>${seen}</small>` : nothing}${note ? html`<small>${note}</small>` : nothing}`;
}

// ------------------------------------------------------------------------------------------ days, document, certainty

function spanNote(span: Span, table: Table, leaf: Leaf): TemplateResult | typeof nothing {
  const several = table.spans.length > 1;
  if (!several && !isPublished(span) && !span.from && !span.to) return nothing;
  const when = several ? html`<b>${leaf.words.say(momentOf(span, leaf.today))}</b> ` : nothing;
  return html`<p class="fine">${when}${noteParts(span, leaf)}</p>`;
}

function noteParts(span: Span, leaf: Leaf): TemplateResult[] {
  const { words, shelf } = leaf;
  const source = isPublished(span) ? shelf.sources.find(({ id }) => id === span.source) : undefined;
  const parts: unknown[] = [days(span, leaf)];
  if (isPublished(span)) parts.push(words.say(`sure-${span.status}`));
  if (source) parts.push(sourceLink(source, leaf));
  if (source?.old) parts.push(html`<span class="old">${words.say("source-old")}</span>`);
  return parts.map((part, i) => html`${i > 0 ? words.say("separator") : nothing}${part}`);
}

function sourceLink({ id, title, date }: Source, { words, shelf, href }: Leaf): TemplateResult {
  return html`<a href=${href(`${shelf.code}:sources/${id}`)}
      lang=${words.lang === "zh" ? nothing : "zh-CN"}>${words.say("source-short", { title, date })}</a>`;
}

function momentOf(span: Span, today: string): string {
  if (covers(span, today)) return "span-now";
  return (span.from ?? "") > today ? "span-later" : "span-earlier";
}

export function days({ from, to }: Pick<Span, "from" | "to">, { words }: Leaf): string {
  if (from && to) return words.say("span-both", { from, to });
  if (from) return words.say("span-from", { from });
  return to ? words.say("span-to", { to }) : words.say("span-always");
}
