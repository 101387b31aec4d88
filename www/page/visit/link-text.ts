/**
 * The text of a link as chats and letters hand it on: broken into lines, with a bracket, a full stop or the next word
 * behind it. What is ours is the first JSON object in it; what follows is not.
 */

/** Throws where there is no whole object. */
export function jsonOfLink(text: string): string {
  const own = /^[\w\-+/\s]*/.exec(text)?.[0] ?? "";
  const bytes = bytesOf(own.replace(/\s/g, "").replace(/-/g, "+").replace(/_/g, "/"));
  return new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(0, endOfObject(bytes)));
}

/** Four characters are three bytes; of a rest of one character nothing can be had. */
function bytesOf(base64: string): Uint8Array {
  const whole = base64.length % 4 === 1 ? base64.slice(0, -1) : base64;
  return Uint8Array.from(atob(whole), (char) => char.charCodeAt(0));
}

const [QUOTE, BACKSLASH, OPEN, CLOSE] = [...'"\\{}'].map((char) => char.charCodeAt(0));

/** One past the bracket that closes the first object. A byte of a longer character is none of these. */
function endOfObject(bytes: Uint8Array): number {
  let depth = 0;
  let isInText = false;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (isInText && byte === BACKSLASH) at += 1;
    else if (byte === QUOTE) isInText = !isInText;
    else if (!isInText && byte === OPEN) depth += 1;
    else if (!isInText && byte === CLOSE && (depth -= 1) === 0) return at + 1;
  }
  return bytes.length;
}
