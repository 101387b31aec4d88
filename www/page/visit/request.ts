/** From the draft to a request: what is complete enough to ask about, in the shape of the contract. */

import type { Description, Expense, FactValue, Fund, Request, Service, YearToDate } from "../../package/types";
import { personFacts, questionOf } from "./birth";
import { type Borne, borneInAll, withBorne } from "./borne";
import { type Draft, type DraftExpense, waitsFor } from "./draft";
import { FROM_ITEMS, itemsOf } from "./items";

const MEMBERS = new Set(["service", "date", "total"]);

export function requestOf(draft: Draft, description: Description, askedOn: string): Request {
  const request: Request = { region: description.region.code, asked_on: askedOn };
  if (draft.person.size > 0) request.facts = personFacts(draft.person);
  const expenses = draft.expenses.filter((expense) => complete(expense, description));
  if (expenses.length > 0) request.expenses = expenses.map((expense) => expenseOf(expense, description, askedOn));
  const years = withBorne(yearsOf(draft, description), borneHere(draft, description, askedOn));
  if (Object.keys(years).length > 0) request.year_to_date = years;
  const entered = ofPolicy(
    draft,
    description.values.filter(({ enterable }) => enterable),
  );
  if (Object.keys(entered).length > 0) request.entered = entered;
  const readings = ofPolicy(draft, description.readings);
  if (Object.keys(readings).length > 0) request.readings = readings;
  return request;
}

/** The same without the bills and facts in which something is wrong. */
export function withoutFaults(request: Request, faulty: string[]): Request {
  const { facts = {}, expenses = [] } = request;
  return {
    ...request,
    facts: Object.fromEntries(Object.entries(facts).filter(([id]) => !faulty.includes(questionOf(id)))),
    expenses: expenses.filter(({ id }) => !faulty.some((field) => field.startsWith(`${id}/`))),
  };
}

export function touched(expense: DraftExpense): boolean {
  return expense.answers.size > 0;
}

/** An amount is enough to be settled: until then the expense waits, and nothing is said against it. */
export function complete(expense: DraftExpense, description: Description): boolean {
  if (!touched(expense) || serviceOf(expense) === undefined || waitsFor(expense) !== undefined) return false;
  return expense.answers.has("total") || !needsTotal(expense, description);
}

/** As given, or as the situation suggests and the form shows, or as we go by. */
export const serviceOf = ({ answers, presumed, guessed }: DraftExpense): FactValue | undefined =>
  (answers.has("service") ? answers.get("service") : (presumed ?? guessed)) ?? undefined;

/** What the page takes for granted of a bill, by the names of the form. */
export function takenForGranted(expense: DraftExpense, askedOn: string): { unknown: string; value: string }[] {
  const { id, answers, presumed, guessed } = expense;
  return [
    ...(answers.has("service") || presumed || !guessed ? [] : [{ unknown: `${id}/service`, value: guessed }]),
    ...(answers.has("date") ? [] : [{ unknown: `${id}/date`, value: askedOn }]),
  ];
}

export function needsTotal(expense: DraftExpense, description: Description): boolean {
  const service = serviceOf(expense);
  return description.services.find(({ id }) => id === service)?.needs_total ?? true;
}

/** What was paid before counts by programme; those of another region stay in the draft, unsent. */
function yearsOf({ yearToDate }: Draft, { programmes }: Description): Record<string, YearToDate> {
  const known = new Set(programmes.map(({ id }) => id));
  const here = (amounts: Record<string, string>): Record<string, string> =>
    Object.fromEntries(Object.entries(amounts).filter(([id]) => known.has(id)));
  return Object.fromEntries(
    Object.entries(yearToDate).map(([year, held]) => [
      year,
      {
        ...held,
        ...(held.paid ? { paid: here(held.paid) } : {}),
        ...(held.deductible_used ? { deductible_used: here(held.deductible_used) } : {}),
      },
    ]),
  );
}

/** What settled bills bore of deductibles of this region. */
const borneHere = (draft: Draft, { programmes }: Description, askedOn: string): Borne[] =>
  borneInAll(draft, askedOn).filter(({ programme }) => programmes.some(({ id }) => id === programme));

/** `null` stands for "I don't know" in facts only; a value nobody entered is simply absent. */
function ofPolicy(draft: Draft, known: { id: string }[]): Record<string, string> {
  const chosen: Record<string, string> = {};
  for (const { id } of known) {
    const value = draft.policy.get(id);
    if (typeof value === "string") chosen[id] = value;
  }
  return chosen;
}

/** Where no day is given, it is today. */
function expenseOf(draft: DraftExpense, description: Description, askedOn: string): Expense {
  const { answers } = draft;
  const expense: Partial<Expense> & { id: string } = { id: draft.id };
  const service = serviceOf(draft);
  if (typeof service === "string") expense.service = service as Service;
  const date = answers.get("date");
  expense.date = typeof date === "string" ? date : askedOn;
  const total = answers.get("total");
  if (typeof total === "string") expense.total = total;
  const asked = new Set(factsOf(String(service), description));
  const items = itemsOf(answers);
  const facts = [...answers].filter(([name]) => asked.has(name) && (items.length === 0 || !FROM_ITEMS.includes(name)));
  if (facts.length > 0) expense.facts = Object.fromEntries(facts);
  if (items.length > 0) expense.items = items.map(({ item }) => item);
  const stay = answers.get("same_stay_as");
  if (typeof stay === "string" && stay !== "") expense.same_stay_as = stay;
  const settled = settledOf(draft);
  if (Object.keys(settled).length > 0) expense.settled = settled;
  return expense as Expense;
}

/** Facts that may be asked of an expense of this service; answers of another service stay in the draft, unsent. */
export function factsOf(service: string, description: Description): string[] {
  return description.facts
    .filter(
      ({ id, of, services }) =>
        of === "expense" && !MEMBERS.has(id) && (services === undefined || services.some((s) => s === service)),
    )
    .map(({ id }) => id);
}

function settledOf(draft: DraftExpense): Partial<Record<Fund, string>> {
  const settled: Partial<Record<Fund, string>> = {};
  for (const [name, value] of draft.answers) {
    if (name.startsWith("settled/") && typeof value === "string")
      settled[name.slice("settled/".length) as Fund] = value;
  }
  return settled;
}
