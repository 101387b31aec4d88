// An order of functions in which alike ones are neighbours: compilers make many almost equal functions of generic code, and compression
// finds best what lies near. Each is followed by the one, of those left, that has most in common with it.

const LONG = 4;
/** What so many functions have says nothing about likeness, and would take long to look through. */
const COMMON = 200;

/** `texts`: what each function does, as bytes. Gives their places in the new order. */
export function likenessOrder(texts) {
  const pieces = texts.map(piecesOf);
  const having = new Map();
  pieces.forEach((own, place) => own.forEach((piece) => having.set(piece, [...(having.get(piece) ?? []), place])));
  const left = new Set(texts.keys());
  const order = [];
  for (let place = 0; place !== undefined; place = mostAlike(place, pieces, having, left)) {
    left.delete(place);
    order.push(place);
  }
  return order;
}

/** Every run of a few bytes, as one number. */
function piecesOf(text) {
  const pieces = new Set();
  for (let at = 0; at + LONG <= text.length; at += 1) pieces.add(Buffer.from(text.buffer, text.byteOffset + at, LONG).readUInt32BE());
  return pieces;
}

/** Of those left; the first of them where none has anything in common. */
function mostAlike(place, pieces, having, left) {
  const common = new Map();
  for (const piece of pieces[place]) {
    const others = having.get(piece);
    if (others.length <= COMMON) for (const other of others) if (left.has(other)) common.set(other, (common.get(other) ?? 0) + 1);
  }
  let [best] = left;
  let most = 0;
  for (const [other, count] of common) {
    const likeness = count / (pieces[place].size + pieces[other].size - count);
    if (likeness > most) [best, most] = [other, likeness];
  }
  return best;
}
