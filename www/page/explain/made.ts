/** How modifiers made the number that a step took, as one line: "620 × 0.9 × 0.9 = 502.20". */

import type { Made } from "../../package/types";
import type { Words } from "../words/words";

const SIGNS: Record<string, string> = { times: " × ", plus: " + ", less: " − " };

/** `result` is the number that came out, where the step names it. */
export function madeOf(made: Made[], result: string | undefined, words: Words): string {
  const line = made.reduce((so_far, part) => so_far + joined(part, words), "");
  return result === undefined ? line : `${line} = ${result}`;
}

function joined({ how, unit, number }: Made, words: Words): string {
  const text = unit === "money" ? words.money(number) : number;
  if (how === "from") return text;
  const sign = SIGNS[how];
  return sign === undefined ? words.say(`made-${how.replaceAll("_", "-")}`, { number: text }) : sign + text;
}
