/** The usual things in tables: numbers, the days from which they hold, and sources. Each change goes into the text. */

import { html, type TemplateResult } from "lit";
import type { Words } from "../../page/words/words";

interface Tree {
  [key: string]: Tree;
}
type Put = (pointer: string, json: string) => void;

const escaped = (key: string): string => key.replaceAll("~", "~0").replaceAll("/", "~1");
const isObject = (tree: unknown): tree is Tree => typeof tree === "object" && tree !== null && !Array.isArray(tree);

export function formView(text: string, words: Words, put: Put): TemplateResult {
  const file = parsed(text);
  if (!file) return html`<p class="hint form">${words.say("desk-form-needs")}</p>`;
  const programmes = (file["programmes"] ?? []) as unknown as Tree[];
  const known = Object.keys(file["sources"] ?? {});
  return html`<div class="form"><h2>${words.say("desk-form-sources")}
    </h2>${sources(file["sources"] ?? {}, words, put)}
    <h2>${words.say("desk-form-values")}</h2>
    ${programmes.map((programme, i) => values(programme, `/programmes/${i}`, known, words, put))}</div>`;
}

function parsed(text: string): Tree | null {
  try {
    const tree: unknown = JSON.parse(text);
    return isObject(tree) ? tree : null;
  } catch {
    return null;
  }
}

function field(label: string, value: unknown, pointer: string, put: Put): TemplateResult {
  const changed = (event: Event): void => {
    put(pointer, JSON.stringify((event.target as HTMLInputElement).value.trim()));
  };
  return html`<input type="text" aria-label=${label} data-at=${pointer} .value=${String(value ?? "")}
    @change=${changed}>`;
}

function choice(label: string, value: unknown, options: [string, string][], pointer: string, put: Put): TemplateResult {
  const changed = (event: Event): void => put(pointer, JSON.stringify((event.target as HTMLSelectElement).value));
  return html`<select aria-label=${label} data-at=${pointer} @change=${changed}>${options.map(
    ([name, shown]) => html`<option value=${name} ?selected=${name === value}>${shown}</option>`,
  )}</select>`;
}

function sources(all: Tree, words: Words, put: Put): TemplateResult {
  const statuses: [string, string][] = [
    ["announced", words.say("desk-status-announced")],
    ["reported", words.say("desk-status-reported")],
  ];
  const row = ([id, source]: [string, Tree]): TemplateResult => {
    const at = `/sources/${escaped(id)}`;
    const cell = (key: string): TemplateResult =>
      field(words.say(`desk-form-source-${key}`), source[key], `${at}/${key}`, put);
    return html`<tr><th scope="row">${id}</th><td>${cell("title")}</td><td>${cell("publisher")}</td>
      <td>${cell("date")}</td>
      <td>${choice(words.say("desk-form-source-status"), source["status"], statuses, `${at}/status`, put)}</td></tr>`;
  };
  const add = (): void => {
    const short = ["A", "B", "C", "D", "E", "F", "G", "H"].find((name) => !(name in all));
    const id = short ?? `S${Object.keys(all).length}`;
    const fresh = { title: "", publisher: "", date: String(new Date().getFullYear()), status: "announced" };
    put("/sources", JSON.stringify({ ...all, [id]: fresh }, null, 2).replaceAll("\n", "\n  "));
  };
  const heads = ["title", "publisher", "date", "status"].map((key) => words.say(`desk-form-source-${key}`));
  return html`<div class="wide"><table><thead><tr><td></td>${heads.map((name) => html`<th scope="col">${name}</th>`)}
    </tr></thead>
    <tbody>${Object.entries(all).map(row)}</tbody></table></div>
    <button type="button" class="secondary" id="add-source" @click=${add}>
      ${words.say("desk-form-add-source")}</button>`;
}

function values(programme: Tree, at: string, known: string[], words: Words, put: Put): TemplateResult {
  const said = (tree: Tree | undefined): string => String(tree?.[words.lang] ?? "");
  const version = (name: string, value: Tree, one: Tree, i: number): TemplateResult => {
    const here = `${at}/values/${escaped(name)}/versions/${i}`;
    const label = said(value["words"]);
    const options: [string, string][] = known.map((id) => [id, id]);
    const day = (key: "from" | "to"): TemplateResult | string =>
      one[key] === undefined ? "" : field(`${label} ${words.say(`desk-form-${key}`)}`, one[key], `${here}/${key}`, put);
    const source =
      one["source"] === undefined
        ? ""
        : choice(`${label} ${words.say("desk-form-source")}`, one["source"], options, `${here}/source`, put);
    const numbers =
      one["table"] === undefined
        ? leaf(label, one["value"], `${here}/value`, words, put)
        : table(label, one["table"], `${here}/table`, words, put);
    return html`<tr><th scope="row">${label}</th><td>${numbers}</td><td>${day("from")}</td><td>${day("to")}</td>
      <td>${source}</td></tr>`;
  };
  const rows = Object.entries(programme["values"] ?? {}).flatMap(([name, value]) =>
    ((value["versions"] ?? []) as unknown as Tree[]).map((one, i) => version(name, value, one, i)),
  );
  const heads = ["values", "from", "to", "source"].map((key) => words.say(`desk-form-${key}`));
  return html`<h3>${said(programme["name"])}</h3><div class="wide"><table>
    <thead><tr><td></td>${heads.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead><tbody>${rows}</tbody>
      </table></div>`;
}

/** A published number is a field; what nobody published says so. */
function leaf(label: string, value: unknown, pointer: string, words: Words, put: Put): TemplateResult {
  if (typeof value === "string") return field(label, value, pointer, put);
  const seen = isObject(value) ? (value["unpublished"]?.["suggested"] ?? value["if_entered"]?.["seen"]) : undefined;
  const fill = (event: Event): void => put(pointer, JSON.stringify((event.target as HTMLInputElement).value.trim()));
  return html`<input type="text" aria-label=${label} data-at=${pointer}
    placeholder="${words.say("desk-form-unpublished")} ${String(seen ?? "")}" @change=${fill}>`;
}

function table(label: string, rows: Tree | undefined, at: string, words: Words, put: Put): TemplateResult {
  const isLeaf = (value: unknown): boolean => !isObject(value) || "unpublished" in value || "if_entered" in value;
  return html`<dl class="rows">${Object.entries(rows ?? {}).map(([key, value]) => {
    const here = `${at}/${escaped(key)}`;
    const inner = isLeaf(value)
      ? leaf(`${label} ${key}`, value, here, words, put)
      : table(`${label} ${key}`, value, here, words, put);
    return html`<div><dt>${key}</dt><dd>${inner}</dd></div>`;
  })}</dl>`;
}
