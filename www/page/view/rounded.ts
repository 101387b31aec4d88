/** Amounts as people say them: two or three figures, rounded outward so that nothing is promised or kept back. */

export type Outward = "down" | "up";

/** From this on three figures are kept; smaller amounts keep whole yuan. */
const SMALL = 1000n;

/** `"182437.10"` becomes 182000 (down) or 183000 (up): whole yuan, as `words.round` sets them. */
export function rounded(amount: string, outward: Outward): string {
  const [whole = "0", fraction = ""] = amount.split(".");
  const isWhole = /^0*$/.test(fraction);
  const yuan = BigInt(whole) + (outward === "up" && !isWhole ? 1n : 0n);
  if (yuan < SMALL) return String(yuan);
  const step = 10n ** BigInt(String(yuan).length - 3);
  const down = (yuan / step) * step;
  return String(outward === "up" && down < yuan ? down + step : down);
}
