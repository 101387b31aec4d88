/** By how much one choice is cheaper than another, as far as that can be said of two ranges. */

import type { Amount, Money } from "../../package/types";

export interface Saving {
  amount: Money;
  /** Both are exact; else it is what is usual. */
  isExact: boolean;
}

/** The lesser of the differences between the ends: nobody is promised more. Null where nothing is saved. */
export function savingOf(now: Amount, then: Amount): Saving | null {
  const [a, b] = [usual(now), usual(then)];
  const [least = 0n] = [fen(a.low) - fen(b.low), fen(a.high) - fen(b.high)].sort((x, y) => (x < y ? -1 : 1));
  if (least <= 0n) return null;
  return { amount: money(least), isExact: a.low === a.high && b.low === b.high && now.low === now.high };
}

const usual = ({ low, high, typical }: Amount): { low: Money; high: Money } => typical ?? { low, high };

/** Amounts have two decimals. */
const fen = (amount: Money): bigint => BigInt(amount.replace(".", ""));

function money(amount: bigint): Money {
  const digits = String(amount).padStart(3, "0");
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
