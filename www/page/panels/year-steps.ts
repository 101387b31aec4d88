/** The steps of an answer that take from something that lasts a year: its deductibles and caps. */

import type { Estimate, Step } from "../../package/types";

export interface YearStep {
  programme: string;
  expense: string;
  kind: "deductible" | "cap";
  step: Step;
}

export const yearSteps = ({ programmes }: Estimate): YearStep[] =>
  programmes.flatMap(({ id, lines }) =>
    lines.flatMap(({ expense, steps }) =>
      steps.flatMap((step) => {
        const kind = yearKind(step);
        return kind ? [{ programme: id, expense, kind, step }] : [];
      }),
    ),
  );

/** What a step takes from a year, if it does. */
export function yearKind({ role, period }: Step): YearStep["kind"] | null {
  if (period !== "year") return null;
  if (role === "deductible") return "deductible";
  return role === "limit" ? "cap" : null;
}
