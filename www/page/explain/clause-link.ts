/** From an answer to the clause behind it, in the policy library. */

import { html, nothing, type TemplateResult } from "lit";
import type { Description, ProgrammeId, ValueId } from "../../package/types";
import { hasLibrary, libraryAt } from "../view/library-link";
import type { View } from "../view/view";

/** To one programme as it holds in the region, or to all rules of the region. */
export function libraryLink(
  programme: ProgrammeId | null,
  { words, description }: View,
): TemplateResult | typeof nothing {
  if (!hasLibrary()) return nothing;
  const place = programme === null ? description.region.code : placeOf(programme, description);
  return html`<p>${libraryAt(place, programme ? words.say("see-clause") : words.say("see-library"), words)}</p>`;
}

/** A text that leads to a value of a programme. */
export const linkedToValue = (value: ValueId, text: string, { words, description }: View): TemplateResult | string =>
  hasLibrary() ? libraryAt(placeOf(value, description), text, words) : text;

/**
 * Its fragment there, as in www/library/model/address.ts: of two programmes of one name, the nearest answers to the
 * region's code.
 */
function placeOf(id: ProgrammeId | ValueId, { region: { code }, programmes }: Description): string {
  const [owner = "", short = ""] = id.split("/");
  const nearest = programmes.find((programme) => programme.id.endsWith(`/${short}`))?.id;
  return nearest === `${owner}/${short}` ? `${code}${id.slice(owner.length)}` : id;
}
