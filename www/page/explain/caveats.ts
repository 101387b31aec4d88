/** What a benefit's source leaves unsaid. A limit is applied only once the resident enters it, right here. */

import { html, nothing, type TemplateResult } from "lit";
import type { ProgrammeAnswer, ProgrammeDescription, Text } from "../../package/types";
import { fieldOf } from "../view/fields";
import { question } from "../view/question";
import type { View } from "../view/view";
import { fieldId } from "../view/view";

export function caveats(
  answer: ProgrammeAnswer,
  described: ProgrammeDescription | undefined,
  view: View,
): TemplateResult | typeof nothing {
  const { words } = view;
  if (answer.caveats.length === 0) return nothing;
  return html`<h6>${words.say("caveats-title")}</h6>
    <ul>${answer.caveats.map((text) => html`<li>${words.text(text)}${limits(text, described, view)}</li>`)}</ul>`;
}

function limits(text: Text, described: ProgrammeDescription | undefined, view: View): TemplateResult | typeof nothing {
  const limit = described?.caveats.find((caveat) => caveat.text.id === text.id)?.limit;
  if (!limit || !described) return nothing;
  // A limit by grade has a row of its own for each.
  const keys = view.description.values.filter(
    ({ id, enterable }) => enterable && (id === limit || id.startsWith(`${limit}@`)),
  );
  const fields = keys.map(({ id }) => fieldOf(id, view)).filter((field) => field !== null);
  if (fields.length === 0) return nothing;
  const place = fieldId(described.id, "limit");
  return html`<details class="more"><summary>${view.words.say("limit-enter")}</summary>
    ${fields.map((field) => question(field, view, place))}</details>`;
}
