/**
 * A visit's answers as a text that fits into a link's fragment, which no server ever sees, or into a file.
 *
 * It is a request as in the contract, but with everything that was answered: also bills that are not complete, "I don't
 * know", answers that do not matter at the moment. So one reader takes a link, a file and an embedder's plain request.
 * Around it: the form's version, the hashes of the policies it was made with, and what was chosen beside the answers.
 */

import type { Description, FactValue } from "../../package/types";
import { personFacts } from "./birth";
import type { Draft, DraftExpense } from "./draft";
import { ITEMS, itemPlaces, whole } from "./items";

/** The version of this form. A later one that old pages cannot read gets a new number. */
export const VERSION = 1;

/** Enough of a hash to tell two policies apart. */
const HASH_DIGITS = 12;

export interface Saved extends Record<string, unknown> {
  yibao: number;
  /** `<id> <first digits of the sha256>` of every policy in the region's chain. */
  policies: string[];
  situation?: string;
}

/** Everything that was answered, as plain data. */
export function saved(draft: Draft, description: Description, askedOn: string): Saved {
  const readings = new Set(description.readings.map(({ id }) => id));
  const [chosen, entered] = split(draft.policy, (id) => readings.has(id));
  return {
    yibao: VERSION,
    policies: fingerprints(description),
    ...(draft.situation ? { situation: draft.situation } : {}),
    region: description.region.code,
    asked_on: askedOn,
    ...unlessEmpty("facts", personFacts(draft.person)),
    ...unlessEmpty("expenses", draft.expenses.filter(({ answers }) => answers.size > 0).map(savedExpense)),
    ...unlessEmpty("year_to_date", draft.yearToDate),
    ...unlessEmpty("entered", entered),
    ...unlessEmpty("readings", chosen),
  };
}

/** The text for `#answers=`. */
export const linkText = (content: Saved): string => toBase64Url(JSON.stringify(content));

function savedExpense({ id, answers }: DraftExpense): Record<string, unknown> {
  const isMember = (name: string): boolean => MEMBERS.includes(name) || (name === STAY && answers.get(STAY) !== null);
  const [members, facts] = split(
    answers,
    (name) => isMember(name) || name === STAY || [SETTLED, BORNE, ITEMS].some((start) => name.startsWith(start)),
  );
  const items = itemPlaces(answers).map((place) => whole(place, answers));
  const below = (start: string): object =>
    Object.fromEntries(
      Object.entries(members).flatMap(([name, value]) =>
        name.startsWith(start) ? [[name.slice(start.length), value]] : [],
      ),
    );
  return {
    id,
    ...Object.fromEntries(Object.entries(members).filter(([name]) => isMember(name))),
    ...(items.length > 0 ? { items } : {}),
    ...unlessEmpty("facts", facts),
    ...unlessEmpty("settled", below(SETTLED)),
    ...unlessEmpty("borne", below(BORNE)),
  };
}

export const MEMBERS = ["service", "date", "total"];
export const SETTLED = "settled/";
/** What a settled bill bore of a yearly deductible: `borne/<year>/<programme>`. */
export const BORNE = "borne/";
export const STAY = "same_stay_as";

/** Which policies they are, each by its id and the first digits of its hash. */
export const fingerprints = ({ policies }: Description): string[] =>
  policies.map(({ id, sha256 }) => `${id} ${sha256.slice(0, HASH_DIGITS)}`);

const unlessEmpty = (name: string, value: object): object => (Object.keys(value).length > 0 ? { [name]: value } : {});

function split(
  map: Map<string, FactValue>,
  chosen: (name: string) => boolean,
): [Record<string, FactValue>, Record<string, FactValue>] {
  const entries = [...map];
  return [
    Object.fromEntries(entries.filter(([name]) => chosen(name))),
    Object.fromEntries(entries.filter(([name]) => !chosen(name))),
  ];
}

function toBase64Url(text: string): string {
  const bytes = new TextEncoder().encode(text);
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return btoa(binary).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}
