// The module without the files of policies that were compiled in: the page brings them in another form (`usePolicies`), so that its core never reads these.

import { wholeNumber } from "../wasm-text/walk.mjs";
import { functionsOf, joined, numberBytes, sectionsOf, signedBytes, withFunctions } from "../wasm-text/module.mjs";

const DATA = 11, DATA_COUNT = 12, CONSTANT = 0x41, END = 0x0b;

/** `texts`: what is left out, as bytes; each must be there once. */
export function withoutTexts(bytes, texts) {
  const segments = segmentsWithout(texts, sectionsOf(bytes).find(({ id }) => id === DATA).content);
  const count = numberBytes(segments.length);
  const data = segments.flatMap(({ offset, bytes }) => [[0, CONSTANT], signedBytes(offset), [END], numberBytes(bytes.length), bytes]);
  const changed = new Map([[DATA, joined([count, ...data])], [DATA_COUNT, joined([count])]]);
  return withFunctions(bytes, functionsOf(bytes), ({ id, content }) => changed.get(id) ?? content);
}

function segmentsWithout(texts, content) {
  let segments = segmentsOf(content);
  for (const text of texts) {
    const holds = segments.filter(({ bytes }) => Buffer.from(bytes).includes(text));
    if (holds.length !== 1) throw new Error("a policy's text is not in the core's data as it should be");
    segments = segments.flatMap((segment) => (segment === holds[0] ? around(segment, text) : [segment]));
  }
  return segments;
}

function segmentsOf(content) {
  let at = 0;
  const number = () => wholeNumber(() => content[at++]);
  return Array.from({ length: number() }, () => {
    if (content[at] !== 0 || content[at + 1] !== CONSTANT) throw new Error("data that does not lie at a fixed place");
    at += 2;
    const offset = number(); // positive, so that it is read like a size
    at += 1;
    const length = number();
    at += length;
    return { offset, bytes: content.subarray(at - length, at) };
  });
}

/** What lies before and after the text. Memory that no data describes is 0. */
function around({ offset, bytes }, text) {
  const from = Buffer.from(bytes).indexOf(text);
  const to = from + text.length;
  const parts = [{ offset, bytes: bytes.subarray(0, from) }, { offset: offset + to, bytes: bytes.subarray(to) }];
  return parts.filter((part) => part.bytes.length > 0);
}
