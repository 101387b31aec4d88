/**
 * The receipt stands at the end of the page, unseen until it is printed or asked for. However printing was called, by
 * our button, a key or the browser's menu, the receipt is what is printed, as new as the screen. So it is no part of
 * the lazy script, which nobody can wait for while a browser prints.
 */

import { html, render } from "lit";
import { focusOn } from "./focus";
import { receipt } from "./receipt";
import type { View } from "./view";

interface Printed {
  /** The page that it belongs to; null before it is drawn. */
  page(): Element | null;
  view(): View | null;
}

/** Every estimator of this document. */
const printed = new Set<Printed>();

/** Gives what ends it. */
export function printable(entry: Printed): () => void {
  printed.add(entry);
  return () => printed.delete(entry);
}

/** Shows the receipt of the page that this event happened on. */
export function showReceipt(event: Event): void {
  const page = (event.currentTarget as Element).closest(".yb");
  for (const entry of printed) if (entry.page() === page) draw(entry);
  page?.classList.add("with-receipt");
  focusOn(page?.querySelector(".receipt h2") ?? null);
}

function draw({ page, view }: Printed): void {
  const [root, now] = [page(), view()];
  if (!root) return;
  const estimate = now && now.visit.problems.length === 0 && now.visit.failure === null ? now.visit.estimate : null;
  root.classList.toggle("receipt-ready", estimate !== null);
  const close = (): void => {
    root.classList.remove("with-receipt");
    focusOn(root.querySelector("#more-along summary"));
  };
  render(now && estimate ? receipt(estimate, now, close) : html``, placeIn(root));
}

function placeIn(root: Element): HTMLElement {
  const found = root.querySelector<HTMLElement>(":scope > .receipt");
  if (found) return found;
  const place = document.createElement("div");
  place.className = "receipt";
  root.append(place);
  return place;
}

/** A receipt that cannot be drawn is no reason to print nothing. */
function drawAll(): void {
  for (const entry of printed) {
    try {
      draw(entry);
    } catch (cause) {
      console.error(cause);
      entry.page()?.classList.remove("receipt-ready");
    }
  }
}

window.addEventListener("beforeprint", drawAll);
// Some browsers say it in this way only.
window.matchMedia("print").addEventListener("change", ({ matches }) => matches && drawAll());
