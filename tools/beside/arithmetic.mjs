// The rules by hand in JavaScript, over any kind of number.

import Big from "big.js";
import Decimal from "decimal.js";
import { RULES } from "./work.mjs";

/** What a kind of number can do. */
export const NUMBERS = {
  of: Number, plus: (a, b) => a + b, minus: (a, b) => a - b, times: (a, b) => a * b,
  least: Math.min, most: Math.max, rounded: (a) => Math.round(a * 100) / 100, fen: (a) => Math.round(a * 100),
};

const decimals = (Kind, round) => ({
  of: (text) => new Kind(text), plus: (a, b) => a.plus(b), minus: (a, b) => a.minus(b), times: (a, b) => a.times(b),
  least: (a, b) => (a.lt(b) ? a : b), most: (a, b) => (a.gt(b) ? a : b), rounded: round, fen: (a) => Number(a.times(100)),
});

export const BIG = decimals(Big, (a) => a.round(2, Big.roundHalfUp));
export const DECIMAL = decimals(Decimal, (a) => a.toDecimalPlaces(2, Decimal.ROUND_HALF_UP));

/** Gives what settles a case: what all funds pay, in fen. */
export function byHand({ of, plus, minus, times, least, most, rounded, fen }) {
  const byLevel = (table) => Object.fromEntries(Object.entries(table).map(([level, text]) => [level, of(text)]));
  const [deductible, rate] = [byLevel(RULES.deductible), byLevel(RULES.rate)];
  const [cap, threshold, largeRate, aidRate, aidCap, zero] =
    [RULES.cap, RULES.threshold, RULES.largeRate, RULES.aidRate, RULES.aidCap, "0"].map(of);
  return ({ ill, expenses }) => {
    let [basicPaid, aidPaid, paid] = [zero, zero, zero];
    for (const { level, total, selfPaid, advance } of expenses) {
      const inScope = minus(minus(of(total), of(selfPaid)), of(advance));
      const covered = times(most(minus(inScope, deductible[level]), zero), rate[level]);
      const basic = rounded(least(covered, minus(cap, basicPaid)));
      let left = minus(inScope, basic);
      const large = rounded(times(most(minus(left, threshold), zero), largeRate));
      left = minus(left, large);
      const aid = ill ? rounded(least(times(left, aidRate), minus(aidCap, aidPaid))) : zero;
      [basicPaid, aidPaid] = [plus(basicPaid, basic), plus(aidPaid, aid)];
      paid = plus(paid, plus(basic, plus(large, aid)));
    }
    return fen(paid);
  };
}
