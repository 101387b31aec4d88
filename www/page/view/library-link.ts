/** From an answer to the clause behind it: the policy library lies beside the page's script. In a tab of its own, so that no answer is lost. */

import { html, nothing, type TemplateResult } from "lit";
import type { Description, ProgrammeId, ValueId } from "../../package/types";
import type { Words } from "../words/words";
import type { View } from "./view";

/** The page's script, known only while it runs. Where everything is one file, there is nothing beside it. */
const script = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : "";

/** A host's own rules are not in the library. */
const hasLibrary = (): boolean => script !== "" && globalThis.yibaoPolicies === undefined;

/** To one programme as it holds in the region, or to all rules of the region. */
export function libraryLink(programme: ProgrammeId | null, { words, description }: View): TemplateResult | typeof nothing {
  if (!hasLibrary()) return nothing;
  const place = programme === null ? description.region.code : placeOf(programme, description);
  return html`<p>${link(place, programme ? words.say("see-clause") : words.say("see-library"), words)}</p>`;
}

/** To the library itself. */
export const libraryHome = (words: Words): TemplateResult | typeof nothing =>
  hasLibrary() ? html`<p>${link("", words.say("library"), words)}</p>` : nothing;

/** A text that leads to a value of a programme. */
export const linkedToValue = (value: ValueId, text: string, { words, description }: View): TemplateResult | string =>
  hasLibrary() ? link(placeOf(value, description), text, words) : text;

function link(place: string, text: string, words: Words): TemplateResult {
  const fragment = [place, words.lang !== "zh" && `lang=${words.lang}`].filter(Boolean).join("&");
  return html`<a href=${new URL(`library.html#${fragment}`, script).href} target="_blank" rel="noopener" @click=${keepLook}>${text}</a>`;
}

/** Large text and the colour scheme go along; they are not known where a link is drawn. */
function keepLook(event: Event): void {
  const link = event.currentTarget as HTMLAnchorElement;
  const look = link.closest<HTMLElement>(".yb");
  const known = new Set(link.hash.slice(1).split("&").filter((part) => part !== "elder" && !part.startsWith("theme=")));
  if (look?.hasAttribute("data-elder")) known.add("elder");
  if (look?.dataset["theme"]) known.add(`theme=${look.dataset["theme"]}`);
  link.hash = [...known].join("&");
}

/** Its fragment there, as in www/library/model/address.ts: of two programmes of one name, the nearest answers to the region's code. */
function placeOf(id: ProgrammeId | ValueId, { region: { code }, programmes }: Description): string {
  const [owner = "", short = ""] = id.split("/");
  const nearest = programmes.find((programme) => programme.id.endsWith(`/${short}`))?.id;
  return nearest === `${owner}/${short}` ? `${code}${id.slice(owner.length)}` : id;
}
