/**
 * Where no rule is on file for a kind of care: an amount of nothing is then no answer, and the page says so in its
 * place. A rule that pays nothing, and a condition that is not met, are answers.
 */

import type { Description, Estimate, ProgrammeAnswer } from "../../package/types";

/** Ids of bills for which no rule of basic insurance is on file. */
export function unruledBills(estimate: Estimate, description: Description): string[] {
  const basic = estimate.programmes.filter(({ fund, kind }) => fund === "basic" && kind === "reimbursement");
  const offFile = new Set(description.programmes.filter(({ on_file }) => !on_file).map(({ id }) => id));
  const isOpen = ({ id }: ProgrammeAnswer): boolean => offFile.has(id) || estimate.totals.not_counted.includes(id);
  return estimate.expenses.filter(({ id }) => !basic.some((one) => answers(one, id, isOpen(one)))).map(({ id }) => id);
}

/** Whether a programme says something about a bill: it pays or may pay, or it does not for a reason of its own. */
function answers({ lines, findings }: ProgrammeAnswer, expense: string, isOpen: boolean): boolean {
  const line = lines.find((one) => one.expense === expense);
  if (!line) return false;
  if (line.verdict !== "does_not_apply") return !isOpen;
  const failed = [...findings, ...line.findings].filter(({ truth }) => truth === "false");
  return failed.length > 0 && !failed.some(({ read }) => read.includes("scheme"));
}
