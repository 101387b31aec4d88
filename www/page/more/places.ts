/**
 * The places below the benefits whose contents come with more.js, a script that loads when the first of them is opened:
 * pictures, the comparison with a settlement slip, and what can be taken along.
 *
 * main.js hands over what both need as `globalThis.yibaoShared` (shared.ts); more.js gives its parts back as `globalThis.yibaoMore`.
 */

import { html, nothing, type TemplateResult } from "lit";
import type { Estimate, ProgrammeAnswer } from "../../package/types";
import { isWhole, wholeCore } from "../core";
import { addressOf, loadScript } from "../scripts";
import { Arriving, opening } from "../view/arriving";
import { toggled } from "../view/on-demand";
import type { View } from "../view/view";
import type { Visit } from "../visit/visit";
import * as shared from "./shared";

export type PartName = "curve" | "levels" | "year" | "slip" | "along";
export type Part = (estimate: Estimate, view: View) => TemplateResult;

/** What more.js brings beside the parts below the benefits. */
export interface Beside {
  different: (answer: ProgrammeAnswer, view: View) => TemplateResult;
  extremes: Part;
}

declare global {
  var yibaoShared: typeof shared | undefined;
  var yibaoMore: (Record<PartName, Part> & Beside) | undefined;
}

globalThis.yibaoShared = shared;

/** `title` is also the id of its place. */
interface Place {
  name: PartName;
  title: string;
  fits(estimate: Estimate, visit: Visit): boolean;
}

const billed = (estimate: Estimate): boolean => !shared.isZero(estimate.totals.billed);

/** In the order of the page. A place that has nothing to show is not offered. */
const places: Place[] = [
  { name: "curve", title: "more-curve", fits: billed },
  {
    name: "levels",
    title: "more-levels",
    fits: (estimate, { request }) => billed(estimate) && shared.levelsMatter(request),
  },
  { name: "year", title: "more-year", fits: (estimate) => shared.yearSteps(estimate).length > 0 },
  { name: "slip", title: "more-slip", fits: billed },
  { name: "along", title: "more-along", fits: () => true },
];

export function morePlaces(estimate: Estimate, view: View): TemplateResult {
  const { words, visit } = view;
  const shown = places.filter(({ fits }) => fits(estimate, visit));
  const isOpen = ({ title }: Place): boolean => visit.around.isWanted(title);
  return html`<section class="more-places" aria-labelledby="more-title">
    <h3 id="more-title">${words.say("more-title")}</h3>
    ${shown.some(isOpen) && !globalThis.yibaoInlined ? html`<link rel="stylesheet" href=${addressOf("more.css")} @load=${() => styled(view)} @error=${() => styled(view)}>` : nothing}
    ${shown.map(
      (place) => html`
      <details class="more part" id=${place.title} ?open=${isOpen(place)} @toggle=${toggled(place.title, view)}>
        <summary>${words.say(place.title)}</summary>
        ${isOpen(place) ? content(place.name, estimate, view) : nothing}
      </details>`,
    )}
  </section>`;
}

/** Something of more.js that stands elsewhere, within the page's own styles. */
export const beside = <Name extends keyof Beside>(
  name: Name,
  view: View,
  draw: (part: Beside[Name]) => TemplateResult,
): TemplateResult => more.draw(view, (parts) => draw(parts[name]));

function content(name: PartName, estimate: Estimate, view: View): TemplateResult {
  return more.draw(view, (parts) =>
    styles || globalThis.yibaoInlined
      ? html`<div class="part-body">${parts[name](estimate, view)}</div>`
      : opening(view),
  );
}

/** It asks the whole core, and its receipt explains. */
const more = new Arriving(
  () => Promise.all([loadScript("more.js"), loadScript("explain.js"), wholeCore()]),
  () => isWhole() && globalThis.yibaoExplain && globalThis.yibaoMore,
);

/** Its own styles have come, too; in the one-file page they are there from the beginning. */
let styles = false;

function styled(view: View): void {
  styles = true;
  view.redraw();
}
