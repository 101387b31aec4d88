/** Settlement records as bills of a visit, and what of them was not understood. */

import type { SettlementNote, SettlementRecord, SlipLine } from "../../package/settlement";
import type { Draft, DraftExpense } from "./draft";
import { ITEMS } from "./items";
import { MEMBERS, STAY } from "./link";
import type { Notice } from "./link-reader";
import type { PlaceOf, RecordPlace } from "./record-places";

type Slip = Partial<Record<SlipLine, string>>;

/** Adds every bill; gives each one's slip by the draft's name for it. An answer stays, but for “I don’t know”. */
export function addTo(draft: Draft, { request, slips, notes }: SettlementRecord): [string, Slip][] {
  // What was settled was settled on some day, and not today; fees that nobody has settled may be.
  const leftOpen = notes.some(({ code }) => code === "fees") ? ["service"] : ["service", "date"];
  for (const [fact, value] of Object.entries(request.facts))
    if ((draft.person.get(fact) ?? null) === null) draft.person.set(fact, value);
  const names = new Map<string, string>();
  return request.expenses.map((bill) => {
    const expense = emptyOne(draft) ?? draft.addExpense();
    names.set(bill.id, expense.id);
    const members = MEMBERS.map((name) => [name, bill[name as keyof typeof bill]] as const);
    for (const [name, value] of [...members, ...Object.entries(bill.facts)])
      if (value !== undefined) expense.answers.set(name, value as string);
    for (const name of leftOpen) if (bill[name as keyof typeof bill] === undefined) expense.answers.set(name, null);
    const stay = names.get(bill.same_stay_as ?? "");
    if (stay !== undefined) expense.answers.set(STAY, stay);
    for (const [place, item] of (bill.items ?? []).entries())
      for (const [name, value] of Object.entries(item)) expense.answers.set(`${ITEMS}${place}/${name}`, value);
    return [expense.id, slips[bill.id] ?? {}];
  });
}

/** Where the record says otherwise than the resident did. The resident's answer stays, and that is told. */
export function contradicted(draft: Draft, { request }: SettlementRecord, region: string): Notice[] {
  const elsewhere = request.region !== undefined && region !== "" && !isWithin(request.region, region);
  const said = Object.entries(request.facts).filter(([, value]) => value !== null);
  const facts = said.filter(([fact, value]) => (draft.person.get(fact) ?? value) !== value);
  return [...(elsewhere ? ["region"] : []), ...facts.map(([fact]) => fact)].map((name) => ({
    id: `record-other-${name}`,
  }));
}

/** One lies in the other, or both in one city. */
function isWithin(one: string, other: string): boolean {
  const [a, b] = [one, other].map((code) => code.replace(/(00)+$/, "").slice(0, 4)) as [string, string];
  return a.startsWith(b) || b.startsWith(a);
}

const emptyOne = ({ expenses }: Draft): DraftExpense | undefined => expenses.find(({ answers }) => answers.size === 0);

/** Members without use are told together: there are dozens in every record. */
const TOGETHER: SettlementNote["code"][] = ["unused", "detail"];

/** These are told of a record that is no bill: nobody needs to know what else stands in it. */
const NO_BILL: SettlementNote["code"][] = [
  "refund",
  "refund_unmatched",
  "failed",
  "another_person",
  "not_settled",
  "cancelled",
];

/** `placeOf` names the record that a note is about, where there are several. */
export function noticesOf({ request, notes: all }: SettlementRecord, placeOf: PlaceOf = () => undefined): Notice[] {
  const read = request.expenses.length;
  const noBills = all.filter(({ code }) => NO_BILL.includes(code)).map(({ path }) => `${path}/`);
  const notes = all.filter(({ code, path }) => code !== "unused" || !noBills.some((record) => path.startsWith(record)));
  const single = notes
    .filter(({ code }) => !TOGETHER.includes(code) && code !== "pharmacy")
    .map((note) => noticeOf(note, placeOf));
  const together = TOGETHER.flatMap((code) => togetherOf(code, notes, placeOf));
  // Of fees that nobody has settled, their own notice says that they are a bill now.
  const areSettled = read > 0 && !notes.some(({ code }) => code === "fees");
  return [
    ...(areSettled ? [{ id: "record-read", args: { n: read } }] : []),
    ...single,
    ...pharmacies(notes, placeOf),
    ...together,
  ];
}

/** Many buy medicine every month: those that were paid in one way are told together. */
function pharmacies(notes: SettlementNote[], placeOf: PlaceOf): Notice[] {
  return ["pooled", "account", "open"].flatMap((value) => {
    const all = notes.filter((note) => note.code === "pharmacy" && note.value === value);
    const of = all.length === 1 ? placeOf(all[0]?.path ?? "") : undefined;
    return all.length === 0 ? [] : [{ id: "record-pharmacy", args: { value, n: all.length }, ...ofRecord(of) }];
  });
}

/** Single fees are not one record of several: their bill is the sum of them. */
function noticeOf({ code, path, value = "" }: SettlementNote, placeOf: PlaceOf): Notice {
  const of = code === "fees" ? undefined : placeOf(path);
  return { id: `record-${code}`, args: { member: memberOf(path), value }, ...ofRecord(of) };
}

const ofRecord = (of: RecordPlace | undefined): Pick<Notice, "of"> => (of === undefined ? {} : { of });

/** What funds paid is told of each record; what no estimate uses is much the same in all of them. */
function togetherOf(code: SettlementNote["code"], notes: SettlementNote[], placeOf: PlaceOf): Notice[] {
  const groups = new Map<number, { of: RecordPlace | undefined; names: Set<string> }>();
  for (const note of notes.filter((entry) => entry.code === code)) {
    const of = code === "unused" ? undefined : placeOf(note.path);
    const group = groups.get(of?.n ?? 0) ?? { of, names: new Set() };
    groups.set(of?.n ?? 0, group);
    group.names.add(nameOf(note));
  }
  return [...groups.values()].map(({ of, names }) => ({
    id: `record-${code}`,
    args: { names: [...names].join(", "), n: names.size },
    ...ofRecord(of),
  }));
}

const nameOf = ({ code, path, value = "" }: SettlementNote): string => (code === "detail" ? value : memberOf(path));

const memberOf = (path: string): string => path.split("/").at(-1) ?? "";
