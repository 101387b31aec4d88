/** How modifiers made the number that a step took, as one line: "620 × 0.9 × 0.9 = 502.20". */

import type { Step } from "../../package/types";
import type { Words } from "../words/words";

type Part = NonNullable<Step["made"]>[number];

export const SIGNS: Record<string, string> = {
  times: " × ",
  divided_by: " ÷ ",
  power: " ^ ",
  plus: " + ",
  less: " − ",
};

/** Of these kinds the step's words name the very number that was made; of others, what a year has left of it. */
const RESULTS: Record<string, string> = {
  deductible: "amount",
  cap: "amount",
  "at-least": "amount",
  rate: "rate",
  "rate-raised": "from",
  "borne-first": "rate",
};

export function madeOf(made: Part[], { kind, text }: Step, words: Words): string {
  const line = made.map((part) => said(part, words)).join("");
  const result = text.args?.[RESULTS[kind] ?? ""];
  // A part of the bill as it stands is named, and its amount with it.
  if (result === undefined || made.length === 1) return line;
  return `${line} = ${made[0]?.unit === "money" ? words.money(result) : result}`;
}

function said({ how, unit, number, part }: Part, words: Words): string {
  const plain = unit === "money" ? words.money(number) : number;
  const text = part ? words.say(`made-part-${part.replaceAll("_", "-")}`, { number: plain }) : plain;
  if (how === "from") return text;
  const sign = SIGNS[how];
  return sign === undefined ? words.say(`made-${how.replaceAll("_", "-")}`, { number: text }) : sign + text;
}
