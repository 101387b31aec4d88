/** Starts the page. What an address may set stands in its fragment, which no server ever sees. */

import "virtual:lent-modules";
import { YibaoEstimator } from "./estimator";
import { startFrame } from "./frame";
import { keepForLater } from "./offline";

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

function settle(): void {
  const settings = new URLSearchParams(location.hash.slice(1));
  for (const element of document.querySelectorAll("[data-yibao-page] yibao-estimator")) {
    for (const name of SETTABLE) {
      const value = settings.get(name);
      if (value !== null) element.setAttribute(name, value);
    }
    document.documentElement.lang = element.getAttribute("lang") ?? "zh-CN";
    document.documentElement.dataset["theme"] = element.getAttribute("theme") ?? "";
  }
}

settle();
const page = document.querySelector("[data-yibao-page]");
if (page) startFrame(page);
customElements.define("yibao-estimator", YibaoEstimator);
if (page) keepForLater();
// A link that is opened in a tab that has the page already changes the fragment only.
window.addEventListener("hashchange", settle);
