/**
 * When the person was born. People say "67" as readily as a date, so one question takes either, and the answers hold
 * either under its name: a number is an age. A request has a name for each.
 */

import type { FactId, FactValue } from "../../package/types";

export const BIRTH: FactId = "birth_date";
const AGE: FactId = "age";

/** Dates have dashes between their parts, also unfinished ones; what has none was typed as an age. */
export const isAge = (value: FactValue | undefined): value is number | string =>
  typeof value === "number" || (typeof value === "string" && !value.includes("-"));

/** The person's answers as facts of a request. */
export function personFacts(answers: Map<string, FactValue>): Record<string, FactValue> {
  return Object.fromEntries([...answers].map(([id, value]) => [id === BIRTH && isAge(value) ? AGE : id, value]));
}

/** From facts back to answers; the birth date says more than the age. */
export function takeAge(answers: Map<string, FactValue>): void {
  const age = answers.get(AGE);
  answers.delete(AGE);
  if (age !== undefined && !answers.has(BIRTH)) answers.set(BIRTH, age);
}

/** The question that asks for a fact. */
export const questionOf = (fact: string): string => (fact === AGE ? BIRTH : fact);
