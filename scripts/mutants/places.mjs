// Which switch an error of the compiler is about.

import { readFileSync } from "node:fs";
import { join } from "node:path";

const SWITCH = /crate::switch::on\((\d+)usize\)\s*(\{)?/g;

/** The number of the innermost switch around the error's place, else of the nearest one. */
export function numberAt(copy, { spans, code }) {
  const span = written(spans.find(({ is_primary }) => is_primary) ?? spans[0]);
  const bytes = readFileSync(join(copy, span.file_name));
  const text = bytes.toString("latin1");
  const switches = [...text.matchAll(SWITCH)];
  const before = switches.filter(({ index }) => index < span.byte_start).reverse();
  const around = before.find((found) => found[2] && endOf(text, found.index + found[0].length) > span.byte_start);
  // A choice that lacks an arm: the switch is in one of its arms, below.
  const below = code?.code === "E0004" ? switches.find(({ index }) => index > span.byte_start) : undefined;
  const number = (around ?? below ?? before[0])?.[1];
  return number === undefined ? undefined : Number(number);
}

/** Where something stands that the compiler shows inside of a macro of the standard library. */
function written(span) {
  return span.expansion ? written(span.expansion.span) : span;
}

/** Where the block ends that begins here. */
function endOf(text, start) {
  let depth = 1;
  for (let at = start; at < text.length; at += 1) {
    if (text[at] === "{") depth += 1;
    if (text[at] === "}") depth -= 1;
    if (depth === 0) return at;
  }
  return text.length;
}
