/**
 * Where the element draws itself. On our own page in light DOM: nothing there needs keeping apart, and it is there for
 * tests and readers as plainly as can be. On anybody else's page in a shadow root with one linked style sheet, so that
 * neither side's styles and ids reach the other.
 */

import { addressOf } from "./scripts";

export const isOwnPage = (element: Element): boolean => element.closest("[data-yibao-page]") !== null;

/** `styled` is called once the styles of a shadow root have come, or cannot be had. */
export function rootOf(element: HTMLElement, styled: () => void): HTMLElement | ShadowRoot {
  if (isOwnPage(element)) {
    element.replaceChildren(); // what stood here for browsers that never get this far
    return element;
  }
  const root = element.attachShadow({ mode: "open" });
  const styles = document.createElement("link");
  styles.rel = "stylesheet";
  styles.href = addressOf("element.css");
  // Not seen before it is dressed; without its styles it is still better than nothing.
  element.style.visibility = "hidden";
  styles.onload = styles.onerror = () => {
    element.style.visibility = "";
    // Sizes of text follow the reader's own, not the host's idea of a `rem`, which on many sites is a tenth of the
    // screen.
    element.style.setProperty("--yb-rem", getComputedStyle(element).fontSize);
    styled();
  };
  root.append(styles);
  return root;
}
