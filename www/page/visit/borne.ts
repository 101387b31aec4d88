/**
 * What settled bills bore of yearly deductibles, as their slips say. The core takes a settled bill to bear nothing of
 * them, and is told so with what the year held: `e1/borne/<year>/<programme>` is an answer of the bill, so that it goes
 * when the bill goes.
 */

import type { Request } from "../../package/types";
import { fromFen, toFen } from "../panels/fen";
import { type Draft, type DraftExpense, waitsFor } from "./draft";
import { BORNE, SETTLED } from "./link";

type Years = NonNullable<Request["year_to_date"]>;

export interface Borne {
  year: string;
  programme: string;
  amount: string;
}

/** Nothing where the bill is computed: then the core knows what it bears. */
export function borneBy(expense: DraftExpense): Borne[] {
  if (!isSettled(expense)) return [];
  return [...expense.answers].flatMap(([name, amount]): Borne[] => {
    if (!name.startsWith(BORNE) || typeof amount !== "string") return [];
    const [year = "", ...programme] = name.slice(BORNE.length).split("/");
    return [{ year, programme: programme.join("/"), amount }];
  });
}

export const isSettled = ({ answers }: DraftExpense): boolean => answers.has(`${SETTLED}basic`);

/** A bill without an amount waits, and so does one of which a record left open what care it was, or when. */
const isComputed = (expense: DraftExpense): boolean =>
  expense.answers.has("total") && waitsFor(expense) === undefined && !isSettled(expense);

/** What a year held is held before all of its bills: of a computed bill that comes earlier, that would not be true. */
export function waitsForEarlier(expense: DraftExpense, draft: Draft, askedOn: string): boolean {
  const dayOf = ({ answers }: DraftExpense): string => String(answers.get("date") ?? askedOn);
  const [day, place] = [dayOf(expense), draft.expenses.indexOf(expense)];
  const year = borneBy(expense)[0]?.year ?? day.slice(0, 4);
  const isEarlier = (other: DraftExpense, at: number): boolean =>
    dayOf(other) >= year && (dayOf(other) < day || (dayOf(other) === day && at < place));
  return draft.expenses.some((other, at) => isComputed(other) && isEarlier(other, at));
}

/** What all slips together add to what the years held. */
export function borneInAll(draft: Draft, askedOn: string): Borne[] {
  return draft.expenses.filter((expense) => !waitsForEarlier(expense, draft, askedOn)).flatMap(borneBy);
}

/** What the years held, with that. */
export function withBorne(years: Years, borne: Borne[]): Years {
  const all = { ...years };
  for (const { year, programme, amount } of borne) {
    const used = all[year]?.deductible_used ?? {};
    all[year] = { ...all[year], deductible_used: { ...used, [programme]: added(used[programme], amount) } };
  }
  return all;
}

/** A text that is no amount stays as it is: the core judges it. */
function added(before = "0", more: string): string {
  const [one, other] = [toFen(before), toFen(more)];
  if (one === null) return before;
  return other === null ? more : fromFen(one + other);
}
