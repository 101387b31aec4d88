// Bytes as characters of plain ASCII: one byte each on their way.

/** Every printable character that means nothing within a string in double quotes or a script within HTML. */
export const ALPHABET = [...Array(95).keys()].map((at) => String.fromCharCode(32 + at)).filter((it) => !'"<\\'.includes(it)).join("");

/** So many numbers are one character; a greater one begins with one of the characters left over. */
export const SINGLE = 88;

/** Before a byte that no character stands for: the quarter of all bytes in which it lies. */
export const QUARTERS = "{|}~";
/** Before a character of three bytes in UTF-8, as Chinese has them. */
export const WIDE = "^";
