/** What of the own share somebody else has to pay: insurance leaves it there, but the patient can claim it. */

import type { Amount, Request } from "../../package/types";
import { fromFen, toFen } from "../panels/fen";

/** The sum over all bills, as far as it is known; undefined where there is none. */
export function liablePart(request: Request | null): Amount | undefined {
  const parts = (request?.expenses ?? []).map(({ facts }) => facts?.third_party_amount);
  const sum = parts.reduce((all, part) => all + (typeof part === "string" ? (toFen(part) ?? 0n) : 0n), 0n);
  const amount = fromFen(sum);
  return sum > 0n ? { low: amount, likely: amount, high: amount } : undefined;
}
