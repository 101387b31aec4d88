/**
 * The one controller behind the page: what was answered, what the core says to it, what is asked next. It knows
 * nothing of the document, so that it can be tested without one.
 */

import type { Door } from "../../package/door";
import type { Answer, Description, Estimate, FactValue, Region, Request } from "../../package/types";
import { Draft } from "./draft";
import { byWeight } from "./order";
import { linkText, restored, saved, type Notice, type Saved } from "./link";
import { fieldProblems, type FieldProblem } from "./problems";
import { expenseKeys, mattered, OPENING, openingKeys, openKeys, type Situation } from "./relevance";
import { requestOf, touched } from "./request";

/** Whoever shows the visit. */
export interface VisitHost {
  /** Something is to be drawn anew. */
  changed(): void;
  /** There is a new answer. */
  answered(answer: Answer): void;
  /** Runs this soon, once what has changed is on the screen: an answer may take longer than a finger likes to wait. */
  later(run: () => void): void;
}

export class Visit {
  readonly regions: Region[];
  draft = new Draft();
  description: Description | null = null;
  answer: Answer | null = null;
  /** The last answer that was one: while something is being corrected, the questions stay as they were. */
  estimate: Estimate | null = null;
  request: Request | null = null;
  problems: FieldProblem[] = [];
  /** The result was asked for while something was wrong: the summary of problems is shown until nothing is. */
  summarised = false;
  /** Every remaining question at once, instead of one at a time. */
  askAll = false;
  /** What to know about answers that came by a link or from a file. */
  notices: Notice[] = [];
  /** Something was answered and is not computed yet. */
  pending = false;
  /** Questions of the third section that were answered, wherever that was, in that order: each keeps its place. */
  private readonly answeredKeys = new Set<string>();
  /** What it asks next. */
  private nextKeys: string[] = [];

  constructor(readonly door: Door, readonly askedOn: string, private readonly host: VisitHost) {
    this.regions = door.regions();
  }

  chooseRegion(code: string): void {
    this.description = this.describe(code);
    this.estimate = null;
    this.settle();
  }

  /** Begins anew with answers from a link or a file; what cannot be read is told, and the visit is then an empty one. */
  restore(text: string): void {
    const { draft, region, notices } = restored(text, (code) => this.describe(code));
    this.draft = draft;
    this.notices = notices;
    this.summarised = this.askAll = false;
    this.estimate = null;
    this.answeredKeys.clear();
    [...draft.person.keys(), ...draft.policy.keys()].filter(isOfThirdSection).forEach((key) => this.answeredKeys.add(key));
    if (region === null) this.settle();
    else this.chooseRegion(region);
  }

  /** Everything that was answered, as it goes into a file; null before a region is chosen. */
  get saved(): Saved | null {
    return this.description && saved(this.draft, this.description, this.askedOn);
  }

  /** The same as the text of a link. */
  get linkText(): string {
    return this.saved ? linkText(this.saved) : "";
  }

  private describe(code: string): Description | null {
    const described = this.door.describe(code);
    return described.outcome === "description" ? described : null;
  }

  set(key: string, value: FactValue | undefined): void {
    if (!this.draft.set(key, value)) return;
    if (isOfThirdSection(key)) this.answeredKeys.add(key);
    this.settleSoon();
  }

  get(key: string): FactValue | undefined {
    return this.draft.get(key);
  }

  addExpense(): string {
    const { id } = this.draft.addExpense();
    this.host.changed();
    return id;
  }

  removeExpense(id: string): void {
    this.draft.removeExpense(id);
    this.settleSoon();
  }

  showAll(): void {
    this.askAll = true;
    this.askNext();
    this.host.changed();
  }

  /** The resident wants the result: what is incomplete counts as a mistake from now on. Says whether all is well. */
  check(): boolean {
    for (const expense of this.draft.expenses) if (touched(expense)) expense.insisted = true;
    this.summarised = true;
    this.settle();
    return this.problems.length === 0;
  }

  problemsOf(key: string): FieldProblem[] {
    return this.problems.filter(({ field }) => field === key);
  }

  get situation(): Situation | null {
    if (!this.description) return null;
    const faulty = new Set(this.problems.map(({ field }) => field));
    return { draft: this.draft, description: this.description, estimate: this.estimate, faulty };
  }

  /** What the third section shows: answered questions that have a say, then the next one (or all). */
  questionKeys(): string[] {
    const situation = this.situation;
    if (!situation) return [];
    const open = openKeys(this.estimate);
    const shown = [...this.answeredKeys].filter((key) =>
      situation.faulty.has(key) || open.has(key) || (this.get(key) !== undefined && mattered(key, situation)));
    return [...shown, ...this.nextKeys.filter((key) => !shown.includes(key))];
  }

  /** How many questions are left beyond those shown. */
  remaining(): number {
    const shown = this.shownKeys();
    return this.estimate?.questions.filter(({ unknown }) => !shown.has(unknown) && this.get(unknown) === undefined).length ?? 0;
  }

  private settleSoon(): void {
    this.host.changed();
    if (this.pending) return;
    this.pending = true;
    this.host.later(() => { if (this.pending) this.settle(); });
  }

  private settle(): void {
    this.pending = false;
    if (this.description) {
      this.request = requestOf(this.draft, this.description, this.askedOn);
      this.answer = this.door.estimate(this.request);
      if (this.answer.outcome === "estimate") this.estimate = this.answer;
      this.problems = this.answer.outcome === "failure" ? fieldProblems(this.answer, this.request) : [];
      if (this.problems.length === 0) this.summarised = false;
      this.askNext();
    } else {
      this.answer = this.estimate = this.request = null;
      this.problems = [];
    }
    this.host.changed();
    if (this.answer) this.host.answered(this.answer);
  }

  /** The one that narrows most now, or all that are left. */
  private askNext(): void {
    this.nextKeys = [];
    const shown = this.shownKeys();
    const waiting = (this.situation ? byWeight(this.situation) : []).map(({ unknown }) => unknown)
      .filter((key) => !shown.has(key) && this.get(key) === undefined);
    this.nextKeys = this.askAll ? waiting : waiting.slice(0, 1);
  }

  private shownKeys(): Set<string> {
    const { situation } = this;
    if (!situation) return new Set();
    const ofExpenses = this.draft.expenses.flatMap((expense) => expenseKeys(expense, situation));
    return new Set([...openingKeys(situation), ...ofExpenses, ...this.questionKeys()]);
  }
}

/** Neither an opening question nor one of a bill, which have places of their own. */
const isOfThirdSection = (key: string): boolean => !OPENING.includes(key) && (!key.includes("/") || /^\d{6}\//.test(key));
