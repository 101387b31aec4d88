/** From an answer to the clause behind it: the policy library lies beside the page's script. In a tab of its own, so that no answer is lost. */

import { html, nothing, type TemplateResult } from "lit";
import type { Description, ProgrammeId } from "../../package/types";
import type { View } from "./view";

/** The page's script, known only while it runs. Where everything is one file, there is nothing beside it. */
const script = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : "";

/** To one programme as it holds in the region, or to all rules of the region. */
export function libraryLink(programme: ProgrammeId | null, { words, description }: View): TemplateResult | typeof nothing {
  if (script === "" || globalThis.yibaoPolicies !== undefined) return nothing; // a host's own rules are not in the library
  const settings = words.lang === "zh" ? "" : `&lang=${words.lang}`;
  const address = new URL(`library.html#${placeOf(programme, description)}${settings}`, script).href;
  return html`<p><a href=${address} target="_blank" rel="noopener">${programme ? words.say("see-clause") : words.say("see-library")}</a></p>`;
}

/** Its fragment there, as in www/library/model/address.ts: of two programmes of one name, the nearest answers to the region's code. */
function placeOf(programme: ProgrammeId | null, { region: { code }, programmes }: Description): string {
  if (programme === null) return code;
  const short = programme.slice(programme.indexOf("/"));
  return programmes.find(({ id }) => id.endsWith(short))?.id === programme ? `${code}${short}` : programme;
}
