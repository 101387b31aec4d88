/**
 * The address of our own page. It carries answers only where somebody opened it with some; from then on it follows
 * what is answered, so that a reload brings back what was on the screen, and nothing that was removed.
 */

const isAnswers = (part: string): boolean => part.startsWith("answers=");

/** A fragment's own text: some programs escape what stands between its settings, or all of it. */
function textOf(hash: string): string {
  const text = hash.slice(1).replace(/&amp;/g, "&");
  if (text.includes("=") || !/%3d/i.test(text)) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** What an address sets. */
export const settingsOf = (hash: string): URLSearchParams => new URLSearchParams(textOf(hash));

const parts = (): string[] => textOf(location.hash).split("&").filter(Boolean);

export const carriesAnswers = (): boolean => parts().some(isAnswers);

/** Puts the link's text into the address, or takes it out where there are no answers any more. */
export function carry(text: string | null): void {
  const others = parts().filter((part) => !isAnswers(part));
  const fragment = (text === null ? others : [...others, `answers=${text}`]).join("&");
  try {
    history.replaceState(history.state, "", `${location.pathname}${location.search}${fragment && `#${fragment}`}`);
  } catch {
    // Some browsers allow only so many changes a minute, and none in some frames. The next answer tries again.
  }
}

/** A setting from the address without what a sentence or a chat put behind it: a bracket, a full stop, `?from=…`. */
export function ownCharacters(value: string): string {
  return value.replace(/[^\x21-\x3e\x40-\x7e].*$/s, "").replace(/[^\w%-]+$/, "");
}
