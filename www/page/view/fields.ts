/** From an unknown's name to what its question looks like: a fact, an unpublished value or a reading. */

import type { FactDescription, ReadingDescription, ValueDescription, ValueVersion } from "../../package/types";
import type { Words } from "../words/words";
import type { View } from "./view";

export interface Option {
  value: string;
  label: string;
  note?: string;
}

export interface Field {
  key: string;
  kind: "yes_no" | "choice" | "set" | "whole_number" | "date" | "money" | "rate" | "count";
  label: string;
  hint?: string;
  /** What kind of open thing it is, where it is no plain question about the resident. */
  badge?: string;
  options: Option[];
  /** Values seen in weaker places: offered, never taken on their own. */
  suggested: string[];
  /** Whether "I don't know" is an answer. */
  unknowable: boolean;
  min?: number;
  max?: number;
}

export function fieldOf(key: string, { description, words }: Pick<View, "description" | "words">): Field | null {
  const value = description.values.find(({ id }) => id === key);
  if (value) return valueField(value, words);
  const reading = description.readings.find(({ id }) => id === key);
  if (reading) return readingField(reading, words);
  const id = key.slice(key.indexOf("/") + 1);
  const fact = description.facts.find((entry) => entry.id === id);
  return fact ? factField(key, fact, words) : null;
}

function factField(key: string, fact: FactDescription, words: Words): Field {
  const field: Field = {
    key,
    kind: fact.kind,
    label: words.say(`fact-${fact.id}`),
    hint: words.say(`fact-${fact.id}-help`),
    options: (fact.options ?? []).map((value) => optionOf(fact.id, value, words)),
    suggested: [],
    unknowable: true,
    ...(fact.min === undefined ? {} : { min: fact.min }),
    ...(fact.max === undefined ? {} : { max: fact.max }),
  };
  if (fact.kind === "yes_no") field.options = yesNo("true", "false", words);
  return field;
}

function optionOf(fact: string, value: string, words: Words): Option {
  const id = `option-${fact}-${value}`;
  return { value, label: words.say(id), ...(words.has(`${id}-note`) ? { note: words.say(`${id}-note`) } : {}) };
}

const yesNo = (yes: string, no: string, words: Words): Option[] => [
  { value: yes, label: words.say("yes") },
  { value: no, label: words.say("no") },
];

function valueField(value: ValueDescription, words: Words): Field {
  const version = value.versions.find(({ status }) => status === "unpublished" || status === "limit");
  return {
    key: value.id,
    kind: value.unit === "yes_no" ? "choice" : value.unit,
    label: valueName(value, words),
    ...valueHint(version, words),
    badge: words.say("kind-value"),
    options: value.unit === "yes_no" ? yesNo("yes", "no", words) : [],
    suggested: version?.suggested ?? [],
    unknowable: version?.status !== "limit",
  };
}

/**
 * The policy says in its own words what is known; where it does not, or its words are still on their way, we name the
 * bounds.
 */
function valueHint(version: ValueVersion | undefined, words: Words): { hint?: string } {
  if (!version) return {};
  const note = version.note ? words.text(version.note) : "";
  if (version.note && note !== version.note.id) return { hint: note };
  if (version.status === "limit") return {};
  if (version.low === undefined || version.high === undefined) return { hint: words.say("bounds-open") };
  const show = (amount: string): string => (Number(version.high) <= 1 ? words.rate(amount) : words.money(amount));
  return { hint: words.say("bounds", { low: show(version.low), high: show(version.high) }) };
}

/** A row of a table carries what chooses it: "住院起付线（二级医院）". */
export function valueName(value: ValueDescription, words: Words): string {
  const name = words.text(value.text);
  const row = Object.entries(value.row).map(([fact, choice]) => rowPart(fact, choice, words));
  if (row.length === 0) return name;
  // A name that already ends in parentheses takes its row into them.
  const [, before = name, inside] = /^(.+?)\s*[（(]([^（()）]+)[)）]$/.exec(name) ?? [];
  return words.say("with-row", { name: before, row: words.list(inside === undefined ? row : [inside, ...row]) });
}

/** A fact's value in as few words as a table's heading would have. */
export function rowPart(fact: string, value: string, words: Words): string {
  const named = [`row-${fact}-${value}`, `row-${fact}`, `option-${fact}-${value}`, `${fact}-${value}`].find((id) =>
    words.has(id),
  );
  return named
    ? words.say(named, { value })
    : words.say("row-answer", { question: words.say(`fact-${fact}`), answer: words.say(value) });
}

function readingField(reading: ReadingDescription, words: Words): Field {
  return {
    key: reading.id,
    kind: "choice",
    label: words.text(reading.text),
    hint: words.text(reading.why),
    badge: words.say("kind-reading"),
    options: reading.options.map(({ id, text }) => ({
      value: id,
      label: words.text(text),
      ...(id === reading.preferred ? { note: words.say("preferred") } : {}),
    })),
    suggested: [],
    unknowable: true,
  };
}
