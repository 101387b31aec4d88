/**
 * What the resident has answered so far, by the names the contract gives to unknowns: `birth_date`, `e1/total`,
 * `e1/facility_level`, `370883/resident-inpatient/rate@2`. `null` is "I don't know", a missing entry is not answered.
 *
 * An answer is kept when the question that asked for it goes away, so that coming back brings it back.
 */

import type { FactValue, Request, Service } from "../../package/types";
import { isOfYear, withYearValue, yearValue } from "./year-before";

export interface DraftExpense {
  id: string;
  /** A `service` or `date` of `null` is to be asked: a record left it open, and nothing is presumed or guessed. */
  answers: Map<string, FactValue>;
  /** The kind of care that the situation suggests, until the resident says otherwise or fills in the bill. */
  presumed: Service | null;
  /** The kind of care that is taken for granted while nobody names one. */
  guessed: Service | null;
}

export class Draft {
  readonly person = new Map<string, FactValue>();
  /** Values entered and readings chosen, of any region. */
  readonly policy = new Map<string, FactValue>();
  /** What happened, by the id of a life situation, where the resident began with one. */
  situation: string | null = null;
  /** What the years held before these bills, as a request says it. */
  yearToDate: NonNullable<Request["year_to_date"]> = {};
  /** The same of years that the resident says held nothing: kept for a change of mind. */
  private readonly asideYears: NonNullable<Request["year_to_date"]> = {};
  expenses: DraftExpense[] = [];
  private lastNumber = 0;

  constructor() {
    this.addExpense();
  }

  get(key: string): FactValue | undefined {
    if (isOfYear(key)) return yearValue(this.yearToDate, key);
    const [map, name] = this.place(key);
    const given = map?.get(name);
    if (name !== "service") return given;
    return given === undefined ? this.presumedOf(key) : (given ?? undefined);
  }

  /** Returns false where nothing changed. */
  set(key: string, value: FactValue | undefined): boolean {
    if (isOfYear(key)) return this.setYear(key, value);
    const [map, name] = this.place(key);
    if (!map || same(map.get(name), value)) return false;
    const presumed = this.presumedOf(key);
    // The presumed kind of care stood in the form and was left standing.
    if (presumed !== undefined && !map.has("service")) map.set("service", presumed);
    if (value === undefined) map.delete(name);
    else map.set(name, value);
    return true;
  }

  expense(id: string): DraftExpense | undefined {
    return this.expenses.find((expense) => expense.id === id);
  }

  addExpense(number = this.lastNumber + 1): DraftExpense {
    this.lastNumber = Math.max(this.lastNumber, number);
    const expense = { id: `e${number}`, answers: new Map<string, FactValue>(), presumed: null, guessed: null };
    this.expenses.push(expense);
    return expense;
  }

  removeExpense(id: string): void {
    this.expenses = this.expenses.filter((expense) => expense.id !== id);
    if (this.expenses.length === 0) this.addExpense();
  }

  /**
   * Suggests a kind of care for the first bill, as long as nobody has begun to fill it in; and one to go by for every
   * bill that has an amount only.
   */
  presume(service: Service | null, guess: Service | null): void {
    this.expenses.forEach((expense, i) => {
      expense.presumed = i === 0 && expense.answers.size === 0 ? service : null;
      expense.guessed = guess;
    });
  }

  private setYear(key: string, value: FactValue | undefined): boolean {
    const [year = "", member] = key.split("/");
    const held = this.yearToDate[year];
    if (member !== "before") {
      if (same(this.get(key), value)) return false;
      this.yearToDate[year] = withYearValue(held ?? {}, key, value);
      return true;
    }
    if ((value === true) === (held !== undefined)) return false;
    if (held === undefined) this.yearToDate[year] = this.asideYears[year] ?? {};
    else {
      this.asideYears[year] = held;
      delete this.yearToDate[year];
    }
    return true;
  }

  private presumedOf(key: string): Service | undefined {
    return this.expense(key.slice(0, key.indexOf("/")))?.presumed ?? undefined;
  }

  private place(key: string): [Map<string, FactValue> | undefined, string] {
    const slash = key.indexOf("/");
    if (slash < 0) return [this.person, key];
    const head = key.slice(0, slash);
    if (/^\d{6}$/.test(head)) return [this.policy, key];
    return [this.expense(head)?.answers, key.slice(slash + 1)];
  }
}

function same(a: FactValue | undefined, b: FactValue | undefined): boolean {
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, i) => item === b[i]);
  return a === b;
}

/** A record did not say what care it was, or when: it is no stay, and none of today's, until the resident says so. */
export const waitsFor = ({ answers }: DraftExpense): "service" | "date" | undefined =>
  (["service", "date"] as const).find((name) => answers.get(name) === null);
