/** Answers by the draft's names for them, put into a request: so a guess can be tried before it is taken over. */

import type { Description, FactValue, Fund, Request, YearToDate } from "../../package/types";
import { toFen } from "./fen";

/** `e1/total`, `e1/facility_level`, `scheme`, `2025/paid/<programme>`, a value's or a reading's id. */
export type Change = [key: string, value: FactValue];

export function withChanges(request: Request, changes: Change[], description: Description): Request {
  return changes.reduce((changed, change) => withChange(changed, change, description), request);
}

/** What of these is another answer than the request's own. */
export const others = (request: Request, changes: Change[]): Change[] =>
  changes.filter(([key, value]) => !isSame(valueAt(request, key), value));

/** Amounts that are written in two ways are one. */
function isSame(now: unknown, value: FactValue): boolean {
  if (typeof now === "string" && typeof value === "string" && toFen(now) !== null) return toFen(now) === toFen(value);
  return JSON.stringify(now) === JSON.stringify(value);
}

function valueAt(request: Request, key: string): unknown {
  if (/^\d{6}\//.test(key)) return request.entered?.[key] ?? request.readings?.[key];
  const [head = "", member = "", ...rest] = key.split("/");
  if (/^\d{4}$/.test(head)) {
    const held = request.year_to_date?.[head]?.[member as keyof YearToDate];
    return typeof held === "object" ? held[rest.join("/")] : held;
  }
  if (member === "") return request.facts?.[key];
  const expense = request.expenses?.find(({ id }) => id === head);
  if (member === "total" || member === "date") return expense?.[member];
  return member === "settled" ? expense?.settled?.[rest.join("/") as Fund] : expense?.facts?.[member];
}

function withChange(request: Request, [key, value]: Change, { readings }: Description): Request {
  if (/^\d{6}\//.test(key)) {
    const group = readings.some(({ id }) => id === key) ? "readings" : "entered";
    return { ...request, [group]: { ...request[group], [key]: String(value) } };
  }
  const [head = "", member = "", ...rest] = key.split("/");
  if (/^\d{4}$/.test(head))
    return {
      ...request,
      year_to_date: { ...request.year_to_date, [head]: year(request, head, member, rest.join("/"), value) },
    };
  if (member === "") return { ...request, facts: { ...request.facts, [key]: value } };
  const expenses = (request.expenses ?? []).map((expense) => {
    if (expense.id !== head) return expense;
    if (member === "total" || member === "date") return { ...expense, [member]: String(value) };
    if (member === "settled") return { ...expense, settled: { ...expense.settled, [rest.join("/")]: String(value) } };
    return { ...expense, facts: { ...expense.facts, [member]: value } };
  });
  return { ...request, expenses };
}

function year(request: Request, head: string, member: string, programme: string, value: FactValue): object {
  const held = request.year_to_date?.[head] ?? {};
  if (programme === "") return { ...held, [member]: value };
  return { ...held, [member]: { ...held[member as "paid" | "deductible_used"], [programme]: String(value) } };
}
