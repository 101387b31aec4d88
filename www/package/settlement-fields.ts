/** The lines of a slip by the names of the national interface. */

import type { Fund, SlipField } from "./types.js";

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

/**
 * Every fund that `settled` of `readSettlement` names, with the lines that hold what it paid. The core has the same
 * (`src/record/fields.rs`), and a test compares them. `oth_pay` is left out: it is several things.
 */
export const LINES_OF_FUND: [Fund, SlipField[]][] = [
  ["basic", ["hifp_pay"]],
  ["critical_illness", ["hifmi_pay"]],
  ["large_expense", ["hifob_pay"]],
  ["assistance", ["maf_pay"]],
  ["supplement", ["hifes_pay", "cvlserv_pay"]],
];
