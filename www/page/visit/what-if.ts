/**
 * What-if questions about an answer: the same bills under each reading, when an amount is lowest and highest, what
 * would have to be different. Each is asked on demand and once for each answer. It may take longer than the answer did.
 */

import type { Engine } from "../../package/engine";
import type { Alternatives, Amount, Extremes, Failure, Request } from "../../package/types";

export interface UnderReading {
  option: string;
  paid: Amount;
  allowances: Amount;
}

export class WhatIf {
  private known = new Map<string, unknown>();
  private request: Request | null = null;
  /** What is shown somewhere: it is asked again when the answers change. */
  private readonly wanted = new Set<string>();

  /** Whether the last answer came so quickly that a few more like it do no harm unasked. */
  quick = true;

  constructor(
    private readonly engine: Engine,
    private readonly host: { later(run: () => void): void; changed(): void },
  ) {}

  /** The amounts under every reading of a clause; null until they are known. Unasked only where that is quick. */
  readings(request: Request, id: string, options: string[]): UnderReading[] | null {
    return this.ask(request, `reading ${id}`, () =>
      options.flatMap((option) => {
        const answer = this.engine.estimate({ ...request, readings: { ...request.readings, [id]: option } });
        return answer.outcome === "estimate"
          ? [{ option, paid: answer.totals.paid, allowances: answer.totals.allowances }]
          : [];
      }),
    );
  }

  /** What would have to be different for what does not apply; null until it is known. */
  alternatives(request: Request): Alternatives | Failure | null {
    return this.ask(request, "alternatives", () => this.engine.alternatives(request));
  }

  /** When an amount is lowest and when highest; null until it is known. */
  extremes(request: Request, of: string): Extremes | Failure | null {
    return this.ask(request, `extremes ${of}`, () => this.engine.extremes(request, of));
  }

  /** What the resident pays of everything under each value of a bill's fact; null until it is known. */
  under(request: Request, expense: string, fact: string, values: string[]): Amount[] | null {
    return this.ask(request, `under ${expense}/${fact} ${values.join()}`, () =>
      values.flatMap((value) => {
        const expenses = (request.expenses ?? []).map((one) =>
          one.id === expense ? { ...one, facts: { ...one.facts, [fact]: value } } : one,
        );
        const answer = this.engine.estimate({ ...request, expenses }, { explain: "amounts" });
        return answer.outcome === "estimate" ? [answer.totals.out_of_pocket] : [];
      }),
    );
  }

  /** What is paid back if the person's fact is this; null until it is known. */
  paidIf(request: Request, fact: string, value: string): Amount | null {
    return (
      this.ask(request, `paid if ${fact} ${value}`, () => {
        const facts = { ...request.facts, [fact]: value };
        const answer = this.engine.estimate({ ...request, facts }, { explain: "amounts" });
        return answer.outcome === "estimate" ? [answer.totals.paid] : [];
      })?.[0] ?? null
    );
  }

  /** What is open of the names that begin so. */
  wantedOf(prefix: string): string[] {
    return [...this.wanted].filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length));
  }

  isWanted(name: string): boolean {
    return this.wanted.has(name);
  }

  want(name: string, on: boolean): void {
    if (this.wanted.has(name) === on) return;
    if (on) this.wanted.add(name);
    else this.wanted.delete(name);
    this.host.changed();
  }

  /** Computed after the next frame, so that opening something is seen at once. */
  private ask<T>(request: Request, name: string, compute: () => T): T | null {
    if (this.request !== request) {
      this.request = request;
      this.known = new Map();
    }
    if (this.known.has(name)) return this.known.get(name) as T;
    const { known } = this;
    known.set(name, null);
    this.host.later(() => {
      if (this.known !== known) return; // the answers have changed since
      known.set(name, compute());
      this.host.changed();
    });
    return null;
  }
}
