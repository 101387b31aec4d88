/** The rules of a region: there, on their way, or not to be had. */

import type { Description } from "../../package/types";
import type { PageEngine } from "./page-engine";

export interface Awaited {
  region: string;
  failed: boolean;
  retry(): Promise<void>;
}

/** Whoever wants the rules. */
export interface RulesHost {
  /** They are on their way: what there was of another region is over. */
  waits(): void;
  /** Something is to be drawn anew. */
  changed(): void;
  /** Runs what asks the engine. */
  guard(run: () => void): void;
}

export class Rules {
  /** A region whose rules are on their way, or could not be had. */
  awaited: Awaited | null = null;

  constructor(
    private readonly engine: PageEngine,
    private readonly host: RulesHost,
  ) {}

  describe(code: string): Description | null {
    const described = this.engine.describe(code);
    return described.outcome === "description" ? described : null;
  }

  /** Does something that needs the rules of a region: at once where they are there, else when they have come. */
  async have(region: string, needed: string, act: () => void): Promise<void> {
    this.awaited = null;
    if (this.isLoaded(needed)) return act();
    const awaited: Awaited = { region, failed: false, retry: () => this.have(region, needed, act) };
    this.awaited = awaited;
    this.host.waits();
    try {
      if (this.isUnknown(needed)) await this.engine.find?.(needed);
      await this.engine.load(needed);
    } catch (cause) {
      console.error(cause);
      awaited.failed = true;
      this.host.changed();
      return;
    }
    if (this.awaited !== awaited) return; // another region was chosen meanwhile
    this.awaited = null;
    act();
  }

  private isLoaded(code: string): boolean {
    return !/^\d{6}$/.test(code) || !["region_not_loaded", "unknown_region"].includes(this.problemWith(code));
  }

  /** The index names only the places that have rules. */
  private isUnknown(code: string): boolean {
    return this.problemWith(code) === "unknown_region";
  }

  private problemWith(code: string): string {
    let problem = "";
    this.host.guard(() => {
      const described = this.engine.describe(code);
      problem = described.outcome === "failure" ? (described.problems[0]?.code ?? "") : "";
    });
    return problem;
  }
}
