/** The documents that an answer rests on, with their dates; an old one is said to be old. */

import { html, nothing, type TemplateResult } from "lit";
import type { Estimate, Source } from "../../package/types";
import { sourcesBehind } from "../view/findings";
import type { View } from "../view/view";
import type { Words } from "../words/words";
import { libraryLink } from "./clause-link";

export function sourceList(sources: Source[], words: Words): TemplateResult {
  return html`<ul class="sources">${sources.map(
    (source) => html`<li>
    ${words.say("source-line", { title: source.title, publisher: source.publisher, date: source.date })}
    <small>${words.say(`status-${source.status}`)}${
      source.place ? ` · ${words.say("place", { place: source.place })}` : nothing
    }</small>
    ${source.old ? html`<small class="old">${words.say("source-old")}</small>` : nothing}
    ${source.url ? html`<small>${source.url}</small>` : nothing}
  </li>`,
  )}</ul>`;
}

/** Every document behind what applies or may apply, each once. */
export function allSources(estimate: Estimate, view: View): TemplateResult {
  return html`${sourceList(sourcesBehind(estimate), view.words)}${libraryLink(null, view)}`;
}
