/** A population at the desk: begun, watched, stopped, saved. */

import type { Words } from "../../page/words/words";
import { saveFile } from "../model/files";
import type { Job } from "./messages";
import { AT_REST, type CohortState } from "./panel";
import { type CohortCore, settle } from "./run";

export class Cohort {
  private state = AT_REST;
  private region = "";
  private stopping: AbortController | null = null;

  constructor(
    private readonly core: CohortCore & { cohortExample: (region: string) => string },
    private readonly changed: () => void,
  ) {}

  /** What is to be drawn, with the example of a region that was just opened. */
  of(region: string): CohortState {
    if (region !== "" && region !== this.region && this.state.done === null) {
      this.region = region;
      this.state = { ...AT_REST, described: this.core.cohortExample(region) };
    }
    return this.state;
  }

  write(described: string): void {
    this.state = { ...this.state, described };
  }

  async run(rules: Omit<Job, "described">, words: Words): Promise<void> {
    const stopping = new AbortController();
    this.stopping = stopping;
    this.set({ done: 0, problems: [], report: null, said: "" });
    try {
      const job = { ...rules, described: this.state.described };
      const problems = await settle(this.core, job, (done) => this.set({ done }), stopping.signal);
      const report = problems.length === 0 ? this.core.cohortReport(words.lang) : null;
      const said = report ? "desk-cohort-done" : "desk-cohort-refused";
      this.set({ problems, report, said: words.say(said, { count: String(problems.length) }) });
    } catch (error) {
      const why = stopping.signal.aborted ? words.say("desk-cohort-stopped") : String(error);
      this.set({ said: why });
    } finally {
      this.set({ done: null });
    }
  }

  stop(): void {
    this.stopping?.abort();
  }

  /** Words of the report follow the language of the page. */
  speak(words: Words): void {
    if (this.state.report) this.set({ report: this.core.cohortReport(words.lang) });
  }

  save(kind: "page" | "json", region: string): void {
    const { report } = this.state;
    if (!report) return;
    if (kind === "page") saveFile(`cohort-${region}.html`, report.page, "text/html");
    else saveFile(`cohort-${region}.json`, report.json, "application/json");
  }

  private set(some: Partial<CohortState>): void {
    this.state = { ...this.state, ...some };
    this.changed();
  }
}
