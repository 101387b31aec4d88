/**
 * A policy file of the numbers that a resident took from the booklet: a beginning for an officer, who adds the document
 * and its dates. It replaces the national frame where it says a number; what was not entered is unpublished in it.
 */

import type { Description, ProgrammeDescription, Words } from "../../package/types";
import { NUMBERS, numbersOf, partsOf } from "./frame-values";

const SOURCE = "BOOKLET";

/** What a file is made from. */
export interface Made {
  description: Description;
  name: Words;
  askedOn: string;
  /** What was entered, by the names of values. */
  entered(id: string): string | undefined;
}

export function policyFile(programmes: ProgrammeDescription[], made: Made): Record<string, unknown> {
  const { description, name, askedOn } = made;
  const said = programmes.filter(({ id }) => numbersOf(id, description).some((value) => made.entered(value.id)));
  return {
    format: 1,
    region: description.region.code,
    name,
    sources: { [SOURCE]: sourceOf(name, askedOn) },
    programmes: said.map((programme) => programmeOf(programme, made)),
  };
}

const sourceOf = (name: Words, date: string): Record<string, string> => ({
  title: `${name.zh}参保手册（由居民填写，请核对原文后改成文件的名称和日期）`,
  publisher: `${name.zh}医疗保障局`,
  date,
  status: "reported",
});

function programmeOf(programme: ProgrammeDescription, made: Made): Record<string, unknown> {
  const { description } = made;
  const own = programme.id.slice(programme.id.indexOf("/") + 1);
  const scheme = own.startsWith("employee") ? "employee" : "resident";
  const insured = wordsOf(`option-scheme-${scheme}`, description);
  const care = wordsOf(`service-${programme.services[0] ?? ""}`, description);
  const name = { zh: `${insured.zh}${care.zh}报销`, en: `${care.en}, ${insured.en}` };
  return {
    id: own,
    kind: programme.kind,
    fund: programme.fund,
    strength: programme.strength,
    name,
    clause: { zh: `${name.zh}：按当地的起付线、比例和封顶线。`, en: `${name.en}: by the area's own figures.` },
    sources: [SOURCE],
    services: programme.services,
    replaces: [programme.id],
    person: [
      {
        id: `${scheme}-insurance`,
        words: { zh: `参加${insured.zh}`, en: `In the ${insured.en}` },
        test: { fact: "scheme", is: scheme },
      },
    ],
    ...rules(programme, made),
  };
}

const wordsOf = (id: string, { words }: Description): Words => words[id] ?? { zh: id, en: id };

type Version = Record<string, unknown>;

/** Values, and the steps that use them: a number that nobody entered stays open, as it does in the frame. */
function rules(programme: ProgrammeDescription, made: Made): { values: Record<string, Version>; benefit: Version[] } {
  const all = numbersOf(programme.id, made.description);
  const of = (name: string) => all.filter(({ id }) => partsOf(id).name === name);
  const names: string[] = NUMBERS.filter((name) => of(name).length > 0);
  const values = names.map((name) => [name, entryOf(name, of(name), made)]);
  const steps: Record<string, Version> = {
    deductible: { deductible: "deductible" },
    rate: { rate: "rate" },
    limit: { cap: "limit", per: "year" },
  };
  const order = ["deductible", "rate", "limit"].filter((name) => names.includes(name));
  const benefit = order.map((name): Version => steps[name] ?? {});
  return { values: Object.fromEntries(values), benefit };
}

function entryOf(name: string, rows: ReturnType<typeof numbersOf>, made: Made): Version {
  const open = name === "limit" ? { if_entered: {} } : { unpublished: {} };
  const amount = (id: string): unknown => made.entered(id) ?? open;
  const byLevel = rows.some(({ id }) => partsOf(id).level !== "");
  const version = byLevel
    ? { table: Object.fromEntries(rows.map(({ id }) => [partsOf(id).level, amount(id)])) }
    : { value: amount(rows[0]?.id ?? "") };
  return {
    unit: rows[0]?.unit ?? (name === "rate" ? "rate" : "money"),
    words: rows[0] ? wordsOf(rows[0].text.id, made.description) : { zh: name, en: name },
    ...(byLevel ? { by: Object.keys(rows[0]?.row ?? {}) } : {}),
    versions: [{ source: SOURCE, ...version }],
  };
}
