/** Whether questions come one a screen or all on one page. */

export type Mode = "guided" | "form";

/** Narrower than this is a phone, or a column as narrow as one. */
const PHONE = 600;

/** As the host or the resident says; else guided on a phone and in large text. `width` is 0 while nothing is shown. */
export function modeOf(said: string, width: number, elder: boolean): Mode {
  if (said === "guided" || said === "form") return said;
  return elder || (width > 0 && width < PHONE) ? "guided" : "form";
}

/** Tells the width of an element now and whenever it crosses the line. */
export function watchWidth(element: Element, changed: (width: number) => void): () => void {
  const observer = new ResizeObserver(() => changed(element.getBoundingClientRect().width));
  observer.observe(element);
  changed(element.getBoundingClientRect().width);
  return () => observer.disconnect();
}
