/**
 * The address of our own page. It carries answers only where somebody opened it with some; from then on it follows
 * what is answered, so that a reload brings back what was on the screen, and nothing that was removed.
 */

const isAnswers = (part: string): boolean => part.startsWith("answers=");

const parts = (): string[] => location.hash.slice(1).split("&").filter(Boolean);

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

/** A setting from the address without what a sentence put behind it: a bracket, a full stop, Chinese words. */
export function ownCharacters(value: string): string {
  return value.replace(/[^\x21-\x7e].*$/s, "").replace(/[^\w%/-]+$/, "");
}
