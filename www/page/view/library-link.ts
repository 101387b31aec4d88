/** The policy library lies beside the page's script. It opens in a tab of its own, so that no answer is lost. */

import { html, nothing, type TemplateResult } from "lit";
import { hasOwnPolicies } from "../host/own-policies";
import type { Words } from "../words/words";

/** The page's script, known only while it runs. Where everything is one file, there is nothing beside it. */
const script = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : "";

/** A host's own rules are not in the library. */
export const hasLibrary = (): boolean => script !== "" && !hasOwnPolicies();

/** To the library itself. */
export const libraryHome = (words: Words): TemplateResult | typeof nothing =>
  hasLibrary() ? html`<p>${libraryAt("", words.say("library"), words)}</p>` : nothing;

/** To a place in it, by its fragment there. */
export function libraryAt(place: string, text: string, words: Words): TemplateResult {
  const fragment = [place, words.lang !== "zh" && `lang=${words.lang}`].filter(Boolean).join("&");
  return html`<a href=${new URL(`library.html#${fragment}`, script).href} target="_blank" rel="noopener"
      @click=${keepLook}>${text}</a>`;
}

/** Large text and the colour scheme go along; they are not known where a link is drawn. */
function keepLook(event: Event): void {
  const link = event.currentTarget as HTMLAnchorElement;
  const look = link.closest<HTMLElement>(".yb");
  const known = new Set(
    link.hash
      .slice(1)
      .split("&")
      .filter((part) => part !== "elder" && !part.startsWith("theme=")),
  );
  if (look?.hasAttribute("data-elder")) known.add("elder");
  if (look?.dataset["theme"]) known.add(`theme=${look.dataset["theme"]}`);
  link.hash = [...known].join("&");
}
