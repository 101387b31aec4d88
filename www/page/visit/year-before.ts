/**
 * What a year held before the bills entered here. Its fields are named `2025/in_scope`, `2025/paid/<programme>`;
 * `2025/before` is whether there was anything at all. Nobody need fill in what cannot change the result: the core is
 * asked which of them can.
 */

import type { Engine } from "../../package/engine";
import type {
  AmountsAnswer,
  Description,
  Estimate,
  Expense,
  FactValue,
  Request,
  YearToDate,
} from "../../package/types";

type Years = NonNullable<Request["year_to_date"]>;

export const isOfYear = (key: string): boolean => /^\d{4}\//.test(key);

/** `2025/paid/370883/accident-outpatient` → year, member, programme. */
function partsOf(key: string): [year: string, member: string, programme: string] {
  const [year = "", member = "", ...programme] = key.split("/");
  return [year, member, programme.join("/")];
}

export function yearValue(years: Years, key: string): FactValue | undefined {
  const [year, member, programme] = partsOf(key);
  const held = years[year];
  if (member === "before") return held === undefined ? undefined : true;
  const value = held?.[member as keyof YearToDate];
  return typeof value === "object" ? value[programme] : value;
}

/** The same year with another answer. Text that is no amount goes in as it is: the core judges it. */
export function withYearValue(held: YearToDate, key: string, value: FactValue | undefined): YearToDate {
  const [, member, programme] = partsOf(key);
  const { [member as keyof YearToDate]: before, ...others } = held;
  if (programme === "") return value === undefined ? others : { ...others, [member]: value };
  const { [programme]: _, ...amounts } = (typeof before === "object" ? before : {}) as Record<string, string>;
  const next = value === undefined ? amounts : { ...amounts, [programme]: value };
  return Object.keys(next).length > 0 ? { ...others, [member]: next } : others;
}

/** The years of the bills, in order. A bill that goes out incomplete may have no date. */
export const yearsOf = (request: Request | null): string[] =>
  [...new Set(request?.expenses?.map((expense: Partial<Expense>) => (expense.date ?? "").slice(0, 4)) ?? [])]
    .filter((year) => /^\d{4}$/.test(year))
    .sort();

/** More than any cap, deductible or band. */
const MUCH = "9999999.00";
const MANY = 5;

/** The fields of a year that can change what these bills bring. */
export function yearFields(
  engine: Engine,
  request: Request,
  estimate: Estimate,
  year: string,
  description: Description,
): string[] {
  // The amounts alone: nobody sees the rest.
  const amounts = (held: YearToDate): string =>
    whatCounts(engine.estimate(withYear(request, year, held), { explain: "amounts" }));
  const before = amounts({});
  return candidates(request, estimate, year, description).filter(
    (key) => amounts(withYearValue({}, key, key.endsWith("/admissions") ? MANY : MUCH)) !== before,
  );
}

function candidates(request: Request, estimate: Estimate, year: string, { programmes }: Description): string[] {
  const bills = new Set(request.expenses?.filter(({ date }) => date.startsWith(year)).map(({ id }) => id));
  const pays = estimate.programmes
    .filter(
      ({ kind, lines }) =>
        kind === "reimbursement" &&
        lines.some(({ expense, verdict }) => bills.has(expense) && verdict !== "does_not_apply"),
    )
    .map(({ id }) => id)
    .filter((id) => programmes.some((programme) => programme.id === id && programme.on_file));
  return [
    "admissions",
    ...pays.map((id) => `deductible_used/${id}`),
    "in_scope",
    "personal_share",
    ...pays.map((id) => `paid/${id}`),
  ].map((field) => `${year}/${field}`);
}

const withYear = (request: Request, year: string, held: YearToDate): Request => ({
  ...request,
  year_to_date: { ...request.year_to_date, [year]: held },
});

function whatCounts(answer: AmountsAnswer): string {
  return answer.outcome === "estimate"
    ? JSON.stringify([answer.totals, answer.expenses, answer.programmes.map(({ paid }) => paid)])
    : "";
}
