/**
 * The lines of a settlement slip, by their names in the national settlement vocabulary, and how one compares with the
 * estimate.
 */

import type { Amount, Estimate, Fund, SlipField } from "../../package/types";
import { fromFen, toFen } from "./fen";

/** What stands on a slip, as decimal strings; a line that nobody typed is absent. */
export type SlipAmounts = Partial<Record<SlipField, string>>;

/** What goes into a settlement. */
export const inputFields: SlipField[] = ["medfee_sumamt", "fulamt_ownpay_amt", "preselfpay_amt"];

/** What comes out of it: the lines that an explanation must meet. */
export const outcomeFields: SlipField[] = [
  "inscp_scp_amt",
  "act_pay_dedc",
  "hifp_pay",
  "hifmi_pay",
  "hifob_pay",
  "maf_pay",
  "hifes_pay",
  "cvlserv_pay",
  "oth_pay",
  "fund_pay_sumamt",
  "psn_part_amt",
  "acct_pay",
  "psn_cash_pay",
];

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

/** What the personal account and cash pay, where the region says what the account is for. */
const ofAccount: SlipField[] = ["acct_pay", "psn_cash_pay"];

/** Of the funds' and the account's lines, those that the region has; everything else in the slip's own order. */
export function fieldsFor({ funds, totals }: Estimate): SlipField[] {
  const here = new Set<SlipField>(funds.map(({ fund }) => fieldOfFund[fund]));
  if (funds.some(({ fund }) => fund === "supplement")) for (const field of ofSupplement) here.add(field);
  if (totals.account !== undefined) for (const field of ofAccount) here.add(field);
  const ofFunds = new Set<SlipField>([...Object.values(fieldOfFund), ...ofSupplement, ...ofAccount]);
  return [...inputFields, ...outcomeFields].filter((field) => !ofFunds.has(field) || here.has(field));
}

export const estimated = (estimate: Estimate, expense: string, field: SlipField): Amount | undefined =>
  estimate.expenses.find(({ id }) => id === expense)?.slip[field];

/** `same`, inside the range, or how much the slip is above or below it. */
export interface Comparison {
  is: "same" | "inside" | "more" | "less";
  by: string;
}

export function compare(slip: string, { low, high }: Amount): Comparison {
  const [it, from, to] = [slip, low, high].map((amount) => toFen(amount) ?? 0n) as [bigint, bigint, bigint];
  if (it > to) return { is: "more", by: fromFen(it - to) };
  if (it < from) return { is: "less", by: fromFen(from - it) };
  return { is: from === to ? "same" : "inside", by: "0.00" };
}

/** Whether an estimate gives exactly what the slip says, in every line that comes out of a settlement. */
export const agrees = (estimate: Estimate, expense: string, slip: SlipAmounts): boolean =>
  outcomeFields.every((field) => {
    const given = slip[field];
    const amount = estimated(estimate, expense, field);
    return given === undefined || (amount !== undefined && compare(given, amount).is === "same");
  });

/** Lines that do not add up on the slip itself: most likely mistyped. */
export function contradictions(slip: SlipAmounts): string[] {
  const fen = (field: SlipField): bigint | null => toFen(slip[field]);
  const [total, own, paid] = [fen("medfee_sumamt"), fen("psn_part_amt"), fen("fund_pay_sumamt")];
  const funds = [...new Set([...Object.values(fieldOfFund), ...ofSupplement])].map(fen);
  const ofBill: SlipField[] = ["fulamt_ownpay_amt", "overlmt_selfpay", "preselfpay_amt", "inscp_scp_amt"];
  const parts = ofBill.map(fen);
  const sum = (amounts: (bigint | null)[]): bigint => amounts.reduce<bigint>((all, amount) => all + (amount ?? 0n), 0n);
  return [
    total !== null && own !== null && paid !== null && own + paid !== total ? "slip-sum-total" : "",
    paid !== null && sum(funds) > paid ? "slip-sum-funds" : "",
    total !== null && sum(parts) > total ? "slip-sum-parts" : "",
  ].filter(Boolean);
}
