/** The steps that were taken, and where among them the resident is: going back and forth loses none. */

export class Trail {
  private steps: string[];
  private at = 0;

  constructor(first: string) {
    this.steps = [first];
  }

  get now(): string {
    return this.steps[this.at] ?? "";
  }

  get place(): number {
    return this.at;
  }

  get isFirst(): boolean {
    return this.at === 0;
  }

  /** Whether a step was taken on the way here. */
  has(step: string): boolean {
    return this.steps.slice(0, this.at + 1).includes(step);
  }

  /** The last step before this one for which that is true. */
  lastBefore(fits: (step: string) => boolean): string | undefined {
    return this.steps.slice(0, this.at).reverse().find(fits);
  }

  /** What came after the present step is taken back: there is one way on. */
  add(step: string): void {
    this.steps = [...this.steps.slice(0, this.at + 1), step];
    this.at += 1;
  }

  goTo(place: number): void {
    this.at = Math.max(0, Math.min(place, this.steps.length - 1));
  }

  count(fits: (step: string) => boolean): number {
    return new Set(this.steps.slice(0, this.at + 1).filter(fits)).size;
  }
}
