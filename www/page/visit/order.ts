/** Which question comes next, where the answer's own order leaves it open. */

import type { Question } from "../../package/types";
import type { Scene } from "./relevance";
import { isMeant } from "./situation";

/**
 * What narrows the range most comes first, then what narrows the usual amount most: where a city is silent, no answer
 * by itself narrows the range. Of what narrows nothing, that first which belongs to an amount that is open: whoever
 * entered a bill wants to know what it pays; then what the resident's situation is about. Last comes a row of a table
 * while nobody knows whether it is the right row: the hospital's level is asked before the rate of level 1.
 */
export function byWeight(scene: Scene): Question[] {
  const { estimate, description, situation } = scene;
  if (!estimate) return [];
  const open = new Set(estimate.programmes.filter(({ paid }) => paid.low !== paid.high).map(({ id }) => id));
  const meant = new Set(
    description.programmes.filter((programme) => isMeant(situation, programme)).map(({ id }) => id),
  );
  const rank = (question: Question): number => {
    if (awaitsItsRow(question, scene)) return 3;
    if (Number(question.narrows) > 0 || question.programmes.some((id) => open.has(id))) return 0;
    return question.programmes.some((id) => meant.has(id)) ? 1 : 2;
  };
  const questions = byNarrowing(estimate.questions);
  return [0, 1, 2, 3].flatMap((wanted) => questions.filter((question) => rank(question) === wanted));
}

/** Residents know facts; figures of their city they would have to look up. Else the order of the answer stays. */
export function byNarrowing(questions: Question[]): Question[] {
  const isFact = ({ kind }: Question): number => Number(kind === "fact");
  return [...questions].sort(
    (a, b) =>
      Number(b.narrows) - Number(a.narrows) ||
      isFact(b) - isFact(a) ||
      Number(b.narrows_typical) - Number(a.narrows_typical),
  );
}

function awaitsItsRow({ unknown }: Question, { description, draft, estimate }: Scene): boolean {
  const row = description.values.find(({ id }) => id === unknown)?.row ?? {};
  return Object.keys(row).some((fact) => {
    const ofExpense = description.facts.some(({ id, of }) => id === fact && of === "expense");
    const keys = ofExpense ? draft.expenses.map(({ id }) => `${id}/${fact}`) : [fact];
    return keys.some((key) => estimate?.questions.some((other) => other.unknown === key));
  });
}
