/** Amounts as whole fen, where they must be added, taken off or divided: decimal strings in and out, no float. */

/** `"1200"`, `"12.5"` → fen; null where the text is no amount. */
export function toFen(amount: string | undefined): bigint | null {
  const match = /^(\d{1,12})(?:\.(\d{1,2}))?$/.exec(amount ?? "");
  return match ? BigInt((match[1] ?? "0") + (match[2] ?? "").padEnd(2, "0")) : null;
}

export function fromFen(fen: bigint): string {
  const digits = String(fen < 0n ? -fen : fen).padStart(3, "0");
  return `${fen < 0n ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** `"0.65"` → 650000 millionths. */
export function toMillionths(rate: string | undefined): bigint | null {
  const match = /^(\d+)(?:\.(\d{1,6}))?$/.exec(rate ?? "");
  return match ? BigInt((match[1] ?? "0") + (match[2] ?? "").padEnd(6, "0")) : null;
}

/** A share of an amount, half up, as the core rounds. */
export const shareOf = (fen: bigint, millionths: bigint): bigint => (fen * millionths + 500_000n) / 1_000_000n;

/** The rate with the fewest decimals that makes `paid` of `base`; null where none of up to four decimals does. */
export function rateBetween(paid: bigint, base: bigint): string | null {
  if (base <= 0n || paid < 0n || paid > base) return null;
  for (let places = 1; places <= 4; places += 1) {
    const unit = 10n ** BigInt(places);
    const rate = (paid * unit + base / 2n) / base;
    const text = `${rate / unit}.${String(rate % unit).padStart(places, "0")}`;
    if (shareOf(base, toMillionths(text) ?? 0n) === paid) return text;
  }
  return null;
}
