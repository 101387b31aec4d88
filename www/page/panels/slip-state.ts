/** What the comparison with a slip remembers of a visit, and how it takes amounts over. */

import type { View } from "../view/view";
import type { Found } from "./cause";
import { memory } from "./memory";
import type { Change } from "./trial-changes";

export interface SlipState {
  expense: string;
  /** What was found, and for which answers and slip: another answer makes it stale. */
  found: { of: string; result: Found } | null;
  searching: boolean;
  said: "" | "slip-used" | "slip-applied";
}

export const slipState = memory<SlipState>(() => ({ expense: "", found: null, searching: false, said: "" }));

/** Puts these answers into the form. */
export function apply(changes: Change[], { visit }: View): void {
  for (const [key, value] of changes) visit.set(key, value);
}
