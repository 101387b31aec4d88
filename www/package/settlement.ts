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
  slips: Record<string, Partial<Record<SlipLine, Money>>>;
  /** What the funds paid, by the bill's id, in the form of an expense's `settled`. */
  settled: Record<string, Partial<Record<Fund, Money>>>;
  /** What was not understood or not used, each with its place. */
  notes: SettlementNote[];
}

/** Lines that some slips have, and no estimate: what the hospital bears, and what the account of the family pays. */
export type LineBeside = "hosp_part_amt" | "acct_mulaid_pay";

export type SlipLine = SlipField | LineBeside;

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
 * `unreadable`: no JSON; where it nearly is, `value` says why: `quotes` (single or curly ones), `comma` (behind the last entry),
 * `comment`, `sign` (Chinese punctuation), `word` (`NaN`, `None`) or `repeated_key`. `other_format`: no JSON, but something that we know: `value` is `pdf`, `workbook`, `picture`,
 * `archive`, `xml`, `html`, `table` (CSV) or `words` (a printed slip). `no_record`: no settlement in it. `not_read`: this
 * looks like a settlement, and was not taken. `encoding`: not UTF-8; `value` is what it was read as.
 * `unreadable_line`: this line, or these (`2-4`), could not be read; the others were.
 * `refund`: a settlement that was taken back. `partial_refund`: a part of one; the settlement was taken whole.
 * `refund_unmatched`: a refund of a settlement that is not here; no bill was taken away for it.
 * `cancelled`: a settlement that is no longer valid (`vali_flag` 0, or its state says so). `failed`: one that never came
 * about. `not_an_amount`, `too_many_decimals`, `negative`: an
 * amount that was not taken. `unknown_code`: a code that is not in our list. `local_code`: one that a place has made
 * finer; the national figures before it were taken. `maternity`: childbirth, whose rules are not on file everywhere.
 * `pharmacy`: medicine from a pharmacy (`med_type` 41); `value` is `pooled` where the basic fund paid, so that it is ordinary
 * outpatient care, `account` where the record says that no fund did, or `open`; these two have no `service`.
 * `kind_at_odds`: a `psn_type` of the other insurance; it was not taken. `not_a_day`: a date that was not taken. `over_limit`: amounts over a price limit were added to what is outside the
 * catalogue. `from_in_scope`: so much follows from what is in scope, and was added where the record says nothing.
 * `in_scope_differs`: what is in scope does not agree with the other parts. `said_twice`: two spellings of one name that say
 * different things; the interface's own counts. `elsewhere`: care in another city, `third_party`: somebody else may be liable,
 * `birth_open`: an infant without a birth date; each stays open. `birth_impossible`: nobody can be born then; it stays open. `items_unclear`: an amount of `iteminfo` whose class nobody can tell; its classes were not taken. `detail`: a
 * payment of `setldetail` or `payinfo` beside those of the slip; `detail_differs`: one that the slip contradicts;
 * `repeated_payment`: one that stands there twice. `paid_over_bill`: the funds paid more than the bill; `funds_differ`: they
 * come to this, and not to `fund_pay_sumamt`; `fund_not_said`: so much of that sum is in no fund's line; `total_differs`: with what the
 * person bears they come to this, and not to the bill; `own_differs`: account and cash come to this, and not to what the person
 * bears. `paid_beside`: `oth_pay`, which is several things and in no fund of `settled`. `hospital_bears`: `hosp_part_amt`, which no estimate
 * has: it lets the person bear it. `amount_unplaced`: an amount whose name
 * is not in our lists. `total_row`: a row that adds others up. `other_year`: the care was in another year than its settlement.
 * `copied`: a settlement that stands there again to the letter; it was taken once. `another_person`: a settlement of
 * somebody else than those before it, or of another insurance; it was not taken. `repeated`: another settlement under the same
 * number, or one that nothing tells from another; both were taken. `not_settled`: a settlement in advance, or the request for one, of a visit that was settled; it was
 * not taken. `repeated_fee`: a single fee again under its number; it was taken once. `changed`: what the person is differs
 * from an earlier record, and stays open. `fees`: so many single fees were added up to this bill, because no settlement is there.
 * `unused`: a member that the estimate has no use for; its value is not repeated, because it
 * may name a person.
 */
export interface SettlementNote {
  code:
    | "unreadable"
    | "other_format"
    | "no_record"
    | "not_read"
    | "encoding"
    | "unreadable_line"
    | "refund"
    | "partial_refund"
    | "refund_unmatched"
    | "cancelled"
    | "failed"
    | "from_in_scope"
    | "in_scope_differs"
    | "said_twice"
    | "elsewhere"
    | "third_party"
    | "birth_open"
    | "birth_impossible"
    | AmountFault
    | "unknown_code"
    | "local_code"
    | "maternity"
    | "pharmacy"
    | "kind_at_odds"
    | "not_a_day"
    | "over_limit"
    | "items_unclear"
    | "detail"
    | "detail_differs"
    | "repeated_payment"
    | "paid_over_bill"
    | "funds_differ"
    | "fund_not_said"
    | "total_differs"
    | "own_differs"
    | "paid_beside"
    | "hospital_bears"
    | "amount_unplaced"
    | "total_row"
    | "other_year"
    | "copied"
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
