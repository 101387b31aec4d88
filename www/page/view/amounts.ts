/** Amounts that may be ranges, in words and in figures. */

import { html, nothing, type TemplateResult } from "lit";
import type { Amount } from "../../package/types";
import type { Words } from "../words/words";
import { rounded } from "./rounded";

export const isZero = (money: string): boolean => /^0*(\.0*)?$/.test(money);
export const isExact = ({ low, high }: Amount): boolean => low === high;
export const isNothing = (amount: Amount): boolean => isZero(amount.high);

/** Whether what is usual is narrower than what is guaranteed. */
export const saysMore = ({ low, high, typical }: Amount): boolean =>
  typical !== undefined && (typical.low !== low || typical.high !== high);

/** What is usual, in round figures, outwards. */
export function span({ low, high }: { low: string; high: string }, words: Words): { low: string; high: string } {
  if (low === high) return { low: words.money(low), high: words.money(high) };
  return { low: words.round(rounded(low, "down")), high: words.round(rounded(high, "up")) };
}

/** `¥960.00`, `¥0.00 to ¥960.00`, `up to ¥960.00`: the plain text of an amount. */
export function amountText(amount: Amount, words: Words): string {
  if (isExact(amount)) return words.say("exactly", { amount: amount.low });
  return isZero(amount.low)
    ? words.say("up-to", { high: amount.high })
    : words.say("between", { low: amount.low, high: amount.high });
}

/** The same, with the likely amount and the usual one under it, where they say more. */
export function amountView(amount: Amount, words: Words): TemplateResult {
  const { likely, typical } = amount;
  const isLikely = !isExact(amount) && likely !== null;
  const isUsual = typical !== undefined && (typical.low !== likely || typical.high !== likely);
  const notes = [isLikely ? words.say("likely", { amount: likely }) : null, isUsual ? usualText(amount, words) : null];
  return html`<span class="amount">${amountText(amount, words)}</span>${notes.map((note) =>
    note === null ? nothing : html`<small class="likely">${note}</small>`,
  )}`;
}

/** What is usual, in words, where that says more than the range. */
export function usualText(amount: Amount, words: Words): string | null {
  if (isExact(amount) || !amount.typical || !saysMore(amount)) return null;
  const usual = span(amount.typical, words);
  return words.say(usual.low === usual.high ? "payers-usual-one" : "payers-usual", usual);
}

/** In whole fen, for widths of a drawing. Fifteen digits at most: exact in a double. */
export const fen = (money: string): number => Math.round(Number(money) * 100);
