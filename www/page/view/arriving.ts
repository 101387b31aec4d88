/** Parts of the page that come with a script once they are opened. Until they are there, a word that they are coming. */

import { html, type TemplateResult } from "lit";
import type { View } from "./view";

/** What could not be had, until it is tried again. */
const missed = new Set<unknown>();

/** Whoever opens something means to try. */
export const tryAgain = (): void => missed.clear();

export class Arriving<Parts> {
  private coming: Promise<void> | null = null;

  /** `there` gives the parts once what `bring` brings is there. */
  constructor(
    private readonly bring: () => Promise<unknown>,
    private readonly there: () => Parts | false | undefined,
  ) {}

  draw(view: View, drawn: (parts: Parts) => TemplateResult): TemplateResult {
    const parts = this.there();
    if (parts) return drawn(parts);
    if (!missed.has(this)) void this.begin().then(() => view.redraw());
    return missed.has(this) ? said("more-failed", view) : opening(view);
  }

  private begin(): Promise<void> {
    const noted = (): void => {
      this.coming = null;
      if (!this.there()) missed.add(this); // also where the script is of another version
    };
    return (this.coming ??= this.bring().then(noted, noted));
  }
}

export const opening = (view: View): TemplateResult => said("more-opening", view);

const said = (id: string, { words }: View): TemplateResult => html`<p class="hint" role="status">${words.say(id)}</p>`;
