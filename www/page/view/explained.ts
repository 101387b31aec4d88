/** What explains an answer (explain/) comes as explain.js when the first of it is opened. */

import type { TemplateResult } from "lit";
import type * as parts from "../explain/parts";
import { loadScript } from "../scripts";
import { Arriving } from "./arriving";
import { onDemand } from "./on-demand";
import type { View } from "./view";

declare global {
  var yibaoExplain: typeof parts | undefined;
}

export const explanations = new Arriving(
  () => loadScript("explain.js"),
  () => globalThis.yibaoExplain,
);

/** A fold with such a part in it. */
export const explained = (
  name: string,
  title: string,
  view: View,
  draw: (explain: typeof parts) => TemplateResult,
  kind = "",
): TemplateResult => onDemand(name, title, view, () => explanations.draw(view, draw), kind);
