/** The receipt stands at the end of the page, unseen until it is printed or asked for. */

import { html, render } from "lit";
import { focusOn } from "../view/focus";
import type { View } from "../view/view";
import { receipt } from "./receipt";

interface Printable {
  show(): void;
}

let current: { view: View; place: HTMLElement } | null = null;

/** Draws the receipt for the page that this event happened on. */
export function printable(event: Event, view: View): Printable | null {
  const root = (event.currentTarget as Element).closest(".yb");
  if (!root) return null;
  let place = root.querySelector<HTMLElement>(":scope > .receipt");
  if (!place) {
    place = document.createElement("div");
    place.className = "receipt";
    root.append(place);
  }
  current = { view, place };
  draw();
  const shown = place;
  return {
    show: () => {
      root.classList.add("with-receipt");
      focusOn(shown.querySelector("h2"));
    },
  };
}

/** Also for those who print by the browser's menu: what is printed is never older than what is on the screen. */
function draw(): void {
  if (!current) return;
  const { view, place } = current;
  const { estimate, problems } = view.visit;
  const root = place.parentElement;
  const ready = estimate !== null && problems.length === 0;
  root?.classList.toggle("receipt-ready", ready);
  const close = (): void => {
    root?.classList.remove("with-receipt");
    focusOn(root?.querySelector("#more-along summary") ?? null);
  };
  render(ready ? receipt(estimate, view, close) : html``, place);
}

window.addEventListener("beforeprint", draw);
