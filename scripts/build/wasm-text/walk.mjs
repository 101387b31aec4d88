// The way through a function of WebAssembly, the same for taking it apart and for putting it together again.

/** What the numbers of code mean, each kind a stream of its own: alike numbers side by side are what brotli finds. */
export const STREAMS = ["operation", "declared", "local", "constant", "offset", "call", "jump", "constant, further bytes", "offset, further bytes"];
const [OPERATION, , LOCAL, CONSTANT, OFFSET, CALL, JUMP, FURTHER_CONSTANT, FURTHER_OFFSET] = STREAMS.keys();
/** What follows the first byte of a greater number is unlike any first byte. */
const FURTHER = [...STREAMS.keys()];
FURTHER[CONSTANT] = FURTHER_CONSTANT;
FURTHER[OFFSET] = FURTHER_OFFSET;
export const DECLARED = STREAMS.indexOf("declared");
/** Its numbers are the functions that a function names. */
export const NAMED = CALL;
/** Its bytes are what a function does, without with what. */
export const DOES = OPERATION;

/** The section of a module that holds its code. */
export const CODE = 10;

/** The streams of the numbers that follow each operation, by its code. */
const OPERANDS = Array.from({ length: 256 }, () => []);
for (const [first, last, ...streams] of [
  [0x02, 0x04, OPERATION], // block, loop, if: their type
  [0x0c, 0x0d, JUMP],
  [0x10, 0x10, CALL], [0x11, 0x11, OPERATION, OPERATION], // directly; through a table
  [0x20, 0x22, LOCAL], [0x23, 0x26, OPERATION], // global and table
  [0x28, 0x3e, OPERATION, OFFSET], // load and store: alignment and offset
  [0x3f, 0x40, OPERATION], [0x41, 0x41, CONSTANT], [0x42, 0x42, OPERATION],
  [0xd0, 0xd0, OPERATION], [0xd2, 0xd2, CALL], // no reference; that of a function
]) OPERANDS.fill(streams, first, last + 1);
const END = 0x0b, JUMP_TABLE = 0x0e, TYPED_SELECT = 0x1c, MORE_OPERATIONS = 0xfc;

/** Walks one function from its locals to its end. `byte` moves the next byte, which is of this stream, and gives it. */
export function walk(byte) {
  const number = (stream) => {
    let next = stream;
    return wholeNumber(() => {
      const value = byte(next);
      next = FURTHER[stream];
      return value;
    });
  };
  const numbers = (count, stream) => { for (let i = 0; i < count; i += 1) number(stream); };

  numbers(2 * number(DECLARED), DECLARED);
  for (let depth = 1; depth > 0;) {
    const operation = byte(OPERATION);
    if (operation >= 0x02 && operation <= 0x04) depth += 1;
    if (operation === END) depth -= 1;
    else if (operation === JUMP_TABLE) numbers(number(JUMP) + 1, JUMP);
    else if (operation === TYPED_SELECT) numbers(number(OPERATION), OPERATION);
    else if (operation === MORE_OPERATIONS) numbers(furtherOperands(number(OPERATION)), OPERATION);
    else for (const stream of OPERANDS[operation]) number(stream);
  }
}

/** Numbers after a saturating conversion, an operation on memory (copy and init name two places), or on a table. */
const furtherOperands = (operation) => (operation < 8 ? 0 : [8, 10, 12, 14].includes(operation) ? 2 : 1);

/** A number of any length: seven bits a byte, the lowest first; the eighth bit says that more follow. */
export function wholeNumber(nextByte) {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = nextByte();
    value += (byte & 127) * 2 ** shift;
    if (byte < 128) return value;
  }
}
