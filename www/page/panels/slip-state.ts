/** What the comparison with a slip remembers of a visit, and how it takes amounts over. */

import type { FactValue } from "../../package/types";
import type { View } from "../view/view";
import { borneInAll } from "../visit/borne";
import type { Visit } from "../visit/visit";
import type { Found } from "./cause";
import { fromFen, toFen } from "./fen";
import { memory } from "./memory";
import type { Keeping } from "./slip-borne";
import type { Change } from "./trial-changes";

export interface SlipState {
  expense: string;
  /** What was found, and for which answers and slip: another answer makes it stale. */
  found: { of: string; result: Found } | null;
  searching: boolean;
  said: "" | "slip-used" | "slip-applied";
  /** Why the deductible on a slip that was taken over is not kept for later bills. */
  lost: Keeping["lost"];
}

export const slipState = memory<SlipState>(() => ({ expense: "", found: null, searching: false, said: "", lost: "" }));

/** Puts these answers into the form. What slips bore of a deductible is added to what is said there of the year. */
export function apply(changes: Change[], { visit }: View): void {
  for (const [key, value] of changes) visit.set(key, withoutBorne(key, value, visit));
}

function withoutBorne(key: string, value: FactValue, { draft, askedOn }: Visit): FactValue {
  const all = borneInAll(draft, askedOn).filter(
    ({ year, programme }) => key === `${year}/deductible_used/${programme}`,
  );
  const borne = all.reduce((sum, { amount }) => sum + (toFen(amount) ?? 0n), 0n);
  const whole = typeof value === "string" ? toFen(value) : null;
  return borne === 0n || whole === null ? value : fromFen(whole > borne ? whole - borne : 0n);
}
