// A WebAssembly module as its sections and functions, so that functions can be taken out of it and put back.

import { CODE, wholeNumber } from "./walk.mjs";

const HEADER = 8;

/** A function that does nothing but stop: what stands in the place of one that was left out. */
export const LEFT_OUT = Uint8Array.of(0, 0x00, 0x0b);

export const isLeftOut = (body) => body.length === LEFT_OUT.length && LEFT_OUT.every((byte, at) => byte === body[at]);

/** The sections of a module in order: each with its id and what it holds. */
export function sectionsOf(bytes) {
  const sections = [];
  for (const reader = { bytes, at: HEADER }; reader.at < bytes.length;) {
    const id = bytes[reader.at++];
    sections.push({ id, content: piece(reader) });
  }
  return sections;
}

/** The functions of a module: each what stands between its size and the next one's. */
export function functionsOf(bytes) {
  const code = sectionsOf(bytes).find(({ id }) => id === CODE).content;
  const reader = { bytes: code, at: 0 };
  return Array.from({ length: number(reader) }, () => piece(reader));
}

/** The module with other functions, and whatever `changed` makes of its other sections (as they are, unless given; null: left out). */
export function withFunctions(bytes, functions, changed = ({ content }) => content) {
  const parts = [bytes.subarray(0, HEADER)];
  for (const section of sectionsOf(bytes)) {
    const content = section.id === CODE ? joined([numberBytes(functions.length), ...functions.flatMap(sized)]) : changed(section);
    if (content) parts.push([section.id], ...sized(content));
  }
  return joined(parts);
}

const sized = (content) => [numberBytes(content.length), content];

export function numberBytes(value) {
  return value < 128 ? [value] : [(value & 127) | 128, ...numberBytes(value >>> 7)];
}

/** A positive number as WebAssembly writes numbers that may be negative: the second bit of its last byte is not set. */
export function signedBytes(value) {
  return value < 64 ? [value] : [(value & 127) | 128, ...signedBytes(value >>> 7)];
}

export function joined(parts) {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** The next number, and the next run of bytes that begins with its size. */
const number = (reader) => wholeNumber(() => reader.bytes[reader.at++]);

function piece(reader) {
  const size = number(reader);
  reader.at += size;
  return reader.bytes.subarray(reader.at - size, reader.at);
}
