/** Starts the page. What an address may set stands in its fragment, which no server ever sees. */

import "virtual:lent-modules";
import { YibaoEstimator } from "./estimator";
import { startFrame } from "./frame";
import { ownCharacters, settingsOf } from "./host/address";
import { keepForLater } from "./offline";
import { locale } from "./words/format";
import { langOf } from "./words/words";

const SETTABLE = [
  "region",
  "regions",
  "situation",
  "lang",
  "theme",
  "asked-on",
  "elder",
  "answers",
  "accent",
  "policy",
  "mode",
];

/** The first reads a link's text up to its own end; the others may hold whatever a host named. */
const WHOLE = new Set(["answers", "accent", "policy"]);

function settle({ hash }: { hash: string }): void {
  const settings = settingsOf(hash);
  for (const element of document.querySelectorAll("[data-yibao-page] yibao-estimator")) {
    for (const name of SETTABLE) {
      const value = settings.get(name);
      if (value !== null) element.setAttribute(name, WHOLE.has(name) ? value : ownCharacters(value));
    }
    document.documentElement.lang = locale[langOf(element.getAttribute("lang"))];
    document.documentElement.dataset["theme"] = element.getAttribute("theme") ?? "";
  }
}

settle(location);
const page = document.querySelector("[data-yibao-page]");
if (page) startFrame(page);
customElements.define("yibao-estimator", YibaoEstimator);
if (page) keepForLater();
// A link that is opened in a tab that has the page already changes the fragment only.
// An entry of our own steps is no link: its address is from an earlier step, and follows the answers when it is drawn.
// What was asked for stands in the event: the address may have followed an answer since.
window.addEventListener("hashchange", ({ newURL }) => {
  if (history.state === null) settle(new URL(newURL));
});
