/**
 * What a guided visit asks, in order: what happened and where, who pays the insurance, the bill, then what moves the
 * amount most. A step is the name of a question, or one of the few screens that are none.
 */

import type { Estimate } from "../../package/types";
import type { DraftExpense } from "../visit/draft";
import { byWeight } from "../visit/order";
import { openingKeys, type Scene } from "../visit/relevance";
import type { Visit } from "../visit/visit";
import { yearsOf } from "../visit/year-before";

export const SITUATION = "situation";
export const REGION = "region";
export const CHECK = "check";
export const ANSWER = "answer";
/** The long form: all questions on one page. */
export const FORM = "form";

/** What is seldom so of a bill, on one screen: only for whoever wants to say it. */
export const SELDOM = "seldom";

/** The bill whose seldom circumstances a step asks about. */
export const seldomBill = (step: string): string | null => /^(.+)\/seldom$/.exec(step)?.[1] ?? null;

/** Screens that ask nothing. */
export const isQuestion = (step: string): boolean => ![CHECK, ANSWER, FORM].includes(step);

/** `all`: also what moves no amount, for whoever wants to go on. */
export function planOf(visit: Visit, all: boolean): string[] {
  const { scene } = visit;
  if (!scene) return [SITUATION, REGION];
  const asked = visit.showsBills ? withBills(visit, scene) : openingKeys(scene);
  const rest = [...weighing(scene, all), ...afterwards(visit)];
  return [...new Set([SITUATION, REGION, ...asked, ...rest]), CHECK, ANSWER];
}

/** A date of birth matters to few amounts: where it does, it comes with what moves them. */
function withBills({ draft }: Visit, scene: Scene): string[] {
  return [...openingKeys(scene).filter((key) => key !== "birth_date"), ...draft.expenses.flatMap(billSteps)];
}

/** The kind of care is asked where there is a choice and the situation leaves it open. */
const billSteps = ({ id, presumed, guessed }: DraftExpense): string[] => [
  ...(presumed === null && guessed !== null ? [`${id}/service`] : []),
  `${id}/total`,
];

/** What a resident may know. Figures that nobody published are told among the assumptions. */
function weighing(scene: Scene, all: boolean): string[] {
  const { estimate } = scene;
  const open = openProgrammes(estimate);
  return byWeight(scene)
    .filter(({ kind }) => kind === "fact")
    .filter(({ programmes, narrows }) => all || Number(narrows) > 0 || programmes.some((id) => open.has(id)))
    .map(({ unknown }) => unknown);
}

const openProgrammes = (estimate: Estimate | null): Set<string> =>
  new Set(estimate?.programmes.filter(({ paid }) => paid.low !== paid.high).map(({ id }) => id));

/** The day of a bill, and what the year held before it: both are taken for granted until then. */
function afterwards(visit: Visit): string[] {
  const settled = new Set(visit.request?.expenses?.map(({ id }) => id));
  const dates = visit.draft.expenses.filter(({ id }) => settled.has(id)).map(({ id }) => `${id}/date`);
  const years = yearsOf(visit.request).flatMap((year) => [`${year}/before`, ...(visit.yearKeys(year) ?? [])]);
  return [...dates, ...years];
}

/** How many questions there are beyond those that move an amount. */
export const furtherQuestions = ({ scene, draft }: Visit): number =>
  scene ? weighing(scene, true).filter((key) => draft.get(key) === undefined).length : 0;
