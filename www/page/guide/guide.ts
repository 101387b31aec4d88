/**
 * A guided visit: one question a screen, over the same answers as the long form. It knows which step is shown and where
 * "next" and "back" lead.
 */

import type { Visit } from "../visit/visit";
import { ANSWER, CHECK, FORM, isQuestion, planOf, REGION, SITUATION, seldomBill } from "./plan";
import { markStep, stepIn } from "./steps-in-history";
import { Trail } from "./trail";

export interface GuideHost {
  /** Another step is to be shown. */
  moved(): void;
  /** Whether the browser's history is ours to write to. */
  ownsHistory: boolean;
}

export class Guide {
  private trail: Trail;
  /** Questions that were passed over. */
  private readonly passed = new Set<string>();
  /** Whether what moves no amount is asked as well. */
  private asksAll = false;
  /** "Next" was pressed while a region's rules were on their way: what comes next is not known yet. */
  private wantsOn = false;
  private inHistory = false;
  private readonly popped = ({ state }: PopStateEvent): void => this.show(stepIn(state));

  constructor(
    private readonly visit: Visit,
    private readonly host: GuideHost,
  ) {
    this.trail = new Trail(this.firstStep());
    this.begin();
  }

  get now(): string {
    return this.trail.now;
  }

  get isFirst(): boolean {
    return this.trail.isFirst;
  }

  /** The number of the question that is shown. */
  get number(): number {
    return this.trail.count(isQuestion);
  }

  /** Whether anything is left to ask before the answers are checked. */
  get hasMore(): boolean {
    return ![CHECK, ANSWER].includes(this.following());
  }

  private begin(): void {
    this.inHistory = this.host.ownsHistory && markStep(0, "same");
    if (this.inHistory) window.addEventListener("popstate", this.popped);
  }

  stop(): void {
    window.removeEventListener("popstate", this.popped);
  }

  /** Begins anew: with the first open question, or with the answer where somebody sent it. */
  restart(step = this.firstStep()): void {
    this.passed.clear();
    this.asksAll = false;
    this.trail = new Trail(step);
    if (this.inHistory) markStep(0, "same");
    this.host.moved();
  }

  /** Whether the answer to the present question stands; a mistake in it must be mended first. */
  next(): boolean {
    if (!this.visit.check() && this.hasMistake()) return false;
    this.passed.add(this.now);
    this.wantsOn = true;
    this.goOn();
    return true;
  }

  private hasMistake(): boolean {
    const bill = seldomBill(this.now);
    const isHere = (field: string): boolean => (bill === null ? field === this.now : field.startsWith(`${bill}/`));
    return this.visit.problems.some(({ field }) => isHere(field));
  }

  /** Leads on after "next", as soon as the rules are there that say to what. */
  goOn(): void {
    if (this.wantsOn && !this.visit.awaited) this.push(this.amountToCome() ?? this.returning() ?? this.following());
  }

  back(): void {
    if (this.isFirst) return;
    if (this.inHistory) history.back();
    else this.show(this.trail.place - 1);
  }

  /** Shows a step out of its turn: an answer that is to be changed, the answer itself, the long form. */
  goTo(step: string): void {
    if (step !== this.now) this.push(step);
  }

  /** Also asks what moves no amount. */
  askAll(): void {
    this.asksAll = true;
    this.push(this.following());
  }

  private push(step: string): void {
    this.wantsOn = false;
    this.trail.add(step);
    if (this.inHistory) markStep(this.trail.place, "new");
    this.host.moved();
  }

  private show(place: number): void {
    this.wantsOn = false;
    leaveField(); // what was typed counts
    this.trail.goTo(place);
    this.host.moved();
  }

  private firstStep(): string {
    return this.following(null);
  }

  /** Whoever came from the answer or from the list of answers goes back there. */
  private returning(): string | null {
    const from = this.trail.lastBefore(() => true);
    return from === CHECK || from === ANSWER ? from : null;
  }

  /** A bill that was added out of turn is not done with when its kind of care is known. */
  private amountToCome(): string | null {
    const amount = this.now.replace(/\/service$/, "/total");
    return amount === this.now || this.isDone(amount) ? null : amount;
  }

  /** The answers are checked again after whatever was asked since. */
  private following(trail: Trail | null = this.trail): string {
    const open = (step: string): boolean =>
      step === CHECK ? trail?.now !== CHECK : !trail?.has(step) && !this.isDone(step);
    return planOf(this.visit, this.asksAll).find(open) ?? ANSWER;
  }

  private isDone(step: string): boolean {
    const { visit } = this;
    if (step === REGION) return visit.region !== "";
    if (step === CHECK || step === ANSWER || step === FORM) return false;
    if (this.passed.has(step)) return true;
    return step === SITUATION ? !visit.asksWhatHappened : visit.get(step) !== undefined;
  }
}

/** A text field speaks up when it is left, and a key or the browser's button may not have made it leave. */
function leaveField(): void {
  const root = document.activeElement?.shadowRoot ?? document;
  if (root.activeElement instanceof HTMLInputElement) root.activeElement.blur();
}
