/**
 * A visit's answers as a text that fits into a link's fragment, which no server ever sees, or into a file.
 *
 * It is a request as in the contract, but with everything that was answered: also bills that are not complete, "I don't
 * know", answers that do not matter at the moment. So one reader takes a link, a file and an embedder's plain request.
 * Around it: the form's version, the hashes of the policies it was made with, and what was chosen beside the answers.
 */

import type { Description, FactDescription, FactValue, YearToDate } from "../../package/types";
import { Draft, type DraftExpense } from "./draft";

/** The version of this form. A later one that old pages cannot read gets a new number. */
const VERSION = 1;

/** More than anybody has to say, with the answer that a file carries beside it. */
const LONGEST = 5_000_000;

/** Enough of a hash to tell two policies apart. */
const HASH_DIGITS = 12;

export interface Saved extends Record<string, unknown> {
  yibao: number;
  /** `<id> <first digits of the sha256>` of every policy in the region's chain. */
  policies: string[];
  situation?: string;
  /** Bills of which the resident wanted the result: what is missing in them is a mistake. */
  insisted?: string[];
}

/** What came back from a text. `notices` say in ids of messages what the resident should know about it. */
export interface Restored {
  draft: Draft;
  region: string | null;
  notices: Notice[];
}

/** A message about what was restored, with its arguments. */
export interface Notice { id: string; args?: Record<string, string | number> }

// ---------------------------------------------------------------------------------------------- out

/** Everything that was answered, as plain data. */
export function saved(draft: Draft, description: Description, askedOn: string): Saved {
  const readings = new Set(description.readings.map(({ id }) => id));
  const [chosen, entered] = split(draft.policy, (id) => readings.has(id));
  const insisted = draft.expenses.filter((expense) => expense.insisted).map(({ id }) => id);
  return {
    yibao: VERSION,
    policies: fingerprints(description),
    ...(draft.situation ? { situation: draft.situation } : {}),
    ...(insisted.length > 0 ? { insisted } : {}),
    region: description.region.code,
    asked_on: askedOn,
    ...unlessEmpty("facts", Object.fromEntries(draft.person)),
    ...unlessEmpty("expenses", draft.expenses.filter(({ answers }) => answers.size > 0).map(savedExpense)),
    ...unlessEmpty("year_to_date", draft.yearToDate),
    ...unlessEmpty("entered", entered),
    ...unlessEmpty("readings", chosen),
  };
}

/** The text for `#answers=`. */
export const linkText = (content: Saved): string => toBase64Url(JSON.stringify(content));

function savedExpense({ id, answers }: DraftExpense): Record<string, unknown> {
  const [members, facts] = split(answers, (name) => MEMBERS.includes(name) || name.startsWith(SETTLED));
  const settled = Object.entries(members).filter(([name]) => name.startsWith(SETTLED));
  return {
    id,
    ...Object.fromEntries(Object.entries(members).filter(([name]) => MEMBERS.includes(name))),
    ...unlessEmpty("facts", facts),
    ...unlessEmpty("settled", Object.fromEntries(settled.map(([name, value]) => [name.slice(SETTLED.length), value]))),
  };
}

const MEMBERS = ["service", "date", "total"];
const SETTLED = "settled/";

const fingerprints = ({ policies }: Description): string[] => policies.map(({ id, sha256 }) => `${id} ${sha256.slice(0, HASH_DIGITS)}`);

const unlessEmpty = (name: string, value: object): object => (Object.keys(value).length > 0 ? { [name]: value } : {});

function split(map: Map<string, FactValue>, chosen: (name: string) => boolean): [Record<string, FactValue>, Record<string, FactValue>] {
  const entries = [...map];
  return [Object.fromEntries(entries.filter(([name]) => chosen(name))), Object.fromEntries(entries.filter(([name]) => !chosen(name)))];
}

// ---------------------------------------------------------------------------------------------- in

/**
 * From a link's text or from JSON. Never throws; of what cannot be read, it says so and gives what remains. `describe`
 * gives a region's description, or null for one that is not on file.
 */
export function restored(text: string, describe: (region: string) => Description | null): Restored {
  const content = contentOf(text);
  if (!content) return { draft: new Draft(), region: null, notices: [{ id: "restored-unreadable" }] };
  const asked = typeof content["region"] === "string" ? content["region"] : null;
  const description = asked === null ? null : describe(asked);
  const reader = new Reader(description?.facts ?? describe(NATION)?.facts ?? []);
  const draft = reader.read(content);
  const notices: Notice[] = [];
  if (asked !== null && !description) notices.push({ id: "restored-region", args: { region: asked } });
  if (Number(content["yibao"]) > VERSION) notices.push({ id: "restored-newer" });
  if (reader.lost > 0) notices.push({ id: "restored-lost", args: { n: reader.lost } });
  if (description && changed(content["policies"], description)) notices.push({ id: "restored-changed" });
  return { draft, region: description ? asked : null, notices };
}

/** Its description names every fact there is. */
const NATION = "000000";

/** A plain request names no policies: then nobody can say that they changed. */
function changed(made: unknown, description: Description): boolean {
  return Array.isArray(made) && made.map(String).sort().join() !== fingerprints(description).sort().join();
}

function contentOf(text: string): Record<string, unknown> | null {
  if (text.length > LONGEST) return null;
  try {
    const plain = text.trim(); // without the mark that some editors put before everything
    const json = plain.startsWith("{") ? plain : fromBase64Url(plain);
    const content: unknown = JSON.parse(json);
    return isObject(content) && KNOWN.some((key) => key in content) ? content : null;
  } catch {
    return null;
  }
}

/** Something without any of these is not about a visit at all. */
const KNOWN = ["yibao", "region", "facts", "expenses"];

/** Reads what it understands and counts what it must leave out. What is of the right kind but wrong is left to the core to judge. */
class Reader {
  lost = 0;
  private readonly kinds: Map<string, "person" | "expense">;

  constructor(facts: FactDescription[]) {
    this.kinds = new Map(facts.map(({ id, of }) => [id, of]));
  }

  read(content: Record<string, unknown>): Draft {
    const draft = new Draft();
    draft.situation = isText(content["situation"]) ? content["situation"] : null;
    this.facts(content["facts"], "person", draft.person);
    for (const group of ["entered", "readings"]) this.policy(content[group], draft);
    draft.yearToDate = this.years(content["year_to_date"]);
    const list = this.list(content["expenses"]).filter((entry) => Object.keys(entry).some((key) => key !== "id"));
    if (list.length > 0) this.expenses(list, draft, this.strings(content["insisted"]));
    return draft;
  }

  private expenses(list: Record<string, unknown>[], draft: Draft, insisted: string[]): void {
    draft.expenses = [];
    const numbers = numbersOf(list);
    list.forEach((entry, i) => {
      const expense = draft.addExpense(numbers[i]);
      for (const name of MEMBERS) this.put(entry[name], name, expense.answers, isText);
      this.facts(entry["facts"], "expense", expense.answers);
      for (const [fund, value] of this.entries(entry["settled"])) this.put(value, SETTLED + fund, expense.answers, isText);
      expense.insisted = insisted.includes(String(entry["id"]));
    });
  }

  private facts(given: unknown, of: "person" | "expense", into: Map<string, FactValue>): void {
    for (const [id, value] of this.entries(given)) {
      if (this.kinds.get(id) === of) this.put(value, id, into);
      else this.lost += 1;
    }
  }

  /** Values of other regions are kept: coming back to that region brings them back. */
  private policy(given: unknown, draft: Draft): void {
    for (const [id, value] of this.entries(given)) {
      if (/^\d{6}\//.test(id) && (value === null || isText(value))) draft.policy.set(id, value);
      else this.lost += 1;
    }
  }

  private years(given: unknown): Record<string, YearToDate> {
    const years = this.entries(given).map(([year, held]) => [year, this.year(held)] as const);
    return Object.fromEntries(years.filter(([year]) => /^(19|2\d)\d\d$/.test(year) || this.lose()));
  }

  private year(given: unknown): YearToDate {
    const held: Record<string, unknown> = {};
    for (const [name, value] of this.entries(given)) {
      if (name === "admissions" && (isText(value) || Number.isInteger(value))) held[name] = value;
      else if ((name === "in_scope" || name === "personal_share") && isText(value)) held[name] = value;
      else if (name === "paid" || name === "deductible_used") held[name] = Object.fromEntries(this.entries(value).filter((entry) => isText(entry[1]) || this.lose()));
      else this.lost += 1;
    }
    return held as YearToDate;
  }

  private put(value: unknown, name: string, into: Map<string, FactValue>, fits: (value: unknown) => value is FactValue = isFactValue): void {
    if (value === undefined) return;
    if (fits(value)) into.set(name, value);
    else this.lost += 1;
  }

  private entries(given: unknown): [string, unknown][] {
    if (given === undefined || given === null) return [];
    return isObject(given) ? Object.entries(given) : this.nothing();
  }

  private list(given: unknown): Record<string, unknown>[] {
    if (given === undefined || given === null) return [];
    return Array.isArray(given) ? given.filter((entry): entry is Record<string, unknown> => isObject(entry) || this.lose()) : this.nothing();
  }

  private strings(given: unknown): string[] {
    return Array.isArray(given) ? given.map(String) : [];
  }

  private nothing(): [] {
    this.lost += 1;
    return [];
  }

  private lose(): false {
    this.lost += 1;
    return false;
  }
}

/** The draft names its bills e1, e2, …: a bill that has such a name keeps it, any other gets a free one. */
function numbersOf(list: Record<string, unknown>[]): number[] {
  const own = list.map(({ id }) => Number(/^e([1-9]\d{0,5})$/.exec(String(id))?.[1] ?? 0));
  const kept = own.map((number, i) => (own.indexOf(number) === i ? number : 0));
  let free = Math.max(...kept);
  return kept.map((number) => number || (free += 1));
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);

const isText = (value: unknown): value is string => typeof value === "string";

function isFactValue(value: unknown): value is FactValue {
  if (Array.isArray(value)) return value.every((entry) => typeof entry === "string");
  return value === null || ["string", "boolean"].includes(typeof value) || (typeof value === "number" && Number.isSafeInteger(value));
}

// ---------------------------------------------------------------------------------------------- base64url of UTF-8

function toBase64Url(text: string): string {
  const bytes = new TextEncoder().encode(text);
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return btoa(binary).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

/** Chat programs break long links into lines: white space inside is no harm. */
function fromBase64Url(text: string): string {
  const binary = atob(text.replace(/\s/g, "").replace(/-/g, "+").replace(/_/g, "/"));
  return new TextDecoder("utf-8", { fatal: true }).decode(Uint8Array.from(binary, (char) => char.charCodeAt(0)));
}

