// A WebAssembly module from the texts that pack.mjs makes of it. This one runs in the page, before anything else: it is
// small, and its loops are plain ones over arrays of bytes.

import { ALPHABET, QUARTERS, SINGLE, WIDE } from "./alphabet.mjs";
import { joined, numberBytes } from "./module.mjs";
import { CODE, DECLARED, walk, wholeNumber } from "./walk.mjs";

const numberOf = new Uint8Array(128);
[...ALPHABET].forEach((character, number) => { numberOf[character.charCodeAt(0)] = number; });

export function unpack([before, after, order, ...texts]) {
  const values = plainBytes(order);
  const streams = texts.map((text) => rankedBytes(text, values));
  const places = streams.map(() => 0);
  const moveTo = (target) => (stream) => {
    const byte = streams[stream][places[stream]++];
    target.bytes[target.length++] = byte;
    return byte;
  };
  const most = streams.reduce((sum, stream) => sum + stream.length, 0);
  // A function's size stands before it: a few bytes more for each.
  const code = { bytes: new Uint8Array(2 * most), length: 0 };
  const body = { bytes: new Uint8Array(most), length: 0 };
  const [moveCode, moveBody] = [moveTo(code), moveTo(body)];
  for (let functions = wholeNumber(() => moveCode(DECLARED)); functions > 0; functions -= 1) {
    body.length = 0;
    walk(moveBody);
    append(code, numberBytes(body.length));
    append(code, body.bytes.subarray(0, body.length));
  }
  return joined([plainBytes(before), [CODE], numberBytes(code.length), code.bytes.subarray(0, code.length), plainBytes(after)]);
}

function append(target, bytes) {
  target.bytes.set(bytes, target.length);
  target.length += bytes.length;
}

/** Of characters that stand for the place of a byte in an order. */
function rankedBytes(text, values) {
  const bytes = new Uint8Array(text.length);
  let length = 0;
  for (let at = 0; at < text.length; at += 1) {
    let rank = numberOf[text.charCodeAt(at)];
    if (rank >= SINGLE) {
      at += 1;
      rank = SINGLE + (rank - SINGLE) * ALPHABET.length + numberOf[text.charCodeAt(at)];
    }
    bytes[length] = values[rank];
    length += 1;
  }
  return bytes.subarray(0, length);
}

/** Of text that stands for itself but for what begins with a mark. */
function plainBytes(text) {
  const bytes = [];
  let at = 0;
  const next = () => { at += 1; return numberOf[text.charCodeAt(at - 1)]; };
  while (at < text.length) {
    const character = text[at];
    at += 1;
    const quarter = QUARTERS.indexOf(character);
    if (character === WIDE) bytes.push(0xe0 | next(), 0x80 | next(), 0x80 | next());
    else bytes.push(quarter < 0 ? character.charCodeAt(0) : (quarter << 6) | next());
  }
  return bytes;
}
