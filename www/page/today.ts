/** The calendar day where the reader is, and when to look at it again. */

export function today(): string {
  const now = new Date();
  const two = (n: number): string => String(n).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Calls whenever the tab comes to the front again, also out of the browser's store of pages; gives what ends it. */
export function watchDay(look: () => void): () => void {
  document.addEventListener("visibilitychange", look);
  window.addEventListener("pageshow", look);
  return () => {
    document.removeEventListener("visibilitychange", look);
    window.removeEventListener("pageshow", look);
  };
}
