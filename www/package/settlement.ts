/**
 * Reads a settlement record of the national interface (`setlinfo`), as hospitals and bureaus hand it out: alone, or
 * in an answer of the interface with `setldetail` beside it. Amounts are read as decimals from their text, never
 * through a float. Nothing is guessed: what is not understood stands in the notes. The command line reads them in
 * `src/record/`; both answer the same cases, `tests/support/settlement-records.json`.
 */
import { readText } from "./encoding.js";
import { careOf, civilServant, personOf, schemeOf } from "./settlement-codes.js";
import { dayIn } from "./settlement-day.js";
import { SETTLEMENT_FIELDS } from "./settlement-fields.js";
import { contentOf, type Found, isObject, recordsIn, textOf } from "./settlement-find.js";
import { sum, toMoney } from "./settlement-money.js";
import { differs, together, whoIn } from "./settlement-who.js";
import type { FactId, FactValue, Fund, Money, Service, SlipField } from "./types.js";

export { SETTLEMENT_FIELDS };

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
}

/**
 * `unreadable`: no JSON. `no_record`: no settlement in it. `encoding`: not UTF-8; `value` is what it was read as.
 * `refund`: a settlement that was taken back. `exponent`, `not_an_amount`, `too_many_decimals`, `negative`: an
 * amount that was not taken. `unknown_code`: a code that is not in our list. `local_code`: one that a place has made
 * finer; the national figures before it were taken. `maternity`: childbirth, whose rules are not on file everywhere.
 * `not_a_day`: a date that was not taken. `over_limit`: amounts over a price limit were added to what is outside the
 * catalogue. `detail`: a line of `setldetail`. `another_person`: a settlement of
 * somebody else than those before it, or of another insurance; it was not taken. `repeated`: the same settlement
 * again; both were taken. `unused`: a member that the estimate has no use for; its value is not repeated, because it
 * may name a person.
 */
export interface SettlementNote {
  code:
    | "unreadable"
    | "no_record"
    | "encoding"
    | "refund"
    | AmountFault
    | "unknown_code"
    | "local_code"
    | "maternity"
    | "not_a_day"
    | "over_limit"
    | "detail"
    | "another_person"
    | "repeated"
    | "unused";
  /** A JSON pointer into the text; "" where it is about all of it. */
  path: string;
  value?: string;
}

export type AmountFault = "exponent" | "not_an_amount" | "too_many_decimals" | "negative";

const LEVELS: Record<string, string> = { 一: "1", 二: "2", 三: "3" };

/** A record's text, or the bytes of its file. Never throws. */
export function readSettlement(record: string | Uint8Array): SettlementRecord {
  const bytes = ArrayBuffer.isView(record) ? readText(record) : { text: "" };
  const { text, encoding } = typeof record === "string" ? { text: record, encoding: undefined } : bytes;
  const reader = new Reader();
  if (encoding) reader.note("encoding", "", encoding);
  reader.readAll(text);
  return { request: reader.request, slips: reader.slips, settled: reader.settled, notes: reader.notes };
}

class Reader implements SettlementRecord {
  readonly request: SettlementRecord["request"] = { facts: {}, expenses: [] };
  readonly slips: SettlementRecord["slips"] = {};
  readonly settled: SettlementRecord["settled"] = {};
  readonly notes: SettlementNote[] = [];
  private readonly seen = new Set<string>();
  /** What the bills so far say about the person. */
  private who = whoIn({});

  note(code: SettlementNote["code"], path: string, value?: string): void {
    this.notes.push({ code, path, ...(value === undefined ? {} : { value }) });
  }

  readAll(text: string): void {
    const content = contentOf(text);
    if (content === undefined) {
      this.note("unreadable", "");
      return;
    }
    const found = recordsIn(content, "", 0);
    if (found.length === 0) this.note("no_record", "");
    const takenBack = idsTakenBack(found);
    for (const one of found) this.read(one, takenBack.has(idOf(one.record)));
  }

  private read({ record, at, path, details, detailsPath }: Found, takenBack: boolean): void {
    const used = new Set<string>([...SETTLEMENT_FIELDS, "refd_setl_flag"]);
    /** A code, a name or a day as text; nothing where it is empty. */
    const said = (name: string): string => {
      used.add(name);
      return textOf(record[name]);
    };
    if (takenBack || isRefund(record)) this.note("refund", path);
    else if (differs(this.who, whoIn(record))) this.note("another_person", path);
    else this.once({ record, path, at, said });
    this.details(details, detailsPath);
    for (const name of Object.keys(record))
      if (!used.has(name) && textOf(record[name]) !== "") this.note("unused", at(name));
  }

  /** A settlement that stands in the list twice is told; which of the two is meant, nobody knows. */
  private once(place: Place): void {
    const id = idOf(place.record);
    if (id && this.seen.has(id)) this.note("repeated", place.path);
    this.seen.add(id);
    this.who = together(this.who, whoIn(place.record));
    this.bill(place);
  }

  private bill(place: Place): void {
    const id = `e${this.request.expenses.length + 1}`;
    const slip = this.slip(place);
    const bill: SettlementBill = { id, facts: {} };
    this.request.expenses.push(bill);
    this.slips[id] = slip;
    this.settled[id] = settledOf(slip);
    if (slip.medfee_sumamt !== undefined) bill.total = slip.medfee_sumamt;
    this.person(place);
    this.care(bill, place);
    this.outside(bill, slip, place);
  }

  private slip({ record, at }: Place): Partial<Record<SlipField, Money>> {
    const slip: Partial<Record<SlipField, Money>> = {};
    for (const field of SETTLEMENT_FIELDS) {
      if (isNeither(record[field])) this.note("not_an_amount", at(field));
      const text = textOf(record[field]);
      if (text === "") continue;
      const read = toMoney(text);
      if ("amount" in read) slip[field] = read.amount;
      else this.note(read.fault, at(field), text);
    }
    return slip;
  }

  private person({ record, said, at }: Place): void {
    const { facts } = this.request;
    const area = said("insuplc_admdvs");
    if (/^\d{6}$/.test(area)) this.request.region ??= area;
    else if (area) this.note("unknown_code", at("insuplc_admdvs"), area);
    const insurance = said("insutype");
    const scheme = schemeOf(insurance);
    if (scheme) facts["scheme"] = scheme;
    else if (insurance) this.note("unknown_code", at("insutype"), insurance);
    const born = this.day(["brdy"], said, at);
    if (born) facts["birth_date"] = born;
    // A code that says nothing of a fact stays among what was not used.
    const ofPerson = personOf(textOf(record["psn_type"]));
    if (ofPerson && said("psn_type")) Object.assign(facts, ofPerson);
    const civil = civilServant(textOf(record["cvlserv_flag"]));
    if (civil !== undefined && said("cvlserv_flag")) facts["civil_servant_supplement"] = civil;
  }

  private care(bill: SettlementBill, { said, at }: Place): void {
    const type = said("med_type");
    const care = careOf(type);
    if (care) bill.service = care.service;
    else if (type) this.note("unknown_code", at("med_type"), type);
    if (care?.isEmergency) bill.facts["emergency"] = true;
    if (care?.isLocal) this.note("local_code", at("med_type"), type);
    if (care?.isMaternity) this.note("maternity", at("med_type"));
    const date = this.day(["setl_time", "enddate", "begndate"], said, at);
    if (date) bill.date = date;
    const level = said("hosp_lv_name") || said("hosp_lv");
    const known = LEVELS[/^([一二三])级/.exec(level)?.[1] ?? ""];
    if (known) bill.facts["facility_level"] = known;
    else if (level) this.note("unknown_code", at("hosp_lv"), level);
  }

  /** What is outside the catalogue, over a price limit and borne first. Absent lines stay open. */
  private outside({ facts }: SettlementBill, slip: Partial<Record<SlipField, Money>>, { at }: Place): void {
    const { fulamt_ownpay_amt: own, overlmt_selfpay: over = "0.00", preselfpay_amt: advance } = slip;
    if (own !== undefined) facts["self_paid"] = sum([own, over]);
    if (own !== undefined && over !== "0.00") this.note("over_limit", at("overlmt_selfpay"), over);
    if (advance !== undefined) facts["advance"] = advance;
  }

  /** The first of these members that holds a day. */
  private day(names: string[], said: Place["said"], at: Place["at"]): string | undefined {
    const found = names.map((name) => [name, said(name)] as const).filter(([, text]) => text !== "");
    for (const [name, text] of found) {
      const day = dayIn(text);
      if (day) return day;
      this.note("not_a_day", at(name), text);
    }
    return undefined;
  }

  private details(details: unknown, path: string): void {
    if (!Array.isArray(details)) return;
    details.forEach((entry: unknown, i) => {
      const { fund_pay_type: type, fund_pay_type_name: name, fund_payamt: amount } = isObject(entry) ? entry : {};
      const text = [type, name, amount].map(textOf).filter(Boolean).join(" ");
      if (text) this.note("detail", `${path}/${i}`, text);
    });
  }
}

type Members = Found["record"];

interface Place {
  record: Members;
  path: string;
  at(name: string): string;
  said(name: string): string;
}

/** Neither a text, nor a number, nor nothing: it cannot be an amount. */
const isNeither = (value: unknown): boolean => typeof value === "boolean" || Array.isArray(value) || isObject(value);

const idOf = (record: Members): string => textOf(record["setl_id"]);

/** A settlement that was taken back: by its flag, or by its sum below nothing. */
function isRefund(record: Members): boolean {
  const flag = record["refd_setl_flag"];
  const total = toMoney(textOf(record["medfee_sumamt"]));
  return flag === true || textOf(flag) === "1" || ("fault" in total && total.fault === "negative");
}

/** A refund names the settlement that it takes back; that one is no bill either. */
const idsTakenBack = (found: Found[]): Set<string> =>
  new Set(
    found
      .filter(({ record }) => isRefund(record))
      .map(({ record }) => textOf(record["init_setl_id"]))
      .filter(Boolean),
  );

function settledOf(slip: Partial<Record<SlipField, Money>>): Partial<Record<Fund, Money>> {
  const supplements = [slip.hifes_pay, slip.cvlserv_pay].filter((amount) => amount !== undefined);
  const settled: [Fund, Money | undefined][] = [
    ["basic", slip.hifp_pay],
    ["critical_illness", slip.hifmi_pay],
    ["large_expense", slip.hifob_pay],
    ["assistance", slip.maf_pay],
    ["supplement", supplements.length > 0 ? sum(supplements) : undefined],
  ];
  return Object.fromEntries(settled.filter(([, amount]) => amount !== undefined));
}
