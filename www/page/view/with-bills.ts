/** What is only seen once a bill is settled comes with the functions that settle it, so that nobody waits for it alone. */

import type * as parts from "../bills/parts";
import { coreWith } from "../core";
import { Arriving } from "./arriving";

declare global {
  var yibaoBills: typeof parts | undefined;
}

export const withBills = new Arriving(
  () => coreWith("bills"),
  () => globalThis.yibaoBills,
);
