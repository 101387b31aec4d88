/** Which fields of the year before are asked for. The core says which can matter; that is kept until others can. */

import type { Engine } from "../../package/engine";
import type { Description, Estimate, Request } from "../../package/types";
import { yearFields } from "./year-before";

export class YearQuestions {
  private readonly fields = new Map<string, { depends: string; keys: string[] | null }>();

  constructor(
    private readonly engine: Engine,
    private readonly host: { later(run: () => void): void; changed(): void },
  ) {}

  /** The fields of a year that can change the result; null while the core is being asked. */
  keys(year: string, request: Request, estimate: Estimate, description: Description): string[] | null {
    // What can matter hangs on what was cared for and what applies, not on every amount: the core is asked when that
    // changes.
    const depends = JSON.stringify([
      description.region.code,
      request.expenses?.map(({ service, date }) => [service, date]),
      estimate.programmes.map(({ lines }) => lines.map(({ verdict }) => verdict)),
    ]);
    if (this.fields.get(year)?.depends !== depends) {
      this.fields.set(year, { depends, keys: null });
      this.host.later(() => {
        this.fields.set(year, { depends, keys: yearFields(this.engine, request, estimate, year, description) });
        this.host.changed();
      });
    }
    return this.fields.get(year)?.keys ?? null;
  }
}
