/**
 * Reads a settlement record of the national interface (`setlinfo`), as hospitals and bureaus hand it out: alone, or in an
 * answer of the interface with `setldetail` beside it. Amounts are read as decimals from their text, never through a
 * float. Nothing is guessed: what is not understood stands in the notes. The command line reads them in `src/record/`; both
 * answer the same cases, `tests/support/settlement-records.json`.
 */
/*! lossless-json reads settlement records. Copyright Jos de Jong; MIT. */

import { isLosslessNumber, parse } from "lossless-json";
import { readText } from "./encoding.js";
import { sum, toMoney } from "./settlement-money.js";
import type { FactId, FactValue, Fund, Money, Service, SlipField } from "./types.js";

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
 * `unreadable`: no JSON. `no_record`: no settlement in it. `encoding`: not UTF-8; `value` is what it was read as. `refund`: a
 * settlement that was taken back. `exponent`, `not_an_amount`, `too_many_decimals`, `negative`: an amount that was not taken. `unknown_code`:
 * a code that is not in our list. `maternity`: childbirth, whose rules are not on file everywhere. `not_a_day`: a date that was not
 * taken. `over_limit`: amounts over a price limit were added to what is outside the catalogue. `detail`: a line of `setldetail`.
 * `unused`: a member that the estimate has no use for; its value is not repeated, because it may name a person.
 */
export interface SettlementNote {
  code:
    | "unreadable"
    | "no_record"
    | "encoding"
    | "refund"
    | AmountFault
    | "unknown_code"
    | "maternity"
    | "not_a_day"
    | "over_limit"
    | "detail"
    | "unused";
  /** A JSON pointer into the text; "" where it is about all of it. */
  path: string;
  value?: string;
}

export type AmountFault = "exponent" | "not_an_amount" | "too_many_decimals" | "negative";

/** The amounts of a record, in the order of a printed slip. */
export const SETTLEMENT_FIELDS: SlipField[] = [
  "medfee_sumamt",
  "fulamt_ownpay_amt",
  "overlmt_selfpay",
  "preselfpay_amt",
  "inscp_scp_amt",
  "act_pay_dedc",
  "hifp_pay",
  "cvlserv_pay",
  "hifes_pay",
  "hifmi_pay",
  "hifob_pay",
  "maf_pay",
  "oth_pay",
  "fund_pay_sumamt",
  "psn_part_amt",
  "acct_pay",
  "psn_cash_pay",
];

const INSURANCE: Record<string, string> = { 310: "employee", 390: "resident" };
const CARE: Record<string, Service> = { 11: "outpatient", 14: "chronic_outpatient", 21: "inpatient", 52: "inpatient" };
const MATERNITY = "52";
const LEVELS: Record<string, string> = { 一: "1", 二: "2", 三: "3" };

/** A record's text, or the bytes of its file. Never throws. */
export function readSettlement(record: string | Uint8Array): SettlementRecord {
  const { text, encoding } = typeof record === "string" ? { text: record } : readText(record);
  const reader = new Reader();
  if (encoding) reader.note("encoding", "", encoding);
  reader.readAll(text);
  return { request: reader.request, slips: reader.slips, settled: reader.settled, notes: reader.notes };
}

type Members = Record<string, unknown>;

/** A record with its place, and the list that stands beside it. */
interface Found {
  record: Members;
  path: string;
  details: unknown;
  detailsPath: string;
}

class Reader implements SettlementRecord {
  readonly request: SettlementRecord["request"] = { facts: {}, expenses: [] };
  readonly slips: SettlementRecord["slips"] = {};
  readonly settled: SettlementRecord["settled"] = {};
  readonly notes: SettlementNote[] = [];

  note(code: SettlementNote["code"], path: string, value?: string): void {
    this.notes.push({ code, path, ...(value === undefined ? {} : { value }) });
  }

  readAll(text: string): void {
    let content: unknown;
    try {
      content = parse(text.replace(/^\uFEFF/, ""));
    } catch {
      this.note("unreadable", "");
      return;
    }
    const found = recordsIn(content, "", 0);
    if (found.length === 0) this.note("no_record", "");
    for (const one of found) this.read(one);
  }

  private read({ record, path, details, detailsPath }: Found): void {
    const used = new Set<string>(SETTLEMENT_FIELDS);
    const at = (name: string): string => pointer(path, name);
    /** A code, a name or a day as text; nothing where it is empty. */
    const said = (name: string): string => {
      used.add(name);
      return textOf(record[name]);
    };
    if (said("refd_setl_flag") === "1" || /^-0*[1-9]|^-0*\.0*[1-9]/.test(textOf(record["medfee_sumamt"])))
      this.note("refund", path);
    else this.bill({ record, path, at, said });
    this.details(details, detailsPath);
    for (const name of Object.keys(record))
      if (!used.has(name) && textOf(record[name]) !== "") this.note("unused", at(name));
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
      const text = textOf(record[field]);
      if (text === "") continue;
      const read = toMoney(text);
      if ("amount" in read) slip[field] = read.amount;
      else this.note(read.fault, at(field), text);
    }
    return slip;
  }

  private person({ said, at }: Place): void {
    const { facts } = this.request;
    const area = said("insuplc_admdvs");
    if (/^\d{6}$/.test(area)) this.request.region = area;
    else if (area) this.note("unknown_code", at("insuplc_admdvs"), area);
    const insurance = said("insutype");
    const scheme = INSURANCE[insurance];
    if (scheme) facts["scheme"] = scheme;
    else if (insurance) this.note("unknown_code", at("insutype"), insurance);
    const born = this.day(["brdy"], said, at);
    if (born) facts["birth_date"] = born;
  }

  private care(bill: SettlementBill, { said, at }: Place): void {
    const type = said("med_type");
    const service = CARE[type];
    if (service) bill.service = service;
    else if (type) this.note("unknown_code", at("med_type"), type);
    if (type === MATERNITY) this.note("maternity", at("med_type"));
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
      const [, year, month, day] = /^(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?:[ T].*|\d{6})?$/.exec(text) ?? [];
      if (year && month && day && isDay(`${year}-${month}-${day}`)) return `${year}-${month}-${day}`;
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

interface Place {
  record: Members;
  path: string;
  at(name: string): string;
  said(name: string): string;
}

/** An answer of the interface nests this deep, and no deeper. */
const DEEPEST = 5;

function recordsIn(content: unknown, path: string, depth: number): Found[] {
  if (depth > DEEPEST) return [];
  if (Array.isArray(content)) return content.flatMap((entry, i) => recordsIn(entry, `${path}/${i}`, depth + 1));
  if (!isObject(content)) return [];
  if (isRecord(content))
    return [{ record: content, path, details: content["setldetail"], detailsPath: `${path}/setldetail` }];
  const inner = content["setlinfo"];
  const beside = { details: content["setldetail"], detailsPath: `${path}/setldetail` };
  if (isObject(inner) && isRecord(inner)) return [{ record: inner, path: `${path}/setlinfo`, ...beside }];
  return Object.entries(content).flatMap(([name, value]) => recordsIn(value, pointer(path, name), depth + 1));
}

/** One more step of a JSON pointer. */
const pointer = (path: string, name: string): string => `${path}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;

/** At least two of a slip's lines as scalars: the slip of an answer of ours holds ranges. */
const isRecord = (members: Members): boolean =>
  SETTLEMENT_FIELDS.filter((field) => field in members && !isObject(members[field])).length >= 2;

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

/** A number's own figures; a string without the spaces around it; nothing for `null` and what is no scalar. */
function textOf(value: unknown): string {
  if (isLosslessNumber(value)) return value.value;
  return typeof value === "string" ? value.normalize("NFKC").trim() : "";
}

const isObject = (value: unknown): value is Members =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !isLosslessNumber(value);

function isDay(day: string): boolean {
  const at = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day);
}
