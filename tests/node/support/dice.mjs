// Random choices from a seed, and texts damaged by them.

/** As good as needed to damage texts; the same row of numbers for the same seed everywhere. */
export class Dice {
  #state;

  constructor(seed) { this.#state = seed >>> 0; }

  /** A whole number below `n` (mulberry32). */
  below(n) {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let z = this.#state;
    z = Math.imul(z ^ (z >>> 15), z | 1);
    z ^= z + Math.imul(z ^ (z >>> 7), z | 61);
    return ((z ^ (z >>> 14)) >>> 0) % Math.max(n, 1);
  }

  pick(list) { return list[this.below(list.length)]; }
}

/** What texts of this kind are full of, and what no honest text holds. */
const pieces = [
  "{", "}", "[", "]", '"', ":", ",", "null", "true", "-", "0", "1e999", "99999999999999999999", '"0.005"', '"-1"', '"2024-02-29"', '"9999-12-31"', '"0000-00-00"',
  "\\u0000", "\\ud800", "\u202e", "\ufeff", "\u200b", "\ud800", "é", "一", "１", '"999999999999.99"', '""', '"__proto__"', '{"__proto__":{"x":1}}', '"constructor"', "/", "~1", "\n", "AQ", "=", "%", "<img src=x onerror=alert(1)>",
];

/** One to four kinds of damage, one after another. */
export function damaged(corpus, dice) {
  let text = dice.pick(corpus);
  for (let left = 1 + dice.below(4); left > 0; left -= 1) text = damage(text, corpus, dice);
  return text;
}

function damage(text, corpus, dice) {
  const [from, to] = stretch(text, dice);
  const kinds = [
    () => "",
    () => dice.pick(pieces),
    () => text.slice(from, to).repeat(2 + dice.below(3)),
    () => { const other = dice.pick(corpus); return other.slice(...stretch(other, dice)); },
    () => String.fromCharCode(dice.below(0x250)),
  ];
  const kind = dice.below(kinds.length + 1);
  return kind === kinds.length ? text.slice(0, from) : text.slice(0, from) + kinds[kind]() + text.slice(to);
}

/** Mostly a short stretch of the text, sometimes a long one. */
function stretch(text, dice) {
  const from = dice.below(text.length + 1);
  return [from, Math.min(from + dice.below(dice.pick([1, 8, 64, text.length]) + 1), text.length)];
}

/** A value of any kind, as a message or a careless program may hold. */
export function anyValue(dice, depth = 2) {
  const plain = [undefined, null, true, false, 0, -0, -1, 1.5, 1e9, Number.NaN, Infinity, -Infinity, 10n, "", "0", "{", "{}", "null", "__proto__", "x".repeat(9999), Symbol.iterator];
  const nested = [() => [anyValue(dice, depth - 1)], () => ({ [dice.pick(["yibao", "type", "height", "answer", "x"])]: anyValue(dice, depth - 1) }), () => new Map(), () => new Date(Number.NaN), () => new Uint8Array(3)];
  return depth > 0 && dice.below(4) === 0 ? dice.pick(nested)() : dice.pick(plain);
}
