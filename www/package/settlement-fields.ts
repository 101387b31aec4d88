/** The lines of a slip by the names of the national interface. */

import type { SlipField } from "./types.js";

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
