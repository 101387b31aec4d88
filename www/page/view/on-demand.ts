/** Something that is only worked out once it is opened, and then kept up to date while it is open. */

import { html, nothing, type TemplateResult } from "lit";
import type { View } from "./view";

export function onDemand(name: string, title: string, { visit }: View, content: () => TemplateResult): TemplateResult {
  const open = visit.around.isWanted(name);
  const toggled = (event: Event): void => visit.around.want(name, (event.currentTarget as HTMLDetailsElement).open);
  return html`<details class="more" ?open=${open} @toggle=${toggled}><summary>${title}</summary>
    ${open ? html`<div>${content()}</div>` : nothing}</details>`;
}
