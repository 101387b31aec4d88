/** The usual things in fields: numbers, the days from which they hold, and sources. Each change goes into the text. */

import { html, nothing, type TemplateResult } from "lit";
import type { Words } from "../../page/words/words";
import type { Both } from "../types";

interface Tree {
  [key: string]: Tree;
}
type Put = (pointer: string, json: string) => void;

export interface FormView {
  words: Words;
  /** What a key of a table means, by its fact. */
  meaning: (fact: string, key: string) => Both;
  put: Put;
}

const escaped = (key: string): string => key.replaceAll("~", "~0").replaceAll("/", "~1");
const isObject = (tree: unknown): tree is Tree => typeof tree === "object" && tree !== null && !Array.isArray(tree);

export function formView(text: string, view: FormView): TemplateResult {
  const { words, put } = view;
  const file = parsed(text);
  if (!file) return html`<p class="hint form">${words.say("desk-form-needs")}</p>`;
  const programmes = (file["programmes"] ?? []) as unknown as Tree[];
  const known = Object.keys(file["sources"] ?? {});
  return html`<div class="form"><h2>${words.say("desk-form-sources")}
    </h2>${sources(file["sources"] ?? {}, words, put)}
    <h2>${words.say("desk-form-values")}</h2>
    ${programmes.map((programme, i) => values(programme, `/programmes/${i}`, known, view))}</div>`;
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

/** A field under its visible name. */
const named = (name: string, inner: unknown): TemplateResult =>
  html`<div class="field"><span>${name}</span>${inner}</div>`;

function sources(all: Tree, words: Words, put: Put): TemplateResult {
  const statuses: [string, string][] = [
    ["announced", words.say("desk-status-announced")],
    ["reported", words.say("desk-status-reported")],
  ];
  const card = ([id, source]: [string, Tree]): TemplateResult => {
    const at = `/sources/${escaped(id)}`;
    const name = (key: string): string => words.say(`desk-form-source-${key}`);
    const cell = (key: string): TemplateResult =>
      named(name(key), field(`${id} ${name(key)}`, source[key], `${at}/${key}`, put));
    const status = choice(`${id} ${name("status")}`, source["status"], statuses, `${at}/status`, put);
    return html`<fieldset class="card"><legend>${id}</legend><div class="fields">
      ${["title", "publisher", "date"].map(cell)}${named(name("status"), status)}</div></fieldset>`;
  };
  const add = (): void => {
    const short = ["A", "B", "C", "D", "E", "F", "G", "H"].find((name) => !(name in all));
    const id = short ?? `S${Object.keys(all).length}`;
    const fresh = { title: "", publisher: "", date: String(new Date().getFullYear()), status: "announced" };
    put("/sources", JSON.stringify({ ...all, [id]: fresh }, null, 2).replaceAll("\n", "\n  "));
  };
  return html`${Object.entries(all).map(card)}
    <button type="button" class="secondary" id="add-source" @click=${add}>
      ${words.say("desk-form-add-source")}</button>`;
}

function values(programme: Tree, at: string, known: string[], view: FormView): TemplateResult {
  const said = (tree: Tree | undefined): string => String(tree?.[view.words.lang] ?? "");
  const cards = Object.entries(programme["values"] ?? {}).flatMap(([name, value]) =>
    ((value["versions"] ?? []) as unknown as Tree[]).map((one, i) => {
      const here = `${at}/values/${escaped(name)}/versions/${i}`;
      return version(said(value["words"]) || name, value, one, here, known, view);
    }),
  );
  return html`<h3>${said(programme["name"])}</h3>${cards}`;
}

/** One version of a value: its numbers, its days and its source. */
function version(label: string, value: Tree, one: Tree, here: string, known: string[], view: FormView): TemplateResult {
  const { words, put } = view;
  const day = (key: "from" | "to"): unknown => {
    const name = words.say(`desk-form-${key}`);
    return one[key] === undefined ? nothing : named(name, field(`${label} ${name}`, one[key], `${here}/${key}`, put));
  };
  const options: [string, string][] = known.map((id) => [id, id]);
  const name = words.say("desk-form-source");
  const source =
    one["source"] === undefined
      ? nothing
      : named(name, choice(`${label} ${name}`, one["source"], options, `${here}/source`, put));
  const numbers =
    one["table"] === undefined
      ? named(words.say("desk-form-number"), leaf(label, one["value"], `${here}/value`, words, put))
      : rows(label, value, one["table"], `${here}/table`, view);
  return html`<fieldset class="card"><legend>${label}</legend><div class="fields">${numbers}</div>
    <div class="fields">${day("from")}${day("to")}${source}</div></fieldset>`;
}

/** A published number is a field; what nobody published says so. */
function leaf(label: string, value: unknown, pointer: string, words: Words, put: Put): TemplateResult {
  if (typeof value === "string") return field(label, value, pointer, put);
  const seen = isObject(value) ? (value["unpublished"]?.["suggested"] ?? value["if_entered"]?.["seen"]) : undefined;
  const fill = (event: Event): void => put(pointer, JSON.stringify((event.target as HTMLInputElement).value.trim()));
  return html`<input type="text" aria-label=${label} data-at=${pointer}
    placeholder="${words.say("desk-form-unpublished")} ${String(seen ?? "")}" @change=${fill}>`;
}

/** The numbers of a table, each under what its keys mean. */
function rows(label: string, value: Tree, table: Tree, at: string, view: FormView): TemplateResult[] {
  const { words, meaning, put } = view;
  const facts = (value["by"] ?? []) as unknown as string[];
  const isLeaf = (tree: unknown): boolean => !isObject(tree) || "unpublished" in tree || "if_entered" in tree;
  const walk = (tree: Tree, here: string, keys: string[]): TemplateResult[] =>
    Object.entries(tree).flatMap(([key, inner]) => {
      const path = [...keys, key];
      if (!isLeaf(inner)) return walk(inner, `${here}/${escaped(key)}`, path);
      const name = path.map((one, i) => meaning(facts[i] ?? "", one)[words.lang]).join(words.say("desk-form-and"));
      return [named(name, leaf(`${label} ${name}`, inner, `${here}/${escaped(key)}`, words, put))];
    });
  return isObject(table) ? walk(table, at, []) : [];
}
