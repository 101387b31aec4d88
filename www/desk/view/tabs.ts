/** Tabs: arrow keys go from one to the next, as everywhere. */

import { html, nothing, type TemplateResult } from "lit";
import type { Words } from "../../page/words/words";

export function tabs<Name extends string>(
  prefix: string,
  names: readonly Name[],
  chosen: Name,
  words: Words,
  choose: (name: Name) => void,
  counts: Partial<Record<Name, number>> = {},
): TemplateResult {
  const move = (event: KeyboardEvent): void => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (by === undefined) return;
    const next = names[(names.indexOf(chosen) + by + names.length) % names.length] ?? chosen;
    choose(next);
    const tab = (event.currentTarget as HTMLElement).querySelector<HTMLElement>(`#${prefix}-${next}`);
    setTimeout(() => tab?.focus());
  };
  // The panel itself says it in words.
  const count = (number: number): unknown =>
    number === 0 ? nothing : html`<span class="count" aria-hidden="true">${number}</span>`;
  const tab = (name: Name): TemplateResult => html`<button type="button" role="tab" id="${prefix}-${name}"
      aria-selected=${name === chosen ? "true" : "false"} tabindex=${name === chosen ? 0 : -1}
      @click=${() => choose(name)}>${words.say(`${prefix}-${name}`)}${count(counts[name] ?? 0)}</button>`;
  return html`<div role="tablist" class="tabs" @keydown=${move}>${names.map(tab)}</div>`;
}
