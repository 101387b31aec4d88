/**
 * Where a slip's amounts may come from. Nothing is claimed that was not tried: each guess is put to the core, and only
 * those that give exactly the slip's amounts are reported, the more likely kinds first.
 */

import type { Engine } from "../../package/engine";
import type {
  Description,
  Estimate,
  Expense,
  InverseQuestion,
  ProgrammeLine,
  Request,
  SlipField,
  Step,
} from "../../package/types";
import type { Cause, Found } from "./cause";
import { fromFen, rateBetween, shareOf, toFen, toMillionths } from "./fen";
import { guessesAtAnswers } from "./guesses";
import { agrees, estimated, fieldOfFund, ownPart, type SlipAmounts } from "./slip-fields";
import { type Change, others, withChanges } from "./trial-changes";
import { yearKind } from "./year-steps";

export interface Search {
  engine: Engine;
  description: Description;
  request: Request;
  expense: string;
  slip: SlipAmounts;
}

/** As many explanations as a reader can weigh. */
const MOST = 5;

/** Rests between guesses by `pause`, so that the page stays alive. */
export async function findCauses(search: Search, pause: () => Promise<void>): Promise<Found> {
  const trial = new Trial(search);
  const found: Cause[] = [];
  const base: Change[] = inputsOf(search);
  if (trial.fits([])) return { causes: [], tried: trial.count };
  if (base.length > 0 && trial.fits(base)) return { causes: [{ kind: "inputs", changes: base }], tried: trial.count };
  const seen = new Set<string>();
  for (const guess of guesses(trial, base)) {
    // What is so already is no possibility, and a possibility is told once.
    const other = others(search.request, guess.changes);
    const name = JSON.stringify(other);
    if (other.length === 0 || seen.has(name)) continue;
    seen.add(name);
    await pause();
    const changes = [...base, ...other];
    if (trial.fits(changes)) found.push({ ...guess, changes });
    if (found.length >= MOST) break;
  }
  return { causes: found, tried: trial.count };
}

function* guesses(trial: Trial, base: Change[]): Generator<Cause> {
  const { description, expense, request } = trial.search;
  const at = trial.estimate(base);
  const bill = request.expenses?.find(({ id }) => id === expense);
  if (!at || !bill) return;
  const answers = guessesAtAnswers(request, bill, description);
  yield* answers.ofBill;
  const year = [...ofTheYear(trial, at, bill)];
  yield* year.filter((cause) => !far(cause, bill));
  yield* ofValues(trial, at);
  yield* inverseValues(trial, at, base);
  yield* ofDates(trial, at, bill);
  yield* answers.ofReadings;
  yield* answers.ofPerson;
  yield* shareBefore(trial, base, bill);
  yield* outsideTheCatalogue(trial, base, bill);
  yield* inverseBill(trial, at, bill, base);
  yield* year.filter((cause) => far(cause, bill));
  yield* answers.together;
}

/** A cap that many such bills would not reach explains any lower amount, but seldom truly. */
const far = ({ kind, changes }: Cause, { total }: Expense): boolean =>
  kind === "cap" && (toFen(String(changes[0]?.[1])) ?? 0n) > 5n * (toFen(total) ?? 0n);

/** Asks the core what would be, and counts. */
class Trial {
  count = 0;
  /** The request without what comes after the bill, which has no say in it and would take its time at every guess. */
  private readonly upToBill: Request;

  constructor(readonly search: Search) {
    this.upToBill = withoutLater(search);
  }

  estimate(changes: Change[], of = this.search.request): Estimate | null {
    const { engine, description } = this.search;
    this.count += 1;
    const answer = engine.estimate(withChanges(of, changes, description));
    return answer.outcome === "estimate" ? answer : null;
  }

  /** What fits is tried with everything that was answered. */
  fits(changes: Change[]): boolean {
    const { request } = this.search;
    const isMoved = changes.some(([key]) => key.endsWith("/date"));
    if (isMoved || this.upToBill === request) return this.agrees(changes, request);
    return this.agrees(changes, this.upToBill) && this.agrees(changes, request);
  }

  private agrees(changes: Change[], request: Request): boolean {
    const answer = this.estimate(changes, request);
    return answer !== null && agrees(answer, this.search.expense, this.search.slip);
  }

  /**
   * Which bills or values lead to what the slip says was paid: by a basic programme alone, where its line is given,
   * else by all funds. None where something else is open.
   */
  inverse(sought: { open: string } | { expense: string }, programme: string | null, base: Change[]): string[] {
    const { engine, description, expense, slip } = this.search;
    const [of, amount] = programme === null ? [expense, this.paid] : [`${expense}/${programme}`, toFen(slip.hifp_pay)];
    if (amount === null) return [];
    this.count += 1;
    const question = { ...sought, of, amount: fromFen(amount) } as InverseQuestion;
    const answer = engine.inverse(withChanges(this.upToBill, base, description), question);
    return answer.outcome === "inverse" ? answer.solutions.slice(0, MOST).map(({ low }) => low) : [];
  }

  /** What the slip says that the funds paid altogether. */
  get paid(): bigint | null {
    const { slip } = this.search;
    const [sum, total, own] = [
      toFen(slip.fund_pay_sumamt),
      toFen(slip.medfee_sumamt ?? this.bill?.total),
      toFen(slip.psn_part_amt),
    ];
    const hospital = toFen(slip.hosp_part_amt) ?? 0n;
    return sum ?? (total !== null && own !== null ? total - own - hospital : toFen(slip.hifp_pay));
  }

  get bill(): Expense | undefined {
    return this.search.request.expenses?.find(({ id }) => id === this.search.expense);
  }
}

/** Parts of one stay are settled together, whichever day they bear. */
function withoutLater({ request, expense }: Search): Request {
  const { expenses = [] } = request;
  const day = expenses.find(({ id }) => id === expense)?.date ?? "";
  const earlier = expenses.filter(({ date }) => date <= day);
  const inParts = expenses.some(({ same_stay_as: stay }) => stay !== undefined);
  return inParts || earlier.length === expenses.length ? request : { ...request, expenses: earlier };
}

/**
 * Where the slip's own total, out-of-catalogue part and advance are others than those answered, everything else is seen
 * with them.
 */
function inputsOf({ slip, request, expense }: Search): Change[] {
  const bill = request.expenses?.find(({ id }) => id === expense);
  const [total, scope] = [toFen(slip.medfee_sumamt ?? bill?.total), toFen(slip.inscp_scp_amt)];
  let [own, advance] = [ownPart(slip), slip.preselfpay_amt];
  if (total !== null && scope !== null && (own === undefined || advance === undefined)) {
    // Only the part in scope is known, not how the rest is made up: to the funds it is all one.
    const rest = total - scope - (toFen(own) ?? toFen(advance) ?? 0n);
    if (rest >= 0n) [own, advance] = own === undefined ? [fromFen(rest), advance ?? "0.00"] : [own, fromFen(rest)];
  }
  const changes: [string, string | undefined, unknown][] = [
    ["total", slip.medfee_sumamt, bill?.total],
    ["self_paid", own, bill?.facts?.["self_paid"]],
    ["advance", advance, bill?.facts?.["advance"]],
  ];
  return changes.flatMap(([name, now, before]): Change[] =>
    now === undefined || toFen(now) === (typeof before === "string" ? toFen(before) : null)
      ? []
      : [[`${expense}/${name}`, now]],
  );
}

// ---------------------------------------------------------------------------------------------- what the year held
// before

/** The lines that have a say in this bill, with what the slip says their fund paid. */
function linesOf({ search }: Trial, at: Estimate): { programme: string; line: ProgrammeLine; paid: bigint | null }[] {
  return at.programmes.flatMap(({ id, fund, lines }) =>
    lines
      .filter((line) => line.expense === search.expense && line.verdict !== "does_not_apply" && line.steps.length > 0)
      .map((line) => ({ programme: id, line, paid: fund === null ? null : toFen(search.slip[fieldOfFund[fund]]) })),
  );
}

function* ofTheYear(trial: Trial, at: Estimate, { date }: Expense): Generator<Cause> {
  const year = date.slice(0, 4);
  const held = trial.search.request.year_to_date?.[year];
  const paidInAll = trial.paid;
  for (const { programme, line, paid } of linesOf(trial, at)) {
    for (const step of line.steps) {
      const left = toFen(step.text.args?.["amount"]);
      if (left === null) continue;
      if (yearKind(step) === "deductible") {
        const used = toFen(held?.deductible_used?.[programme]) ?? 0n;
        for (const borne of deductiblesLeft(trial, line, step, paid ?? paidInAll)) {
          if (borne >= 0n && borne < left)
            yield {
              kind: "deductible",
              changes: [[`${year}/deductible_used/${programme}`, fromFen(used + left - borne)]],
            };
        }
      }
      const target = paid ?? paidInAll;
      if (yearKind(step) === "cap" && target !== null && target < left) {
        yield {
          kind: "cap",
          changes: [[`${year}/paid/${programme}`, fromFen((toFen(held?.paid?.[programme]) ?? 0n) + left - target)]],
        };
      }
    }
  }
}

/** What was left of the year's deductible: as the slip says, as it follows from what was paid, or nothing. */
function deductiblesLeft({ search }: Trial, { steps }: ProgrammeLine, step: Step, paid: bigint | null): bigint[] {
  const said = toFen(search.slip.act_pay_dedc);
  if (said !== null) return [said];
  const rate = toMillionths(rateStep(steps)?.text.args?.["rate"]);
  const before = toFen(step.before);
  const follows = paid !== null && rate && before !== null ? [before - (paid * 1_000_000n + rate / 2n) / rate] : [];
  return [0n, ...follows];
}

/** The step that pays one share of all that comes in. Bands pay several. */
const rateStep = (steps: Step[]): Step | undefined =>
  steps.find((step) => step.role === "share" && step.text.args?.["rate"] !== undefined);

/** A second layer pays on what the year left to the person: more came before, more is paid now. */
function* shareBefore(trial: Trial, base: Change[], { date }: Expense): Generator<Cause> {
  const year = date.slice(0, 4);
  const key = `${year}/personal_share`;
  for (const fund of ["critical_illness", "large_expense"] as const) {
    const target = toFen(trial.search.slip[fieldOfFund[fund]]);
    if (target === null || target === 0n) continue;
    const amount = search(0n, 100_000_000n, (share) =>
      reached(trial, [...base, [key, fromFen(share)]], fieldOfFund[fund], target),
    );
    if (amount !== null && amount > 0n) yield { kind: "share", changes: [[key, fromFen(amount)]] };
  }
}

function reached(trial: Trial, changes: Change[], field: SlipField, target: bigint): boolean {
  const answer = trial.estimate(changes);
  const amount = answer && toFen(estimated(answer, trial.search.expense, field)?.low);
  return amount !== null && amount >= target;
}

// ---------------------------------------------------------------------------------------------- unpublished figures

/** A slip shows what nobody published: the deductible stands on it, and the rate follows from what was paid. */
function* ofValues(trial: Trial, at: Estimate): Generator<Cause> {
  const { description, slip } = trial.search;
  const open = new Set(description.values.filter(({ enterable }) => enterable).map(({ id }) => id));
  for (const { line, paid } of linesOf(trial, at)) {
    const target = paid ?? (trial.search.slip.hifp_pay === undefined ? trial.paid : null);
    const deductible = line.steps.find(({ role }) => role === "deductible");
    const rate = rateStep(line.steps);
    const from = toFen((deductible ?? rate)?.before);
    if (target === null || from === null) continue;
    const [openDeductible, openRate] = [deductible, rate].map((step) =>
      step?.value && open.has(step.value) ? step.value : null,
    );
    for (const off of deductiblesFor(deductible, openDeductible ?? null, slip, description)) {
      const taken: Change[] = openDeductible && off !== null ? [[openDeductible, fromFen(off)]] : [];
      const base = from - (off ?? toFen(deductible?.text.args?.["amount"]) ?? 0n);
      const share = openRate ? rateBetween(target, base) : null;
      if (openRate && share !== null) yield { kind: "value", changes: [...taken, [openRate, share]] };
      else if (!openRate && taken.length > 0) yield { kind: "value", changes: taken };
    }
    if (openDeductible && !openRate && slip.act_pay_dedc === undefined) {
      const share = toMillionths(rate?.text.args?.["rate"]);
      if (share && target > 0n)
        yield { kind: "value", changes: [[openDeductible, fromFen(from - deductibleBase(target, share))]] };
    }
  }
}

/** Asked backwards: at which value of an unpublished figure the slip would be right. */
function* inverseValues(trial: Trial, at: Estimate, base: Change[]): Generator<Cause> {
  const lines = new Set(linesOf(trial, at).map(({ programme }) => programme));
  const open = trial.search.description.values.filter(({ enterable, programme }) => enterable && lines.has(programme));
  for (const { id } of open)
    for (const value of trial.inverse({ open: id }, basicOf(trial, at), base))
      yield { kind: "value", changes: [[id, value]] };
}

/** The one basic programme that has a say in this bill, where the slip has its line. */
function basicOf({ search }: Trial, { programmes }: Estimate): string | null {
  const basic = programmes.filter(
    ({ fund, lines }) =>
      fund === "basic" && lines.some((line) => line.expense === search.expense && line.verdict === "applies"),
  );
  return search.slip.hifp_pay !== undefined && basic.length === 1 ? (basic[0]?.id ?? null) : null;
}

/** The same of the bill, where the slip does not say it and a mistyped figure is likely. */
function* inverseBill(trial: Trial, at: Estimate, { id, total }: Expense, base: Change[]): Generator<Cause> {
  const given = toFen(total);
  if (trial.search.slip.medfee_sumamt !== undefined || given === null) return;
  for (const bill of trial.inverse({ expense: id }, basicOf(trial, at), base)) {
    const apart = (toFen(bill) ?? 0n) - given;
    if (5n * (apart < 0n ? -apart : apart) <= given) yield { kind: "bill", changes: [[`${id}/total`, bill]] };
  }
}

/** The smallest amount of which this share, rounded, is what was paid; in whole yuan below where that does as well. */
function deductibleBase(paid: bigint, share: bigint): bigint {
  const least = (paid * 1_000_000n + share / 2n) / share;
  const yuan = (least / 100n) * 100n;
  return shareOf(yuan, share) === paid ? yuan : least;
}

function deductiblesFor(
  step: Step | undefined,
  open: string | null,
  slip: SlipAmounts,
  { values }: Description,
): (bigint | null)[] {
  if (!step || !open) return [null];
  const said = toFen(slip.act_pay_dedc);
  if (said !== null) return [said];
  const suggested = values.find(({ id }) => id === open)?.versions.flatMap((version) => version.suggested) ?? [];
  return [...new Set(suggested)].map((amount) => toFen(amount)).filter((amount) => amount !== null);
}

// ---------------------------------------------------------------------------------------------- another day, another
// bill

/** The rules of the day before or after a change near the bill's date: what counts is the day of settlement. */
function* ofDates(trial: Trial, at: Estimate, { id, date }: Expense): Generator<Cause> {
  const { description } = trial.search;
  const lines = new Set(linesOf(trial, at).map(({ programme }) => programme));
  const starts = description.values
    .filter(({ programme }) => lines.has(programme))
    .flatMap(({ versions }) => versions.flatMap(({ from }) => from ?? []));
  const near = [...new Set(starts)].filter((start) => Math.abs(Date.parse(start) - Date.parse(date)) < 370 * DAY);
  for (const start of near) yield { kind: "date", changes: [[`${id}/date`, date >= start ? dayBefore(start) : start]] };
}

const DAY = 86_400_000;
const dayBefore = (day: string): string => new Date(Date.parse(day) - DAY).toISOString().slice(0, 10);

/** Last, because it can explain almost any lower amount: more of the bill lies outside what insurance covers. */
function* outsideTheCatalogue(trial: Trial, base: Change[], bill: Expense): Generator<Cause> {
  const { slip, expense } = trial.search;
  if (slip.inscp_scp_amt !== undefined || (slip.fulamt_ownpay_amt !== undefined && slip.preselfpay_amt !== undefined))
    return;
  const [field, target]: [SlipField, bigint | null] =
    slip.hifp_pay === undefined ? ["fund_pay_sumamt", trial.paid] : ["hifp_pay", toFen(slip.hifp_pay)];
  const total = toFen(slip.medfee_sumamt ?? bill.total);
  if (target === null || total === null) return;
  const change = (own: bigint): Change[] => [
    [`${expense}/self_paid`, fromFen(own)],
    [`${expense}/advance`, "0.00"],
  ];
  // What is paid falls as more lies outside; the least that brings it down far enough.
  const own = search(0n, total, (amount) => {
    const answer = trial.estimate([...base, ...change(amount)]);
    const paid = answer && toFen(estimated(answer, expense, field)?.high);
    return paid !== null && paid <= target;
  });
  if (own !== null && own > 0n) yield { kind: "outside", changes: change(own) };
}

/** The least number for which something holds that, once it holds, goes on to hold. */
function search(low: bigint, high: bigint, holds: (amount: bigint) => boolean): bigint | null {
  if (!holds(high)) return null;
  let [from, to] = [low, high];
  while (from < to) {
    const middle = (from + to) / 2n;
    if (holds(middle)) to = middle;
    else from = middle + 1n;
  }
  return to;
}
