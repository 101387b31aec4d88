/**
 * The questions of no bill that are on the form: those that were answered or asked for and have a say, then the next
 * one, or all that are left.
 */

import { byWeight } from "./order";
import { expenseKeys, mattered, openingKeys, openKeys, type Scene } from "./relevance";

/** A bill's questions stand with it; all others are the opening ones or those of the third section. */
export const isOfExpense = (key: string): boolean => key.includes("/") && !/^\d{6}\//.test(key);

export class Questions {
  /** Every remaining question at once, instead of one at a time. */
  private asksAll = false;
  /** Answered or asked for, wherever that was, in that order: each keeps its place. */
  private readonly known = new Set<string>();
  /** What is asked next. */
  private next: string[] = [];

  constructor(private readonly scene: () => Scene | null) {}

  /** Begins anew with what is answered. */
  begin(answered: Iterable<string>): void {
    this.asksAll = false;
    this.known.clear();
    for (const key of answered) this.known.add(key);
  }

  /** Keeps the place of a question that was answered. */
  keep(key: string): void {
    if (!isOfExpense(key)) this.known.add(key);
  }

  /** Brings a question onto the form ahead of its turn; whether it was not there. */
  bring(key: string): boolean {
    if (isOfExpense(key) || this.keys().includes(key)) return false;
    this.known.add(key);
    this.askNext();
    return true;
  }

  showAll(): void {
    this.asksAll = true;
    this.askNext();
  }

  /** The one that narrows most now, or all that are left. */
  askNext(): void {
    this.next = [];
    const scene = this.scene();
    const shown = this.shown(scene);
    const waiting = (scene ? byWeight(scene) : [])
      .map(({ unknown }) => unknown)
      .filter((key) => !shown.has(key) && scene?.draft.get(key) === undefined);
    this.next = this.asksAll ? waiting : waiting.slice(0, 1);
  }

  /** What the third section shows. */
  keys(scene = this.scene()): string[] {
    if (!scene) return [];
    const open = openKeys(scene.estimate);
    const opening = openingKeys(scene);
    const isShown = (key: string): boolean =>
      !opening.includes(key) &&
      (scene.faulty.has(key) || open.has(key) || (scene.draft.get(key) !== undefined && mattered(key, scene)));
    const shown = [...this.known].filter(isShown);
    return [...shown, ...this.next.filter((key) => !shown.includes(key))];
  }

  /** How many are left beyond those on the form. */
  remaining(): number {
    const scene = this.scene();
    const shown = this.shown(scene);
    const isLeft = (key: string): boolean => !shown.has(key) && scene?.draft.get(key) === undefined;
    return scene?.estimate?.questions.filter(({ unknown }) => isLeft(unknown)).length ?? 0;
  }

  private shown(scene: Scene | null): Set<string> {
    if (!scene) return new Set();
    const ofExpenses = scene.draft.expenses.flatMap((expense) => expenseKeys(expense, scene));
    return new Set([...openingKeys(scene), ...ofExpenses, ...this.keys(scene)]);
  }
}
