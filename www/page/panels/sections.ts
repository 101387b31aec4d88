/** The sections below the benefits: pictures, the comparison with a settlement slip, and what can be taken along. */

import { html, nothing, type TemplateResult } from "lit";
import type { Estimate, Request } from "../../package/types";
import { addressOf } from "../scripts";
import { isZero } from "../view/amounts";
import { toggled } from "../view/on-demand";
import type { View } from "../view/view";
import type { Visit } from "../visit/visit";
import { opening, type Panels, withPanels } from "./lazy";
import { yearSteps } from "./year-steps";

/** `title` is also the section's id. */
interface Section {
  panel: Exclude<keyof Panels, "booklet" | "different">;
  title: string;
  fits(estimate: Estimate, visit: Visit): boolean;
}

const billed = (estimate: Estimate): boolean => !isZero(estimate.totals.billed);

/** In the order of the page. A section that has nothing to show is not offered. */
const sections: Section[] = [
  { panel: "curve", title: "more-curve", fits: billed },
  { panel: "levels", title: "more-levels", fits: (estimate, { request }) => billed(estimate) && levelsMatter(request) },
  { panel: "year", title: "more-year", fits: (estimate) => yearSteps(estimate).length > 0 },
  { panel: "slip", title: "more-slip", fits: billed },
  { panel: "along", title: "more-along", fits: () => true },
];

/** Whether any bill is of a kind whose level of hospital the resident may know or choose. */
const levelsMatter = (request: Request | null): boolean =>
  (request?.expenses ?? []).some(({ service, total }) => total !== undefined && !service.endsWith("_care"));

export function panelSections(estimate: Estimate, view: View): TemplateResult {
  const { words, visit } = view;
  const shown = sections.filter(({ fits }) => fits(estimate, visit));
  return html`<section class="more-places" aria-labelledby="more-title">
    <h3 id="more-title">${words.say("more-title")}</h3>
    ${shown.some((section) => isOpen(section, view)) && !globalThis.yibaoInlined ? styleSheet(view) : nothing}
    ${shown.map((section) => sectionView(section, estimate, view))}
  </section>`;
}

const isOpen = ({ title }: Section, { visit }: View): boolean => visit.whatIf.isWanted(title);

function sectionView(section: Section, estimate: Estimate, view: View): TemplateResult {
  const open = isOpen(section, view);
  return html`<details class="more part" id=${section.title} ?open=${open} @toggle=${toggled(section.title, view)}>
    <summary>${view.words.say(section.title)}</summary>
    ${open ? content(section, estimate, view) : nothing}
  </details>`;
}

const content = ({ panel }: Section, estimate: Estimate, view: View): TemplateResult =>
  withPanels(view, (panels) =>
    styled || globalThis.yibaoInlined
      ? html`<div class="part-body">${panels[panel](estimate, view)}</div>`
      : opening(view),
  );

/** Whether the panels' own styles have come. In the one-file page they are there from the beginning. */
let styled = false;

function styleSheet(view: View): TemplateResult {
  const done = (): void => {
    styled = true;
    view.redraw();
  };
  return html`<link rel="stylesheet" href=${addressOf("panels.css")} @load=${done} @error=${done}>`;
}
