/** Where a figure comes from: its dates, its document, and how sure it is. */

import { html, nothing, type TemplateResult } from "lit";
import type { ValueDescription, ValueId, ValueVersion } from "../../package/types";
import { valueName } from "../view/fields";
import type { View } from "../view/view";
import type { Words } from "../words/words";
import { linkedToValue } from "./clause-link";

export function valueNote(id: ValueId, date: string, view: View): TemplateResult | typeof nothing {
  const { words, description, visit } = view;
  const value = description.values.find((entry) => entry.id === id);
  if (!value) return nothing;
  const version = value.versions.find((entry) => (entry.from ?? "") <= date && (entry.to ?? "9999") >= date);
  const entered = visit.get(id);
  const source = description.sources.find((entry) => entry.id === version?.source);
  const known = version?.status === "announced" || version?.status === "reported";
  const published = known ? version.value : undefined;
  const figure = published ?? (typeof entered === "string" ? entered : undefined);
  const unpublished = figure === undefined ? "sure-unpublished" : "sure-entered";
  const sure = known ? `sure-${version.status}` : unpublished;
  const parts = [
    known && version ? validity(version, words) : "",
    source && known
      ? linkedToValue(
          id,
          words.say("step-source", { title: source.title, publisher: source.publisher, date: words.date(source.date) }),
          view,
        )
      : "",
    words.say(sure),
    source?.old && known ? words.say("source-old") : "",
  ].filter(Boolean);
  const told = figure === undefined ? "" : words.say("colon") + figureText(figure, value, words);
  return html`<small class="value-note"><b>${valueName(value, words)}${told}</b>
    ${parts.map((part, i) => html`${i > 0 ? words.say("separator") : nothing}${part}`)}</small>`;
}

function figureText(figure: string, { unit }: ValueDescription, words: Words): string {
  if (unit === "rate") return words.rate(figure);
  return unit === "money" ? words.money(figure) : words.say(figure);
}

function validity({ from, to }: ValueVersion, words: Words): string {
  if (from && to) return words.say("step-valid-both", { from, to });
  if (from) return words.say("step-valid", { from });
  return to ? words.say("step-valid-until", { to }) : words.say("step-valid-always");
}
