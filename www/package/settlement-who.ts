/** Whom a settlement record is about. A request is about one person, insured in one city and in one way. */

import { schemeOf } from "./settlement-codes.js";
import { dayIn } from "./settlement-day.js";
import { textOf } from "./settlement-find.js";

type Members = Record<string, unknown>;

/** What a record says about the person; what it does not say is empty. */
export interface Who {
  names: string[];
  rest: string[];
}

/** What names a person, the surest first: a name may be written in two ways. */
const NAMES = ["certno", "psn_no", "psn_name"];

export function whoIn(record: Members): Who {
  const said = (member: string): string => textOf(record[member]);
  const scheme = schemeOf(said("insutype")) ?? "";
  return { names: NAMES.map(said), rest: [dayIn(said("brdy")) ?? "", scheme, cityOf(said("insuplc_admdvs"))] };
}

/** Whether this is somebody else. What only one of the two says is no difference. */
export function differs(one: Who, two: Who): boolean {
  const [name = []] = both(one.names, two.names);
  return [name, ...both(one.rest, two.rest)].some(([a, b]) => a !== b);
}

/** What two records say together. */
export const together = (one: Who, two: Who): Who => ({
  names: one.names.map((text, i) => text || (two.names[i] ?? "")),
  rest: one.rest.map((text, i) => text || (two.rest[i] ?? "")),
});

const both = (one: string[], two: string[]): (string | undefined)[][] =>
  one.map((text, i) => [text, two[i]]).filter(([a, b]) => a && b);

/** A municipality is one city with its districts. A county that its province governs is a city of its own. */
function cityOf(area: string): string {
  if (!/^\d{6}$/.test(area)) return "";
  if (/^(?:11|12|31|50)/.test(area)) return area.slice(0, 2);
  return area.startsWith("90", 2) ? area : area.slice(0, 4);
}
