/** Moving the keyboard, and with it the eye. */

import { showInHost } from "../frame";
import { fieldId } from "./view";

export function focusOn(element: Element | null): void {
  if (!(element instanceof HTMLElement)) return;
  element.focus({ preventScroll: true });
  element.scrollIntoView({ block: element.matches("input, select") ? "center" : "start" });
  showInHost(element);
}

/** A field's first control; what hides it is opened. */
export function focusField(root: ParentNode, field: string): void {
  const control =
    root.querySelector(`#${CSS.escape(fieldId(field))}`) ??
    [...root.querySelectorAll<HTMLElement>("[data-field]")]
      .find(({ dataset }) => dataset["field"] === field)
      ?.querySelector("input, select");
  for (let at = control?.parentElement; at; at = at.parentElement) if (at instanceof HTMLDetailsElement) at.open = true;
  focusOn(control ?? null);
}

/**
 * An answer given beside a benefit may move that benefit to another group, and the control goes with the question; a
 * chip moves to the front once it is answered. Call before drawing; what comes back puts the keyboard on the control
 * again, or where that is gone on the benefit's name or the sentence above the chips, if it would otherwise be lost.
 */
export function keepPlace(root: HTMLElement | DocumentFragment): () => void {
  const page = root.getRootNode() as Document | ShadowRoot;
  const card = page.activeElement?.closest(".programme, .assumed");
  if (!card || !root.contains(card)) return () => undefined;
  const control = page.activeElement?.id ?? "";
  const name = card.matches(".assumed") ? "#headline" : `#${CSS.escape(`${card.id}-name`)}`;
  const isLost = (): boolean => page.activeElement === null || page.activeElement === document.body;
  return () => {
    if (isLost() && control) root.querySelector<HTMLElement>(`#${CSS.escape(control)}`)?.focus();
    if (isLost()) focusOn(root.querySelector(name) ?? root.querySelector("#group-does_not_apply"));
  };
}
