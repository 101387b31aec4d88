/**
 * Answers from the text of a link or a file (link.ts says what stands in it).
 */

import type { Description, FactDescription, FactValue, YearToDate } from "../../package/types";
import { takeAge } from "./birth";
import type { Draft } from "./draft";
import { FROM_ITEMS, ITEM_MEMBERS, ITEMS } from "./items";
import { BORNE, fingerprints, MEMBERS, SETTLED, STAY, VERSION } from "./link";
import { jsonOfLink } from "./link-text";

/** More than anybody has to say, with the answer that a file carries beside it. */
const LONGEST = 5_000_000;

/** What came back beside the draft. `notices` say in ids of messages what the resident should know about it. */
export interface Restored {
  region: string | null;
  notices: Notice[];
}

/** A message about what was restored, with its arguments. */
export interface Notice {
  id: string;
  args?: Record<string, string | number>;
  /** Of several settlement records the one that it is about. */
  of?: { n: number; date?: string; total?: string };
}

/**
 * From a link's text or from JSON. Never throws; of what cannot be read, it says so and gives what remains. `describe`
 * gives a region's description, or null for one that is not on file; the answers go into `draft`, an empty one.
 */
export function restored(text: string, describe: (region: string) => Description | null, draft: Draft): Restored {
  const content = contentOf(text);
  if (!content) return { region: null, notices: [{ id: "restored-unreadable" }] };
  const asked = typeof content["region"] === "string" ? content["region"] : null;
  const description = asked === null ? null : describe(asked);
  const reader = new Reader(description?.facts ?? describe(NATION)?.facts ?? []);
  reader.read(content, draft);
  const notices: Notice[] = [];
  if (Number(content["yibao"]) > VERSION) notices.push({ id: "restored-newer" });
  if (reader.lost > 0) notices.push({ id: "restored-lost", args: { n: reader.lost } });
  if (description && changed(content["policies"], description)) notices.push({ id: "restored-changed" });
  return { region: description ? asked : null, notices };
}

/** Its description names every fact there is. */
export const NATION = "000000";

/** The region that a link's text or a file asks for; empty where there is none. */
export function regionIn(text: string): string {
  const region = contentOf(text)?.["region"];
  return typeof region === "string" ? region : "";
}

/** Whether a text is answers, as a link or a file has them, and not something else that a resident may paste. */
export function isSaved(text: string): boolean {
  return contentOf(text) !== null;
}

/** Whether a text was meant to be a link's: a cut one cannot be read. */
export const isLink = (text: string): boolean => /answers=|^[\w-]{40,}$/.test(text.trim());

/** A plain request names no policies: then nobody can say that they changed. */
function changed(made: unknown, description: Description): boolean {
  return Array.isArray(made) && made.map(String).sort().join() !== fingerprints(description).sort().join();
}

function contentOf(text: string): Record<string, unknown> | null {
  if (text.length > LONGEST) return null;
  try {
    // Without the mark that some editors put before everything, and of a whole address what stands behind its name.
    const plain = text.trim().replace(/^(?:https?|file):\S*?[#&]answers=/, "");
    const json = plain.startsWith("{") ? plain : jsonOfLink(plain);
    const content: unknown = JSON.parse(json);
    return isObject(content) && KNOWN.some((key) => key in content) ? content : null;
  } catch {
    return null;
  }
}

/** Something without any of these is not about a visit at all. */
const KNOWN = ["yibao", "region", "facts", "expenses"];

/**
 * Reads what it understands and counts what it must leave out. What is of the right kind but wrong is left to the core
 * to judge.
 */
class Reader {
  lost = 0;
  private readonly kinds: Map<string, "person" | "expense">;

  constructor(facts: FactDescription[]) {
    this.kinds = new Map(facts.map(({ id, of }) => [id, of]));
  }

  read(content: Record<string, unknown>, draft: Draft): void {
    draft.situation = isText(content["situation"]) ? content["situation"] : null;
    this.facts(content["facts"], "person", draft.person);
    takeAge(draft.person);
    for (const group of ["entered", "readings"]) this.policy(content[group], draft);
    draft.yearToDate = this.years(content["year_to_date"]);
    const list = this.list(content["expenses"]).filter((entry) => Object.keys(entry).some((key) => key !== "id"));
    if (list.length > 0) this.expenses(list, draft);
  }

  private expenses(list: Record<string, unknown>[], draft: Draft): void {
    draft.expenses = [];
    const numbers = numbersOf(list);
    list.forEach((entry, i) => {
      const expense = draft.addExpense(numbers[i]);
      for (const name of MEMBERS) this.put(entry[name], name, expense.answers, name === "total" ? isText : isAsked);
      this.put(stayOf(entry[STAY], list, numbers), STAY, expense.answers, isText);
      this.items(entry["items"], expense.answers);
      this.facts(entry["facts"], "expense", expense.answers);
      for (const [member, start] of [
        ["settled", SETTLED],
        ["borne", BORNE],
      ] as const)
        for (const [name, value] of this.entries(entry[member])) this.put(value, start + name, expense.answers, isText);
    });
  }

  /** Items that are none say that nothing is borne of the bill: of a draft, these are the answers to both questions. */
  private items(given: unknown, into: Map<string, FactValue>): void {
    if (Array.isArray(given) && given.length === 0) for (const name of FROM_ITEMS) into.set(name, "0.00");
    this.list(given).forEach((item, place) => {
      for (const name of ["class", ...ITEM_MEMBERS])
        this.put(item[name], `${ITEMS}${place}/${name}`, into, (value) => isText(value) || Number.isSafeInteger(value));
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
      else if (name === "paid" || name === "deductible_used")
        held[name] = Object.fromEntries(this.entries(value).filter((entry) => isText(entry[1]) || this.lose()));
      else this.lost += 1;
    }
    return held as YearToDate;
  }

  private put(
    value: unknown,
    name: string,
    into: Map<string, FactValue>,
    fits: (value: unknown) => boolean = isFactValue,
  ): void {
    if (value === undefined) return;
    if (fits(value)) into.set(name, value as FactValue);
    else this.lost += 1;
  }

  private entries(given: unknown): [string, unknown][] {
    if (given === undefined || given === null) return [];
    return isObject(given) ? Object.entries(given) : this.nothing();
  }

  private list(given: unknown): Record<string, unknown>[] {
    if (given === undefined || given === null) return [];
    return Array.isArray(given)
      ? given.filter((entry): entry is Record<string, unknown> => isObject(entry) || this.lose())
      : this.nothing();
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

/** The draft's name for the bill that is named. */
function stayOf(named: unknown, list: Record<string, unknown>[], numbers: number[]): unknown {
  const at = list.findIndex(({ id }) => id === named);
  return at < 0 || named === undefined ? named : `e${numbers[at]}`;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A kind of care or a day, or one that a record left open. */
const isAsked = (value: unknown): boolean => value === null || isText(value);

const isText = (value: unknown): value is string => typeof value === "string";

function isFactValue(value: unknown): value is FactValue {
  if (Array.isArray(value)) return value.every((entry) => typeof entry === "string");
  return (
    value === null ||
    ["string", "boolean"].includes(typeof value) ||
    (typeof value === "number" && Number.isSafeInteger(value))
  );
}
