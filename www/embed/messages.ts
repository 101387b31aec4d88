/**
 * What a framed page and its host say to each other: typed, versioned, and nothing about the resident unless the host
 * asked for it. Both sides ignore what they do not know, so that a host that copied `embed.js` long ago goes on
 * working.
 */

export const VERSION = 1;

/** From the page to its host. */
export type FromFrame =
  /** The page runs: it may be shown in place of the link. */
  | { yibao: 1; type: "ready"; height: number }
  /** The page is this high now, in CSS pixels. */
  | { yibao: 1; type: "height"; height: number }
  /** The reader was led to this place of the page, in CSS pixels from its top: it should come into sight. */
  | { yibao: 1; type: "show"; top: number }
  /** The answer as JSON; only for a host that asked for it. */
  | { yibao: 1; type: "estimate"; answer: string };

/** From the host to the page, as a reply to `ready`. */
export type FromHost = { yibao: 1; type: "host"; answers: boolean };

/** What may be a message of ours; anything else on a page talks by messages, too. */
export function isMessage(data: unknown): data is { yibao: 1; type: unknown; [member: string]: unknown } {
  return typeof data === "object" && data !== null && (data as { yibao?: unknown }).yibao === VERSION;
}
