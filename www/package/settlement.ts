/**
 * Settlement records of the national interface (`setlinfo`), as hospitals and bureaus hand them out. The core reads them
 * (`src/record/`): amounts as decimals from their text, never through a float. Nothing is guessed: what is not understood
 * stands in the notes.
 */
import type { Glue } from "./core.js";
import { readText } from "./encoding.js";
import type { FactId, FactValue, Fund, Item, Money, Service, SlipField } from "./types.js";

export interface SettlementRecord {
  /** What becomes a request: the area where it is said, facts of the person, and a bill for every record. */
  request: { region?: string; facts: Record<FactId, FactValue>; expenses: SettlementBill[] };
  /** The lines of every bill's slip, by the bill's id. */
  slips: Record<string, Partial<Record<SlipField, Money>>>;
  /** What the funds paid, by the bill's id, in the form of an expense's `settled`. */
  settled: Record<string, Partial<Record<Fund, Money>>>;
  /** What was not understood or not used, each with its place. */
  notes: SettlementNote[];
}

/** A bill of a request; what the record does not say is left out. */
export interface SettlementBill {
  id: string;
  service?: Service;
  date?: string;
  total?: Money;
  facts: Record<FactId, FactValue>;
  /** Class B and what is out of the catalogues, where a list of items says nothing better. */
  items?: Item[];
  /** The bill before it that is a part of the same stay: both have one `mdtrt_id`. */
  same_stay_as?: string;
}

/**
 * `unreadable`: no JSON. `no_record`: no settlement in it. `encoding`: not UTF-8; `value` is what it was read as.
 * `unreadable_line`: the line of this number is no JSON; the others were read.
 * `refund`: a settlement that was taken back. `partial_refund`: a part of one; the settlement was taken whole.
 * `cancelled`: a settlement that is no longer valid (`vali_flag` 0). `not_an_amount`, `too_many_decimals`, `negative`: an
 * amount that was not taken. `unknown_code`: a code that is not in our list. `local_code`: one that a place has made
 * finer; the national figures before it were taken. `maternity`: childbirth, whose rules are not on file everywhere.
 * `not_a_day`: a date that was not taken. `over_limit`: amounts over a price limit were added to what is outside the
 * catalogue. `from_in_scope`: so much follows from what is in scope, and was added where the record says nothing.
 * `in_scope_differs`: what is in scope does not agree with the other parts. `said_twice`: two spellings of one name that say
 * different things; the interface's own counts. `elsewhere`: care in another city, `third_party`: somebody else may be liable,
 * `birth_open`: an infant without a birth date; each stays open. `items_unclear`: an amount of `iteminfo` whose class nobody can tell; its classes were not taken. `detail`: a
 * payment of `setldetail` or `payinfo` beside those of the slip. `another_person`: a settlement of
 * somebody else than those before it, or of another insurance; it was not taken. `repeated`: the same settlement
 * again; both were taken. `not_settled`: a settlement in advance, or the request for one, of a visit that was settled; it was
 * not taken. `repeated_fee`: a single fee again under its number; it was taken once. `changed`: what the person is differs
 * from an earlier record, and stays open. `fees`: so many single fees were added up to this bill, because no settlement is there.
 * `unused`: a member that the estimate has no use for; its value is not repeated, because it
 * may name a person.
 */
export interface SettlementNote {
  code:
    | "unreadable"
    | "no_record"
    | "encoding"
    | "unreadable_line"
    | "refund"
    | "partial_refund"
    | "cancelled"
    | "from_in_scope"
    | "in_scope_differs"
    | "said_twice"
    | "elsewhere"
    | "third_party"
    | "birth_open"
    | AmountFault
    | "unknown_code"
    | "local_code"
    | "maternity"
    | "not_a_day"
    | "over_limit"
    | "items_unclear"
    | "detail"
    | "another_person"
    | "repeated"
    | "not_settled"
    | "repeated_fee"
    | "changed"
    | "fees"
    | "unused";
  /** A JSON pointer into the text; "" where it is about all of it. */
  path: string;
  value?: string;
}

export type AmountFault = "not_an_amount" | "too_many_decimals" | "negative";

/** A record's text, or the bytes of its file. Never throws; what is neither is no JSON. */
export function readSettlement(
  record: unknown,
  { readSettlement: read }: Pick<Glue, "readSettlement">,
): SettlementRecord {
  const { text, encoding = "" } = typeof record === "string" ? { text: record } : bytesOf(record);
  return JSON.parse(read(text, encoding)) as SettlementRecord;
}

const bytesOf = (record: unknown) => (ArrayBuffer.isView(record) ? readText(record as Uint8Array) : { text: "" });
