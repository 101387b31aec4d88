// A WebAssembly module as text that becomes small under brotli. Its code is taken apart into streams of alike numbers;
// every byte becomes a character, the most frequent ones a single one. unpack.mjs, in the page, puts it together again.

import { ALPHABET, QUARTERS, SINGLE, WIDE } from "./alphabet.mjs";
import { functionsOf, numberBytes } from "./module.mjs";
import { CODE, DECLARED, STREAMS, walk, wholeNumber } from "./walk.mjs";
import { unpack } from "./unpack.mjs";

/** The texts that `unpack` takes: bytes before and after the code, the order of byte values in the streams, the streams. */
export function pack(bytes) {
  const { start, end } = codeSection(bytes);
  const streams = takenApart(functionsOf(bytes));
  const order = byFrequency(streams);
  const ranks = new Map([...order].map((value, rank) => [value, rank]));
  const texts = [
    ...[bytes.subarray(0, start), bytes.subarray(end), order].map(plainText),
    ...streams.map((stream) => stream.map((value) => rankText(ranks.get(value))).join("")),
  ];
  if (Buffer.compare(unpack(texts), bytes) !== 0) throw new Error("this module does not come back from its text as it was");
  return texts;
}

/** Where the code begins with its id, and where it ends. */
function codeSection(bytes) {
  for (let start = 8; start < bytes.length;) {
    const { value: size, next: first } = numberAt(bytes, start + 1);
    if (bytes[start] === CODE) return { start, end: first + size };
    start = first + size;
  }
  throw new Error("a module without code");
}

function numberAt(bytes, next) {
  const value = wholeNumber(() => { next += 1; return bytes[next - 1]; });
  return { value, next };
}

/** The bytes of all functions by stream; the number of functions comes first of the declarations, sizes follow from what they hold. */
function takenApart(functions) {
  const streams = STREAMS.map(() => []);
  streams[DECLARED].push(...numberBytes(functions.length));
  for (const body of functions) {
    let at = 0;
    walk((stream) => {
      if (at >= body.length) throw new Error("code with an operation that wasm-text/walk.mjs does not know");
      streams[stream].push(body[at]);
      at += 1;
      return body[at - 1];
    });
  }
  return streams;
}

function byFrequency(streams) {
  const counts = new Array(256).fill(0);
  for (const value of streams.flat()) counts[value] += 1;
  return Uint8Array.from([...counts.keys()].sort((a, b) => counts[b] - counts[a] || a - b));
}

function rankText(rank) {
  const over = rank - SINGLE;
  return over < 0 ? ALPHABET[rank] : ALPHABET[SINGLE + Math.floor(over / ALPHABET.length)] + ALPHABET[over % ALPHABET.length];
}

/** Text stays readable, so that brotli can use the words that it knows. */
function plainText(bytes) {
  let text = "";
  for (let at = 0; at < bytes.length; at += 1) {
    const character = String.fromCharCode(bytes[at]);
    const [lead, second, third] = bytes.subarray(at, at + 3);
    if (lead >> 4 === 14 && second >> 6 === 2 && third >> 6 === 2) {
      text += WIDE + ALPHABET[lead & 15] + ALPHABET[second & 63] + ALPHABET[third & 63];
      at += 2;
    } else if (ALPHABET.includes(character) && !(QUARTERS + WIDE).includes(character)) text += character;
    else text += QUARTERS[lead >> 6] + ALPHABET[lead & 63];
  }
  return text;
}
