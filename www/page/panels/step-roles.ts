/** What each step of a working does. It follows from the step's kind until the core says it with every step. */

import type { Money, Step } from "../../package/types";

export interface StepRole {
  role: "opening" | "deductible" | "share" | "limit" | "floor" | "grant" | "rounding" | "other";
  /** The time over which a deductible or a limit runs, or from which an amount comes. */
  period?: "expense" | "month" | "year" | "lifetime";
  /** Of bands: each part of the amount with its rate. */
  parts?: { amount: Money; rate: string }[];
}

const ROLES: Record<string, StepRole> = {
  "in-scope": { role: "opening", period: "expense" },
  bill: { role: "opening", period: "expense" },
  left: { role: "opening", period: "expense" },
  "year-share": { role: "opening", period: "year" },
  "beyond-cap": { role: "opening", period: "expense" },
  deductible: { role: "deductible", period: "expense" },
  "deductible-year": { role: "deductible", period: "year" },
  rate: { role: "share" },
  "rate-raised": { role: "share" },
  bands: { role: "share" },
  cap: { role: "limit", period: "expense" },
  "cap-month": { role: "limit", period: "month" },
  "cap-year": { role: "limit", period: "year" },
  allowance: { role: "grant", period: "month" },
  "owed-before": { role: "other", period: "year" },
  round: { role: "rounding" },
};

export function stepRole({ kind, parts }: Pick<Step, "kind" | "parts">): StepRole {
  const role = ROLES[kind] ?? { role: "other" };
  return parts ? { ...role, parts } : role;
}
