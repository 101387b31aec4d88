/**
 * Drawing that survives. A translator or an extension may have changed what was drawn before, and a fault of ours or of
 * a policy may stop a drawing halfway. Then all is drawn anew; where that fails too, the page says so.
 */

import { Translation } from "./host/translation";

export class Drawing {
  /** Every number is a drawing from nothing: templates of another one share no element with it. */
  generation = 0;
  /** Why the page cannot be drawn as it should be; null where it can. */
  failure: unknown = null;
  private translation: Translation | null = null;

  /** `draw` shows the failure where there is one. Every drawing tries anew. */
  run(root: Node, draw: () => void): void {
    this.failure = null;
    this.translation ??= new Translation(root);
    this.translation.around(() => this.attempt(draw));
  }

  private attempt(draw: () => void): void {
    try {
      draw();
    } catch {
      this.generation += 1;
      this.anew(draw);
    }
  }

  private anew(draw: () => void): void {
    try {
      draw();
    } catch (cause) {
      console.error(cause);
      this.failure = cause;
      this.generation += 1;
      draw();
    }
  }
}
