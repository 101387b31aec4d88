/**
 * The places below the benefits whose contents come with more.js, a script that loads when the first of them is opened:
 * pictures, the comparison with a settlement slip, and what can be taken along.
 *
 * main.js hands over what both need as `globalThis.yibaoShared` (shared.ts); more.js gives its parts back as
 * `globalThis.yibaoMore`. Where a builder has put more.js into the page already, its styles are there as well.
 */

import { html, nothing, type TemplateResult } from "lit";
import type { Estimate, ProgrammeAnswer } from "../../package/types";
import { isWhole, wholeCore } from "../core";
import { addressOf, loadScript } from "../scripts";
import type { View } from "../view/view";
import type { Visit } from "../visit/visit";
import * as shared from "./shared";

export type PartName = "curve" | "levels" | "year" | "slip" | "along";
export type Part = (estimate: Estimate, view: View) => TemplateResult;

/** What more.js brings beside the parts below the benefits. */
export interface Beside { different: (answer: ProgrammeAnswer, view: View) => TemplateResult; extremes: Part }

declare global {
  var yibaoShared: typeof shared | undefined;
  var yibaoMore: (Record<PartName, Part> & Beside) | undefined;
}

globalThis.yibaoShared = shared;

interface Place { name: PartName; title: string; fits(estimate: Estimate, visit: Visit): boolean }

const billed = (estimate: Estimate): boolean => !shared.isZero(estimate.totals.billed);

/** In the order of the page. A place that has nothing to show is not offered. */
const places: Place[] = [
  { name: "curve", title: "more-curve", fits: billed },
  { name: "levels", title: "more-levels", fits: (estimate, { request }) => billed(estimate) && shared.levelsMatter(request) },
  { name: "year", title: "more-year", fits: (estimate) => shared.yearSteps(estimate).length > 0 },
  { name: "slip", title: "more-slip", fits: billed },
  { name: "along", title: "more-along", fits: () => true },
];

export function morePlaces(estimate: Estimate, view: View): TemplateResult {
  const { words, visit } = view;
  const open = openOf(visit);
  return html`<section class="more-places" aria-labelledby="more-title">
    <h3 id="more-title">${words.say("more-title")}</h3>
    ${open.size > 0 && loading && !broughtAlong ? html`<link rel="stylesheet" href=${addressOf("more.css")} @load=${() => styled(view)} @error=${() => styled(view)}>` : nothing}
    ${places.filter(({ fits }) => fits(estimate, visit)).map(({ name, title }) => html`
      <details class="more part" id="more-${name}" ?open=${open.has(name)} @toggle=${(event: Event) => toggled(event, name, view)}>
        <summary>${words.say(title)}</summary>
        ${open.has(name) ? content(name, estimate, view) : nothing}
      </details>`)}
  </section>`;
}

/** Something of more.js that stands elsewhere, within the page's own styles; until it is there, a word that it is coming. */
export function beside<Name extends keyof Beside>(name: Name, view: View, draw: (part: Beside[Name]) => TemplateResult): TemplateResult {
  load(view);
  const part = isWhole() && globalThis.yibaoMore?.[name];
  return part ? draw(part) : html`<p class="hint" role="status">${view.words.say(failed ? "more-failed" : "more-opening")}</p>`;
}

function content(name: PartName, estimate: Estimate, view: View): TemplateResult {
  const part = isWhole() && globalThis.yibaoMore?.[name];
  if (part && styles) return html`<div class="part-body">${part(estimate, view)}</div>`;
  return html`<p class="hint" role="status">${view.words.say(failed ? "more-failed" : "more-opening")}</p>`;
}

// ---------------------------------------------------------------------------------------------- opening

/** What each visit has opened: kept here, because drawing the page anew must not close it. */
const opened = new WeakMap<Visit, Set<PartName>>();

function openOf(visit: Visit): Set<PartName> {
  const known = opened.get(visit) ?? new Set();
  opened.set(visit, known);
  return known;
}

function toggled(event: Event, name: PartName, view: View): void {
  const open = openOf(view.visit);
  const now = (event.currentTarget as HTMLDetailsElement).open;
  if (now === open.has(name)) return;
  if (now) open.add(name);
  else open.delete(name);
  load(view);
  view.redraw();
}

let loading = false;
let failed = false;
let styles = false;
/** more.js was part of the page from the beginning, and so are its styles. */
let broughtAlong = false;

function load(view: View): void {
  if (globalThis.yibaoMore && !loading) broughtAlong = styles = true;
  if ((globalThis.yibaoMore && isWhole()) || (loading && !failed)) return;
  loading = true;
  failed = false;
  Promise.all([loadScript("more.js"), wholeCore()]).catch(() => { failed = true; }).finally(() => view.redraw());
}

function styled(view: View): void {
  styles = true;
  view.redraw();
}
