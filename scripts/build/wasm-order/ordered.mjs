// A WebAssembly module with its functions in another order. Whatever names a function (code, table, exports) names it by its new number.

import { functionsOf, joined, numberBytes, sectionsOf, withFunctions } from "../wasm-text/module.mjs";
import { DOES, NAMED, walk, wholeNumber } from "../wasm-text/walk.mjs";
import { likenessOrder } from "./likeness.mjs";

const IMPORTS = 2, FUNCTIONS = 3, EXPORTS = 7, START = 8, ELEMENTS = 9;
const FUNCTION = 0, CONSTANT = 0x41;

/** The same module with alike functions side by side. */
export const orderedByLikeness = (bytes) => reordered(bytes, orderByLikeness(functionsOf(bytes)));

/** An order of these functions in which alike ones are neighbours. */
export const orderByLikeness = (functions) => likenessOrder(functions.map(does));

/** `order`: at each new place the old one. Imported functions come before all others and stay where they are. */
export function reordered(bytes, order) {
  const imported = importedFunctions(bytes);
  const newPlace = new Map(order.map((old, place) => [old, place]));
  const renamed = (number) => (number < imported ? number : newPlace.get(number - imported) + imported);
  const functions = functionsOf(bytes).map((body) => rewritten(body, renamed));
  return withFunctions(bytes, order.map((old) => functions[old]), ({ id, content }) => {
    switch (id) {
      case FUNCTIONS: return inOrder(content, order);
      case EXPORTS: return exportsOf(content, renamed);
      case ELEMENTS: return elementsOf(content, renamed);
      case START: throw new Error("a module that runs a function when it starts");
      default: return content;
    }
  });
}

/** What a function does, as bytes, without the numbers that say with what. */
function does(body) {
  const bytes = [];
  let at = 0;
  walk((stream) => {
    if (stream === DOES) bytes.push(body[at]);
    at += 1;
    return body[at - 1];
  });
  return Uint8Array.from(bytes);
}

function rewritten(body, renamed) {
  const bytes = [];
  let at = 0, named = [];
  walk((stream) => {
    const byte = body[at];
    at += 1;
    if (stream !== NAMED) bytes.push(byte);
    else {
      named.push(byte);
      if (byte < 128) {
        bytes.push(...numberBytes(renamed(numberOf(named))));
        named = [];
      }
    }
    return byte;
  });
  return Uint8Array.from(bytes);
}

const numberOf = (bytes) => bytes.reduce((sum, byte, place) => sum + (byte & 127) * 2 ** (7 * place), 0);

// ---------------------------------------------------------------------------------------------- sections

/** Reads a section number by number, and copies what is not changed. */
class Copy {
  constructor(content) { Object.assign(this, { content, at: 0, bytes: [] }); }
  read() { return wholeNumber(() => this.content[this.at++]); }
  write(number) { this.bytes.push(...numberBytes(number)); return number; }
  number() { return this.write(this.read()); }
  take(count) { this.bytes.push(...this.content.subarray(this.at, this.at + count)); this.at += count; }
  get result() { return Uint8Array.from(this.bytes); }
}

/** The type of each function. */
function inOrder(content, order) {
  const copy = new Copy(content);
  const types = Array.from({ length: copy.number() }, () => copy.read());
  return joined([copy.result, ...order.map((old) => numberBytes(types[old]))]);
}

function exportsOf(content, renamed) {
  const copy = new Copy(content);
  for (let left = copy.number(); left > 0; left -= 1) {
    copy.take(copy.number()); // its name
    const isFunction = content[copy.at] === FUNCTION;
    copy.take(1);
    if (isFunction) copy.write(renamed(copy.read()));
    else copy.number();
  }
  return copy.result;
}

function elementsOf(content, renamed) {
  const copy = new Copy(content);
  for (let left = copy.number(); left > 0; left -= 1) {
    if (content[copy.at] !== 0 || content[copy.at + 1] !== CONSTANT) throw new Error("elements of a kind that wasm-order does not know");
    copy.take(2);
    copy.number(); // where in the table they begin
    copy.take(1);
    for (let functions = copy.number(); functions > 0; functions -= 1) copy.write(renamed(copy.read()));
  }
  return copy.result;
}

function importedFunctions(bytes) {
  const copy = new Copy(sectionsOf(bytes).find(({ id }) => id === IMPORTS)?.content ?? Uint8Array.of(0));
  const limits = () => { if (copy.number() & 1) copy.number(); copy.number(); };
  // What follows the kind: a function's type; a table's type and limits; a memory's limits; a global's type and whether it changes.
  const skips = [() => copy.number(), () => { copy.take(1); limits(); }, limits, () => copy.take(2)];
  let functions = 0;
  for (let left = copy.number(); left > 0; left -= 1) {
    copy.take(copy.number());
    copy.take(copy.number());
    const kind = copy.number();
    if (kind === FUNCTION) functions += 1;
    skips[kind]();
  }
  return functions;
}
