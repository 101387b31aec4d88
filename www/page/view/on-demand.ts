/** Something that is only drawn once it is opened, and then kept up to date while it is open. */

import { html, nothing, type TemplateResult } from "lit";
import { tryAgain } from "../panels/lazy";
import type { View } from "./view";

export function onDemand(
  name: string,
  title: string,
  view: View,
  content: () => TemplateResult,
  kind = "",
): TemplateResult {
  const open = view.visit.whatIf.isWanted(name);
  return html`<details class="more ${kind}" ?open=${open}
      @toggle=${toggled(name, view)}><summary>${title}</summary>${open ? content() : nothing}</details>`;
}

/** Remembers that `details` of this name were opened or closed: drawing the page anew must not change it. */
export const toggled =
  (name: string, { visit }: View) =>
  (event: Event): void => {
    const { open } = event.currentTarget as HTMLDetailsElement;
    if (open) tryAgain();
    visit.whatIf.want(name, open);
  };
