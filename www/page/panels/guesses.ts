/** Answers that may have been others than those given: of the bill, of clauses with two readings, of the person. */

import type { Description, Expense, FactDescription, FactValue, Request } from "../../package/types";
import type { Cause } from "./cause";

interface Guesses {
  ofBill: Cause[];
  ofReadings: Cause[];
  ofPerson: Cause[];
  together: Cause[];
}

/** Stays of a year that are worth trying. */
const ADMISSIONS = [1, 2, 3, 4];

export function guessesAtAnswers(request: Request, bill: Expense, description: Description): Guesses {
  const here = (fact: FactDescription): boolean =>
    fact.programmes.length > 0 && (fact.services === undefined || fact.services.includes(bill.service));
  const facts = description.facts.filter(here);
  const ofBill = facts.filter(({ of, kind }) => of === "expense" && kind !== "money");
  const ofPerson = facts.filter(({ of }) => of === "person");
  // The hospital's level is what people most often do not know; which insurance it is, what they best know.
  const rank = ({ id }: FactDescription): number =>
    ["facility_level", "admission"].indexOf(id) + 1 || (id === "scheme" ? 9 : 5);
  const sorted = (list: FactDescription[]): FactDescription[] => [...list].sort((a, b) => rank(a) - rank(b));
  const bills = sorted(ofBill).flatMap((fact) =>
    others(fact, bill.facts?.[fact.id]).map((value) => answer(`${bill.id}/${fact.id}`, value)),
  );
  return {
    ofBill: bills,
    ofReadings: description.readings.flatMap(({ id, preferred, options }) =>
      options
        .filter((option) => option.id !== (request.readings?.[id] ?? preferred))
        .map((option): Cause => ({ kind: "reading", changes: [[id, option.id]] })),
    ),
    ofPerson: sorted(ofPerson).flatMap((fact) =>
      others(fact, request.facts?.[fact.id]).map((value) => answer(fact.id, value)),
    ),
    together: levelsAndStays(bill, facts),
  };
}

const answer = (key: string, value: FactValue): Cause => ({ kind: "answer", changes: [[key, value]] });

/** Every other value that a fact could have; of a set, the same with one more. */
function others(fact: FactDescription, now: FactValue | undefined): FactValue[] {
  const values = ((): FactValue[] => {
    switch (fact.kind) {
      case "yes_no":
        return [true, false];
      case "choice":
        return fact.options ?? [];
      case "whole_number":
        return fact.id === "admission" ? ADMISSIONS : scale(fact);
      case "set": {
        const had = Array.isArray(now) ? now : [];
        return (fact.options ?? []).filter((option) => !had.includes(option)).map((option) => [...had, option]);
      }
      default:
        return [];
    }
  })();
  return values.filter((value) => value !== now);
}

const scale = ({ min = 0, max = 0 }: FactDescription): number[] =>
  max - min > 6 ? [1, 2, 3] : Array.from({ length: max - min + 1 }, (_, i) => min + i);

/** Two at once only where each is easily mistaken. */
function levelsAndStays(bill: Expense, facts: FactDescription[]): Cause[] {
  const level = facts.find(({ id }) => id === "facility_level");
  if (!level || !facts.some(({ id }) => id === "admission")) return [];
  return (level.options ?? []).flatMap((option) =>
    ADMISSIONS.slice(1).map(
      (stay): Cause => ({
        kind: "answer",
        changes: [
          [`${bill.id}/facility_level`, option],
          [`${bill.id}/admission`, stay],
        ],
      }),
    ),
  );
}
