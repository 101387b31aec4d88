/**
 * The steps as entries of the browser's history, so that its back button goes one question back. Only on our own page:
 * the history of anybody else's is theirs.
 */

const MEMBER = "yibaoStep";

/** Null where the page has no history to write to, as in some sandboxes. */
export function markStep(place: number, how: "new" | "same"): boolean {
  const state: unknown = { ...(history.state as object | null), [MEMBER]: place };
  try {
    if (how === "new") history.pushState(state, "");
    else history.replaceState(state, "");
    return true;
  } catch {
    return false;
  }
}

/** The step that an entry of the history stands for; the first where it stands for none. */
export function stepIn(state: unknown): number {
  const place = (state as Record<string, unknown> | null)?.[MEMBER];
  return typeof place === "number" ? place : 0;
}
