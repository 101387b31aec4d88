/** The form that a guided visit is drawn in. */

import { html, nothing, type TemplateResult } from "lit";
import { cleared } from "../view/check";
import { restoredNotices } from "../view/restored-notices";
import { pageFoot } from "../view/shell";
import { ANSWER, CHECK } from "./plan";
import { type Guided, screen } from "./screen";

/** `isAlone`: the screen is ours; in somebody's frame or page, the height is theirs. */
export function guidedForm(guided: Guided, isAlone: boolean): TemplateResult {
  const { guide, visit, words, view } = guided;
  const next = (event: Event): void => {
    event.preventDefault();
    if (guide.now === CHECK) guide.goTo(ANSWER);
    else if (!guide.next()) guided.refused();
  };
  return html`<form class="ask guide ${isAlone ? "alone" : ""}" novalidate
      aria-label=${words.say("form-name")} @submit=${next}>
      ${restoredNotices(visit, words)}${view ? cleared(view) : nothing}${screen(guided)}</form>
    ${(guide.isFirst && isAlone) || guide.now === ANSWER ? pageFoot(words) : nothing}`;
}
