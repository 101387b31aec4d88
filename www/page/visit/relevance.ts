/** Which questions are worth showing: only what can still change something, and what was answered and did. */

import type { Description, Estimate, FactDescription, Finding, ProgrammeAnswer } from "../../package/types";
import type { Draft, DraftExpense } from "./draft";
import { followsFromItems } from "./items";
import { complete, factsOf, serviceOf } from "./request";
import { openingOf, type SituationId } from "./situation";

/** All that decides what is worth showing. */
export interface Scene {
  draft: Draft;
  situation: SituationId | null;
  description: Description;
  estimate: Estimate | null;
  /** Fields with a problem stay in sight, whatever else. */
  faulty: ReadonlySet<string>;
}

/** Names of unknowns that still keep something open. */
export function openKeys(estimate: Estimate | null): Set<string> {
  const open = new Set(estimate?.questions.map(({ unknown }) => unknown));
  for (const programme of estimate?.programmes ?? []) programme.missing.forEach((key) => open.add(key));
  return open;
}

/** Asked in this order, before there is anything to compute. */
export function openingKeys({ description, situation, faulty }: Scene): string[] {
  return openingOf(situation).filter(
    (id) => faulty.has(id) || description.facts.some((fact) => fact.id === id && fact.programmes.length > 0),
  );
}

/** The facts of one expense that are shown in its card, in the order of the contract. */
export function expenseKeys(expense: DraftExpense, scene: Scene): string[] {
  const { description, estimate, faulty } = scene;
  const service = serviceOf(expense);
  if (typeof service !== "string" || !complete(expense, description)) return [];
  const open = openKeys(estimate);
  return factsOf(service, description)
    .map((id) => `${expense.id}/${id}`)
    .filter((key) => !followsFromItems(key, expense))
    .filter((key) => faulty.has(key) || open.has(key) || (answeredOrAssumed(key, scene) && mattered(key, scene)));
}

/** The core counts admissions where nobody says otherwise: an assumption, which stands where it can be corrected. */
const answeredOrAssumed = (key: string, { draft }: Scene): boolean =>
  draft.get(key) !== undefined || key.endsWith("/admission");

/** Whether an answered question still has a say. */
export function mattered(key: string, { description, estimate }: Scene): boolean {
  if (!estimate) return true;
  const [head = "", name] = key.split("/");
  const programmes = programmesOf(key, head, name, description);
  return estimate.programmes.some((programme) => programmes.includes(programme.id) && hasASay(programme, key));
}

function programmesOf(key: string, head: string, name: string | undefined, description: Description): string[] {
  const entry = description.values.find(({ id }) => id === key) ?? description.readings.find(({ id }) => id === key);
  if (entry) return [entry.programme];
  const fact: FactDescription | undefined = description.facts.find(({ id }) => id === (name ?? head));
  return fact?.programmes ?? [];
}

/** A programme that may pay reads everything it names; one that does not pay, only what made it fail. */
function hasASay(programme: ProgrammeAnswer, key: string): boolean {
  const expense = /^\d{6}\//.test(key) || !key.includes("/") ? null : key.slice(0, key.indexOf("/"));
  const lines = expense === null ? programme.lines : programme.lines.filter((line) => line.expense === expense);
  const verdicts = lines.length > 0 ? lines.map(({ verdict }) => verdict) : [programme.verdict];
  if (expense !== null && lines.length === 0) return false;
  if (verdicts.some((verdict) => verdict !== "does_not_apply")) return true;
  return [...programme.findings, ...lines.flatMap(({ findings }) => findings)].some((finding) =>
    failedOn(finding, key),
  );
}

const failedOn = (finding: Finding, key: string): boolean => finding.truth === "false" && finding.read.includes(key);
