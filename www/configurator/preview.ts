/** The real thing, put in by the real `embed.js` of this folder. */

import type { Choices } from "./model/choices";
import { linkTo } from "./model/code";

/** Settings as the tag has them; whatever is empty is left out. */
function settings({
  region,
  lang,
  situation,
  theme,
  accent,
  maxWidth,
  policy,
  elder,
  sandbox,
}: Choices): Record<string, string> {
  const given = Object.entries({ region, lang, situation, theme, accent, maxWidth, policy }).filter(
    ([, value]) => value !== "",
  );
  return { ...Object.fromEntries(given), ...(elder && { elder: "" }), ...(sandbox && { sandbox: "" }) };
}

/** Changes only where something that is seen was changed: a frame that is made anew forgets what was tried in it. */
export function showPreview(place: HTMLElement, choices: Choices, name: string): void {
  const wanted = settings(choices);
  const key = JSON.stringify([wanted, name]);
  if (place.dataset["shown"] === key) return;
  place.dataset["shown"] = key;
  const link = document.createElement("a");
  link.href = linkTo({ ...choices, address: "" });
  link.textContent = name;
  const script = document.createElement("script");
  script.src = "embed.js";
  Object.assign(script.dataset, wanted);
  place.replaceChildren(link, script);
}
