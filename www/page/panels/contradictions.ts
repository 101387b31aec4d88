/** Lines of a slip that do not add up on the slip itself: no estimate can be like them. */

import type { SlipField } from "../../package/types";
import { fromFen, toFen } from "./fen";
import type { LineBeside, SlipAmounts } from "./slip-fields";

/** The sentence, what the lines add up to, what the slip says instead, and by how much they differ. */
export interface Contradiction {
  id: string;
  sum: string;
  said: string;
  by: string;
}

/** A sum on the slip: where every part is given, they must reach it; else they must only not exceed it. */
interface Sum {
  id: string;
  of: SlipField;
  parts: SlipField[];
  /** A line that the sum holds in one province and not in another. */
  perhaps?: LineBeside;
  mayFallShort?: boolean;
}

const FUNDS: SlipField[] = ["hifp_pay", "cvlserv_pay", "hifes_pay", "hifmi_pay", "hifob_pay", "maf_pay", "oth_pay"];
const BILL: SlipField[] = ["fulamt_ownpay_amt", "overlmt_selfpay", "preselfpay_amt", "inscp_scp_amt"];

const SUMS: Sum[] = [
  { id: "slip-sum-parts", of: "medfee_sumamt", parts: BILL },
  { id: "slip-sum-total", of: "medfee_sumamt", parts: ["fund_pay_sumamt", "psn_part_amt"], perhaps: "hosp_part_amt" },
  { id: "slip-sum-funds", of: "fund_pay_sumamt", parts: FUNDS },
  { id: "slip-sum-own", of: "psn_part_amt", parts: ["acct_pay", "psn_cash_pay"], perhaps: "acct_mulaid_pay" },
  { id: "slip-sum-deductible", of: "inscp_scp_amt", parts: ["act_pay_dedc", "hifp_pay"], mayFallShort: true },
];

/** A fen or two is rounding. */
const ROUNDING = 2n;

/** `thirdParty`: part of the bill may be somebody else's to bear, which has no line. */
export function contradictions(slip: SlipAmounts, thirdParty: boolean): Contradiction[] {
  return SUMS.flatMap((sum) => {
    const said = toFen(slip[sum.of]);
    const parts = sum.parts.map((field) => toFen(slip[field]));
    if (said === null || parts.every((part) => part === null)) return [];
    const all = parts.reduce<bigint>((whole, part) => whole + (part ?? 0n), 0n);
    const mayFallShort = sum.mayFallShort || parts.includes(null) || (thirdParty && sum.parts === BILL);
    const apart = (whole: bigint): bigint => (whole > said || mayFallShort ? whole - said : said - whole);
    const perhaps = (sum.perhaps && toFen(slip[sum.perhaps])) ?? 0n;
    if (apart(all) <= ROUNDING || apart(all + perhaps) <= ROUNDING) return [];
    return [{ id: sum.id, sum: fromFen(all), said: fromFen(said), by: fromFen(apart(all)) }];
  });
}
