/** Answers by the draft's names for them, put into a request: so a guess can be tried before it is taken over. */

import type { Description, FactValue, Request } from "../../package/types";

/** `e1/total`, `e1/facility_level`, `scheme`, `2025/paid/<programme>`, a value's or a reading's id. */
export type Change = [key: string, value: FactValue];

export function withChanges(request: Request, changes: Change[], description: Description): Request {
  return changes.reduce((changed, change) => withChange(changed, change, description), request);
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
