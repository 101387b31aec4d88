/** Starts the officer's desk. All that it shows asks the core, so the core comes first. */

import { langAsked, langOf } from "../page/words/words";
import { engine } from "./core";
import { YibaoDesk } from "./element";
import { wordsIn } from "./words/words";

engine.ready().then(() => customElements.define("yibao-desk", YibaoDesk), told);

function told(cause: unknown): void {
  const before = document.querySelector(".before p");
  const words = wordsIn(langOf(langAsked()));
  const detail = words.say("failed-detail", { reason: String(cause) });
  if (before) before.textContent = `${words.say("desk-failed")} ${detail}`;
}
