/** Amounts of a settlement record, from text to decimal strings with two decimals; whole fen in between, no float. */

import type { AmountFault } from "./settlement.js";
import type { Money } from "./types.js";

export function toMoney(text: string): { amount: Money } | { fault: AmountFault } {
  const plain = figuresOf(text);
  if (/^[+-]?[\d.]+e[+-]?\d+$/i.test(plain)) return { fault: "exponent" };
  const [, sign, whole, decimals = ""] = /^([+-]?)(?=\.?\d)(\d{0,12})(?:\.(\d*))?$/.exec(plain) ?? [];
  if (whole === undefined) return { fault: "not_an_amount" };
  if (/[1-9]/.test(decimals.slice(2))) return { fault: "too_many_decimals" };
  const fen = BigInt(whole + decimals.slice(0, 2).padEnd(2, "0"));
  return sign === "-" && fen > 0n ? { fault: "negative" } : { amount: fromFen(fen) };
}

/** Without the sign of the currency and the commas of thousands; other commas stay: they may be decimal points. */
function figuresOf(text: string): string {
  const figures = text.replace(/^([+-]?)[¥￥] */, "$1").replace(/ *元$/, "");
  return /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d*)?$/.test(figures) ? figures.replaceAll(",", "") : figures;
}

export const sum = (amounts: Money[]): Money =>
  fromFen(amounts.reduce((all, amount) => all + BigInt(amount.replace(".", "")), 0n));

function fromFen(fen: bigint): Money {
  const digits = String(fen).padStart(3, "0");
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
