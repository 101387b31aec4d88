/**
 * The lazy script, panels.js. It loads when the first panel is opened. What main.js holds already it takes from there
 * (scripts/build/page.mjs).
 */

import { html, type TemplateResult } from "lit";
import type { Estimate, ProgrammeAnswer } from "../../package/types";
import { loadScript } from "../scripts";
import type { View } from "../view/view";

type Panel = (estimate: Estimate, view: View) => TemplateResult;

/** What the lazy script brings. */
export interface Panels extends Record<"along" | "booklet" | "curve" | "extremes" | "levels" | "slip" | "year", Panel> {
  different(answer: ProgrammeAnswer, view: View): TemplateResult;
}

let panels: Panels | null = null;
let loading: Promise<void> | null = null;
let missed = false;

/** Called by the lazy script once it runs. */
export function providePanels(all: Panels): void {
  panels = all;
}

/** Whoever opens something means to try again. */
export function tryAgain(): void {
  missed = false;
}

/** Draws with the panels, or says that they are coming, or that they could not be had. */
export function withPanels(view: View, draw: (all: Panels) => TemplateResult): TemplateResult {
  if (panels) return draw(panels);
  if (missed) return said("more-failed", view);
  void load().then(() => view.redraw());
  return opening(view);
}

export const opening = (view: View): TemplateResult => said("more-opening", view);

const said = (id: string, { words }: View): TemplateResult => html`<p class="hint" role="status">${words.say(id)}</p>`;

function load(): Promise<void> {
  const noted = (): void => {
    loading = null;
    // A script of another version may come. It stops before it provides anything.
    missed = panels === null;
  };
  return (loading ??= loadScript("panels.js").then(noted, noted));
}
