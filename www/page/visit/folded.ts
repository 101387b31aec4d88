/** Bills that are done with: a line each, where nothing about them is open. */

import type { DraftExpense } from "./draft";
import { expenseKeys, type Scene } from "./relevance";
import { complete } from "./request";

/** More bills than these come folded when they come together. */
const FEW_BILLS = 2;

export class FoldedBills {
  private ids = new Set<string>();

  /** Begins anew with these bills. */
  begin(bills: DraftExpense[]): void {
    this.ids = new Set(bills.length > FEW_BILLS ? bills.map(({ id }) => id) : []);
  }

  /** Whoever begins another bill is done with those before. */
  fold(bills: DraftExpense[]): void {
    for (const { id } of bills) this.ids.add(id);
  }

  /** Opens the bill that a field is in; whether it was folded. */
  unfold(field: string): boolean {
    return this.ids.delete(field.slice(0, field.indexOf("/")));
  }

  /** A bill in which something is missing or wrong is open. */
  has(bill: DraftExpense, scene: Scene): boolean {
    if (!this.ids.has(bill.id) || !complete(bill, scene.description)) return false;
    const isOpen = (key: string): boolean => scene.draft.get(key) === undefined && !key.endsWith("/admission");
    const isFaulty = [...scene.faulty].some((field) => field.startsWith(`${bill.id}/`));
    return !isFaulty && !expenseKeys(bill, scene).some(isOpen);
  }
}
