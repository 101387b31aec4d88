/**
 * Which of several records a note is about: its place among them, its day and its amount. The core's notes say where
 * they stand in the text; what stands there is read by the core again, so that every spelling of it is understood.
 */

import type { SettlementRecord } from "../../package/settlement";
import type { Notice } from "./link-reader";

/** `n` counts from one. */
export type RecordPlace = NonNullable<Notice["of"]>;

export type PlaceOf = (pointer: string) => RecordPlace | undefined;

type Read = (text: string) => SettlementRecord;

/** Codes of what is no settlement: an entry of which nothing better is said is no record. */
const NOT_A_RECORD = new Set(["unreadable", "no_record", "not_read", "other_format"]);

export function placesIn(text: string, read: Read): PlaceOf {
  const tree = parsed(text) ?? parsedLines(text);
  const known = new Map<unknown, boolean>();
  const isRecord = (entry: unknown): boolean =>
    typeof entry === "object" && entry !== null && isOfOne(read(JSON.stringify(entry)));
  const holdsRecords = (list: unknown[]): boolean => {
    if (!known.has(list)) known.set(list, list.length > 1 && list.some(isRecord));
    return known.get(list) === true;
  };
  return (pointer) => {
    let node = tree;
    for (const step of stepsOf(pointer)) {
      if (Array.isArray(node) && holdsRecords(node)) return placeIn(node, Number(step), read);
      node = opened((node as Record<string, unknown> | undefined)?.[step]);
      if (typeof node !== "object" || node === null) return undefined;
    }
    return undefined;
  };
}

/** A bill, or one that is told to be none, such as a refund. */
const isOfOne = ({ request, notes }: SettlementRecord): boolean =>
  request.expenses.length > 0 || !notes.some(({ code }) => NOT_A_RECORD.has(code));

function placeIn(list: unknown[], at: number, read: Read): RecordPlace {
  const bill = read(JSON.stringify(list[at] ?? null)).request.expenses[0];
  return {
    n: at + 1,
    ...(bill?.date === undefined ? {} : { date: bill.date }),
    ...(bill?.total === undefined ? {} : { total: bill.total }),
  };
}

const stepsOf = (pointer: string): string[] =>
  pointer
    .split("/")
    .slice(1)
    .map((step) => step.replace(/~1/g, "/").replace(/~0/g, "~"));

/** A text of JSON inside JSON, as some systems hand it over. */
const opened = (node: unknown): unknown => (typeof node === "string" ? (parsed(node) ?? node) : node);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return undefined;
  }
}

/** One record a line. Where anything else stands between them, nobody knows here which place the core counts. */
function parsedLines(text: string): unknown {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const records = lines.map(parsed);
  return records.every((record) => typeof record === "object" && record !== null) ? records : undefined;
}
