/**
 * The one controller behind the page: what was answered, what the core says to it, what is asked next. It knows
 * nothing of the document, so that it can be tested without one.
 */

import type { SettlementRecord, SlipLine } from "../../package/settlement";
import type { Answer, Description, Estimate, FactValue, Region, Request } from "../../package/types";
import { Draft, type DraftExpense } from "./draft";
import { FoldedBills } from "./folded";
import { linkText, type Saved, saved } from "./link";
import { NATION, type Notice, regionIn, restored } from "./link-reader";
import type { PageEngine } from "./page-engine";
import { type FieldProblem, fieldProblems } from "./problems";
import { Questions } from "./questions";
import type { PlaceOf } from "./record-places";
import { addTo, contradicted, noticesOf } from "./records";
import type { Scene } from "./relevance";
import { complete, requestOf, takenForGranted, touched, withoutFaults } from "./request";
import { type Awaited, Rules } from "./rules";
import { likeliestService, presumedService, type SituationId, situationOf } from "./situation";
import { WhatIf } from "./what-if";
import { YearQuestions } from "./year-questions";

/** What is told of a region that is not on file. */
const MISSING = "restored-region";

/** In milliseconds: what nobody notices. */
const QUICK = 60;

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
  readonly whatIf: WhatIf;
  draft = new Draft();
  description: Description | null = null;
  answer: Answer | null = null;
  /** The last answer that was one: while something is being corrected, the questions stay as they were. */
  estimate: Estimate | null = null;
  request: Request | null = null;
  problems: FieldProblem[] = [];
  /** Whether "what happened" is being asked; once answered or passed over it is a line that can be changed. */
  asksWhatHappened = true;
  /** A bill is to be entered although the situation does not begin with one. */
  private billWanted = false;
  /** The result was asked for while something was wrong: the summary of problems is shown until nothing is. */
  summarised = false;
  private readonly rules: Rules;
  private readonly questions = new Questions(() => this.scene);
  private readonly folded = new FoldedBills();
  private readonly years: YearQuestions;
  /** The lines of settlement slips as typed or read from records, by bill: also what is no amount. */
  readonly slips = new Map<string, Partial<Record<SlipLine, string>>>();
  /** What was removed a moment ago. */
  cleared: Draft | null = null;
  /** What to know about answers that came by a link or from a file. */
  notices: Notice[] = [];
  /**
   * What the engine threw at the last answer: a bug of ours, after which every answer of the resident's is still here.
   */
  failure: unknown = null;
  /** Something was answered and is not computed yet. */
  pending = false;

  constructor(
    readonly engine: PageEngine,
    public askedOn: string,
    private readonly host: VisitHost,
  ) {
    this.regions = engine.regions();
    const asking = { changed: () => host.changed(), later: (run: () => void) => this.later(run) };
    this.whatIf = new WhatIf(engine, asking);
    this.years = new YearQuestions(engine, asking);
    this.rules = new Rules(engine, {
      waits: () => {
        this.description = null;
        this.settle();
      },
      changed: () => host.changed(),
      guard: (run) => this.guard(run),
    });
  }

  /** A tab may be open past midnight: deadlines and ages go by the new day. */
  turnTo(day: string): void {
    if (day === this.askedOn) return;
    this.askedOn = day;
    if (this.description) this.settle();
  }

  /** A region whose rules are on their way, or could not be had. Every answer is kept meanwhile. */
  get awaited(): Awaited | null {
    return this.rules.awaited;
  }

  /** The region that was chosen, whether its rules are there or still on their way. */
  get region(): string {
    return this.awaited?.region ?? this.description?.region.code ?? "";
  }

  chooseRegion(code: string): Promise<void> {
    return this.rules.have(code, code, () => this.openRegion(code));
  }

  private openRegion(code: string): void {
    this.guard(() => {
      this.description = this.rules.describe(code);
      this.notices = this.notices.filter(({ id }) => id !== MISSING);
      if (!this.description) this.tellMissing(code);
      this.estimate = null;
      this.presume();
      this.settle();
    });
  }

  /** A region of a link or an address that is not on file is told, until another is chosen. */
  private tellMissing(code: string): void {
    if (code !== "") this.notices.push({ id: MISSING, args: { region: code } });
  }

  /** What happened, as far as the resident said. */
  get situation(): SituationId | null {
    return situationOf(this.draft.situation)?.id ?? null;
  }

  /** Null: passed over. Every answer stays; what is asked first, and what is shown first, may change. */
  chooseSituation(id: SituationId | null): void {
    this.draft.situation = id;
    this.asksWhatHappened = false;
    this.presume();
    this.settle();
  }

  askWhatHappened(): void {
    this.asksWhatHappened = true;
    this.host.changed();
  }

  /** Where no bill is the rule, the form for one is opened on demand only. */
  get showsBills(): boolean {
    return (situationOf(this.situation)?.bill ?? true) || this.billWanted || this.draft.expenses.some(touched);
  }

  /** Opens the form for the first bill; gives its id. */
  wantBill(): string {
    this.billWanted = true;
    this.presume();
    this.host.changed();
    return this.draft.expenses[0]?.id ?? this.addExpense();
  }

  /**
   * Begins anew with answers from a link or a file; what cannot be read is told, and the visit is then an empty one.
   */
  restore(text: string): Promise<void> {
    const asked = regionIn(text);
    const isCode = /^\d{6}$/.test(asked);
    return this.rules.have(isCode ? asked : "", isCode ? asked : NATION, () => this.restoreNow(text));
  }

  private restoreNow(text: string): void {
    const draft = new Draft();
    const { region, notices } = restored(text, (code) => this.rules.describe(code), draft);
    this.begin(draft);
    this.notices = notices;
    this.asksWhatHappened &&= region === null;
    if (region === null) {
      this.tellMissing(regionIn(text));
      this.settle();
    } else this.openRegion(region);
  }

  /**
   * Adds the bills of settlement records to what was answered, and what they say of the person where nobody said it.
   * What stands on a slip is kept for the comparison with the estimate.
   */
  addRecords(records: SettlementRecord, placeOf?: PlaceOf): Promise<void> {
    const chosen = this.region || (records.request.region ?? "");
    const add = (): void => this.addNow(records, chosen, placeOf);
    return chosen === "" ? Promise.resolve(add()) : this.rules.have(chosen, chosen, add);
  }

  /** What to know about something that was opened or pasted, and that changes no answer. */
  tell(notices: Notice[]): void {
    this.notices = notices;
    this.host.changed();
  }

  private addNow(records: SettlementRecord, region: string, placeOf?: PlaceOf): void {
    this.cleared = null;
    this.asksWhatHappened = false;
    const otherwise = contradicted(this.draft, records, region);
    for (const [bill, slip] of addTo(this.draft, records)) this.slips.set(bill, slip);
    for (const key of this.draft.person.keys()) this.questions.keep(key);
    this.notices = [...noticesOf(records, placeOf), ...otherwise];
    if (region === "") this.settle();
    else this.openRegion(region);
  }

  /** Removes every answer, as on a device that others use too; the region stays. */
  clear(): void {
    this.cleared = this.draft;
    this.begin(new Draft());
    this.settle();
  }

  undoClear(): void {
    if (this.cleared) this.begin(this.cleared);
    this.cleared = null;
    this.settle();
  }

  private begin(draft: Draft): void {
    this.draft = draft;
    this.slips.clear();
    this.summarised = this.billWanted = false;
    this.asksWhatHappened = this.situation === null;
    this.estimate = null;
    this.folded.begin(draft.expenses);
    this.questions.begin([...draft.person.keys(), ...draft.policy.keys()]);
    this.presume();
  }

  /** Whether anything was said of the person or of a bill. */
  get hasAnswers(): boolean {
    return this.draft.person.size > 0 || this.draft.expenses.some(touched);
  }

  /** Everything that was answered, as it goes into a file; null before a region is chosen. */
  get saved(): Saved | null {
    return this.description && saved(this.draft, this.description, this.askedOn);
  }

  /** The same as the text of a link. */
  get linkText(): string {
    return this.saved ? linkText(this.saved) : "";
  }

  set(key: string, value: FactValue | undefined): void {
    if (!this.draft.set(key, value)) return;
    this.cleared = null;
    this.questions.keep(key);
    this.settleSoon();
  }

  get(key: string): FactValue | undefined {
    return this.draft.get(key);
  }

  addExpense(): string {
    this.folded.fold(this.draft.expenses);
    const { id } = this.draft.addExpense();
    this.presume();
    this.host.changed();
    return id;
  }

  /** Another bill, or the one that nothing is said of yet; gives its id. */
  wantAnotherBill(): string {
    const empty = this.draft.expenses.find((expense) => !touched(expense));
    if (!empty) return this.addExpense();
    this.wantBill();
    return empty.id;
  }

  isFolded(expense: DraftExpense): boolean {
    const { scene } = this;
    return scene !== null && this.folded.has(expense, scene);
  }

  /** Opens the bill that a field is in. */
  unfold(field: string): void {
    if (this.folded.unfold(field)) this.host.changed();
  }

  removeExpense(id: string): void {
    this.draft.removeExpense(id);
    this.presume();
    this.settleSoon();
  }

  showAll(): void {
    this.questions.showAll();
    this.host.changed();
  }

  /** The resident wants the result: mistakes are summed up from now on. Says whether there are none. */
  check(): boolean {
    this.summarised = true;
    this.settle();
    return this.problems.length === 0;
  }

  /** Something beside the answers has changed. */
  redraw(): void {
    this.host.changed();
  }

  /** What the page takes for granted of the bills that are settled. */
  get takenForGranted(): { unknown: string; value: string }[] {
    const { description } = this;
    const settled = description ? this.draft.expenses.filter((expense) => complete(expense, description)) : [];
    return settled.flatMap((expense) => takenForGranted(expense, this.askedOn));
  }

  problemsOf(key: string): FieldProblem[] {
    return this.problems.filter(({ field }) => field === key);
  }

  get scene(): Scene | null {
    if (!this.description) return null;
    const faulty = new Set(this.problems.map(({ field }) => field));
    return {
      draft: this.draft,
      situation: this.situation,
      description: this.description,
      estimate: this.estimate,
      faulty,
    };
  }

  /** Brings a question onto the form ahead of its turn. */
  ask(key: string): void {
    if (this.questions.bring(key)) this.host.changed();
  }

  /** What the third section shows. */
  questionKeys(): string[] {
    return this.questions.keys();
  }

  /** What of the year before these bills can change the result; null while the core is being asked. */
  yearKeys(year: string): string[] | null {
    const { request, estimate, description } = this;
    if (!request || !estimate || !description || this.get(`${year}/before`) !== true) return [];
    return this.years.keys(year, request, estimate, description);
  }

  /** How many questions are left beyond those shown. */
  remaining(): number {
    return this.questions.remaining();
  }

  private presume(): void {
    const { description, situation } = this;
    const suggested = description && this.showsBills ? presumedService(situation, description) : null;
    this.draft.presume(suggested, description && likeliestService(situation, description));
  }

  private settleSoon(): void {
    this.host.changed();
    if (this.pending) return;
    this.pending = true;
    this.later(() => {
      if (this.pending) this.settle();
    });
  }

  private settle(): void {
    this.failure = null;
    this.guard(() => this.settleNow());
  }

  /** Runs this soon. */
  private later(run: () => void): void {
    this.host.later(() => this.guard(run));
  }

  /** Runs what asks the engine. Whatever it throws is a bug: the page says so, keeps every answer, and goes on. */
  guard(run: () => void): void {
    try {
      run();
    } catch (cause) {
      this.fail(cause);
    }
  }

  fail(cause: unknown): void {
    console.error(cause);
    this.failure = cause;
    this.pending = false;
    this.host.changed();
  }

  private settleNow(): void {
    this.pending = false;
    if (this.description) {
      this.request = requestOf(this.draft, this.description, this.askedOn);
      const begun = performance.now();
      this.answer = this.engine.estimate(this.request);
      this.whatIf.quick = performance.now() - begun < QUICK;
      if (this.answer.outcome === "estimate") this.estimate = this.answer;
      this.problems = this.answer.outcome === "failure" ? fieldProblems(this.answer, this.request) : [];
      this.estimate ??= this.withoutFaults(this.request);
      if (this.problems.length === 0) this.summarised = false;
      this.questions.askNext();
    } else {
      this.answer = this.estimate = this.request = null;
      this.problems = [];
    }
    this.host.changed();
    if (this.answer) this.host.answered(this.answer);
  }

  /** Answers that come with a mistake, as by a link: which questions there are is known from what is right in them. */
  private withoutFaults(request: Request): Estimate | null {
    const faulty = this.problems.map(({ field }) => field);
    const answer = faulty.length > 0 ? this.engine.estimate(withoutFaults(request, faulty)) : null;
    return answer?.outcome === "estimate" ? answer : null;
  }
}
