/**
 * Lets the browser keep the page for when there is no network: where it is allowed to, and only on a site of our own.
 */

import { trustedScript } from "./trusted";

const mayKeep = (): boolean =>
  window.parent === window && window.isSecureContext && location.protocol.startsWith("http");

export function keepForLater(): void {
  if (!mayKeep()) return;
  window.addEventListener("load", () => {
    try {
      // Absent or forbidden where storage is blocked: then the page is what it is without.
      navigator.serviceWorker?.register(trustedScript("sw.js")).catch(() => undefined);
    } catch {
      return;
    }
  });
}

/**
 * Tells the worker which files a region has, nearest first: it may have come after they were loaded. `isFound`: it was
 * found in the list of places.
 */
export function keepChosen(chain: string[], isFound: boolean): void {
  if (!mayKeep() || document.querySelector("[data-yibao-page]") === null) return;
  const names = [...chain.map((code) => `policies/${code}.js`), `library/${chain[0]}.js`];
  if (isFound) names.push("policies/places.js");
  try {
    navigator.serviceWorker?.ready.then(({ active }) => active?.postMessage(names)).catch(() => undefined);
  } catch {
    return;
  }
}
