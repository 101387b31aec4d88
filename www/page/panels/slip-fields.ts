/**
 * The lines of a settlement slip, by their names in the national settlement vocabulary, and how one compares with the
 * estimate.
 */

import type { LineBeside, SlipLine } from "../../package/settlement";
import { LINES_OF_FUND, SETTLEMENT_FIELDS } from "../../package/settlement-fields";
import type { Amount, Estimate, Fund, SlipField } from "../../package/types";
import { isOfFrame } from "../own/frame-values";
import { fromFen, toFen } from "./fen";

export type { LineBeside, SlipLine };

/** What stands on a slip, as decimal strings; a line that nobody typed is absent. */
export type SlipAmounts = Partial<Record<SlipLine, string>>;

/** What goes into a settlement, in the order of a printed slip. */
export const inputFields: SlipField[] = ["medfee_sumamt", "fulamt_ownpay_amt", "overlmt_selfpay", "preselfpay_amt"];

/** What comes out of it, in the same order: the lines that an explanation must meet. */
export const outcomeFields: SlipField[] = SETTLEMENT_FIELDS.filter((field) => !inputFields.includes(field));

/** What the person pays in any case: what is outside the catalogue, and what items cost above their limit. */
export function ownPart(slip: SlipAmounts): string | undefined {
  const [own, over] = [toFen(slip.fulamt_ownpay_amt), toFen(slip.overlmt_selfpay) ?? 0n];
  return own === null || over === 0n ? slip.fulamt_ownpay_amt : fromFen(own + over);
}

/** The line in which the estimate has what a fund pays. */
export const fieldOfFund: Record<Fund, SlipField> = {
  basic: "hifp_pay",
  critical_illness: "hifmi_pay",
  large_expense: "hifob_pay",
  assistance: "maf_pay",
  long_term_care: "oth_pay",
  supplement: "hifes_pay",
};

/** A supplement stands under who pays it. */
const ofSupplement: SlipField[] = ["hifes_pay", "cvlserv_pay", "oth_pay"];

/**
 * A line that some slips have, and no estimate: the sum that it may be a part of, and which lines cannot be compared
 * then.
 */
interface Beside {
  line: LineBeside;
  of: SlipField;
  parts: SlipField[];
  bends: SlipField[];
}

/** No rule says what the hospital bears of a bill, or the family's account of the person's part. */
const BESIDE: Beside[] = [
  {
    line: "hosp_part_amt",
    of: "medfee_sumamt",
    parts: ["fund_pay_sumamt", "psn_part_amt"],
    bends: ["psn_part_amt", "acct_pay", "psn_cash_pay"],
  },
  {
    line: "acct_mulaid_pay",
    of: "psn_part_amt",
    parts: ["acct_pay", "psn_cash_pay"],
    bends: ["acct_pay", "psn_cash_pay"],
  },
];

export const isBent = (field: SlipLine, slip: SlipAmounts): boolean =>
  BESIDE.some(({ line, bends }) => isFilledIn(slip[line]) && bends.some((bent) => bent === field));

const isFilledIn = (amount: string | undefined): boolean => (toFen(amount) ?? 0n) > 0n;

/** The lines beside that a slip fills in, or that may be what is missing on it. */
const besideOf = (slip: SlipAmounts): SlipLine[] =>
  BESIDE.filter(({ line, of, parts }) => {
    const [whole, ...amounts] = [of, ...parts].map((field) => toFen(slip[field]));
    const isShort = whole != null && amounts.every((part) => part !== null) && sum(amounts) + ROUNDING < whole;
    return isFilledIn(slip[line]) || isShort;
  }).map(({ line }) => line);

/** What the funds paid, as an expense's `settled`: every line that one fund can be named for. */
export function settledOf(slip: SlipAmounts): [Fund, string][] {
  return LINES_OF_FUND.flatMap(([fund, lines]): [Fund, string][] => {
    const paid = lines.map((line) => toFen(slip[line])).filter((amount) => amount !== null);
    return paid.length === 0 ? [] : [[fund, fromFen(sum(paid))]];
  });
}

/** What the slip says was paid and `settled` cannot hold, because nobody can name the fund, or it was none. */
export function unplaced(slip: SlipAmounts): { other: string | null; rest: string | null; hospital: string | null } {
  const placed = sum(settledOf(slip).map(([, paid]) => toFen(paid) ?? 0n));
  const other = toFen(slip.oth_pay) ?? 0n;
  const rest = (toFen(slip.fund_pay_sumamt) ?? 0n) - placed - other;
  const hospital = toFen(slip.hosp_part_amt) ?? 0n;
  return {
    other: other > 0n ? fromFen(other) : null,
    rest: rest > ROUNDING ? fromFen(rest) : null,
    hospital: hospital > 0n ? fromFen(hospital) : null,
  };
}

const sum = (amounts: bigint[]): bigint => amounts.reduce((all, amount) => all + amount, 0n);

/**
 * In the order of a printed slip; of the funds' lines, those of the region and those that the slip fills in. Where
 * more was paid than they say, all of them: the payment that is missing can be entered.
 */
export function fieldsFor({ funds }: Estimate, slip: SlipAmounts): SlipLine[] {
  const here = new Set<SlipField>(funds.map(({ fund }) => fieldOfFund[fund]));
  if (funds.some(({ fund }) => fund === "supplement")) for (const field of ofSupplement) here.add(field);
  const ofFunds = new Set<SlipField>([...Object.values(fieldOfFund), ...ofSupplement]);
  const isMissing = unplaced(slip).rest !== null;
  const isShown = (field: SlipField): boolean => isMissing || here.has(field) || isFilledIn(slip[field]);
  return [...SETTLEMENT_FIELDS.filter((field) => !ofFunds.has(field) || isShown(field)), ...besideOf(slip)];
}

export function estimated(estimate: Estimate, expense: string, field: SlipLine): Amount | undefined {
  const amount = estimate.expenses.find(({ id }) => id === expense)?.slip[field as SlipField];
  return field === "act_pay_dedc" && amount?.high === "0.00" && isWithinShare(estimate, expense) ? undefined : amount;
}

/** The national frame's share of a bill is what is paid after any deductible: it knows of none of its own. */
const isWithinShare = ({ programmes }: Estimate, expense: string): boolean =>
  programmes.some(
    ({ id, fund, lines }) =>
      isOfFrame(id) && fund === "basic" && lines.some((line) => line.expense === expense && line.verdict === "applies"),
  );

/** `same`, a fen or two apart, inside the range, or how much the slip is above or below it. */
export interface Comparison {
  is: "same" | "rounding" | "inside" | "more" | "less";
  by: string;
}

/** Hospitals round line by line, the law once: so far two honest computations can be apart. */
const ROUNDING = 2n;

export function compare(slip: string, { low, high }: Amount): Comparison {
  const [it, from, to] = [slip, low, high].map((amount) => toFen(amount) ?? 0n) as [bigint, bigint, bigint];
  if (it >= from && it <= to) return { is: from === to ? "same" : "inside", by: "0.00" };
  const [is, by] = it > to ? (["more", it - to] as const) : (["less", from - it] as const);
  return { is: by <= ROUNDING ? "rounding" : is, by: fromFen(by) };
}

/**
 * Whether an estimate is what the slip says in every line that comes out of a settlement: to a fen or two where it is
 * exact, inside it where it is a range. At least one line must be exact: a range alone explains nothing.
 */
export function agrees(estimate: Estimate, expense: string, slip: SlipAmounts): boolean {
  const all = likenesses(estimate, expense, slip);
  return all.some((is) => is === "same" || is === "rounding") && all.every((is) => is !== "more" && is !== "less");
}

/** How each line that the slip fills in compares with the estimate, as far as there is one. */
export const likenesses = (estimate: Estimate, expense: string, slip: SlipAmounts): Comparison["is"][] =>
  outcomeFields.flatMap((field) => {
    const [given, amount] = [slip[field], estimated(estimate, expense, field)];
    return given === undefined || amount === undefined || isBent(field, slip) ? [] : [compare(given, amount).is];
  });
