/** What may be behind a slip's amounts: answers that may have been others. */

import type { Change } from "./trial-changes";

export type CauseKind =
  | "inputs"
  | "answer"
  | "reading"
  | "date"
  | "deductible"
  | "cap"
  | "share"
  | "bill"
  | "value"
  | "outside";

export interface Cause {
  kind: CauseKind;
  changes: Change[];
}

export interface Found {
  causes: Cause[];
  tried: number;
}
