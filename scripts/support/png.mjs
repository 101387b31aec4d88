// A screenshot as a small PNG: the colours of a page are few, so a palette of 256 loses nothing that is seen and a third of
// the bytes remain.

import { deflateSync, inflateSync } from "node:zlib";

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const COLOURS = 256;

/** The same picture (8 bits a channel, with or without alpha, as browsers write them) with a palette. */
export function withPalette(png) {
  const { width, height, pixels } = read(png);
  const { palette, indices } = reduce(pixels);
  const rows = Buffer.alloc((width + 1) * height); // each begins with 0: no filter, which suits a palette best
  for (let y = 0; y < height; y += 1) rows.set(indices.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([SIGNATURE, chunk("IHDR", header), chunk("PLTE", palette), chunk("IDAT", deflateSync(rows, { level: 9 })), chunk("IEND", Buffer.alloc(0))]);
}

// ------------------------------------------------------------------------------------------ colours

/** The most frequent colours stay as they are, the others become the nearest of them. */
function reduce(pixels) {
  const counts = new Map();
  for (const colour of pixels) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const kept = [...counts].sort((a, b) => b[1] - a[1]).slice(0, COLOURS).map(([colour]) => colour);
  const places = new Map(kept.map((colour, i) => [colour, i]));
  for (const colour of counts.keys()) if (!places.has(colour)) places.set(colour, nearest(colour, kept));
  const palette = Buffer.from(kept.flatMap(channels));
  return { palette, indices: Uint8Array.from(pixels, (colour) => places.get(colour)) };
}

const channels = (colour) => [colour >> 16, (colour >> 8) & 255, colour & 255];

function nearest(colour, kept) {
  const [red, green, blue] = channels(colour);
  let best = 0;
  let least = Infinity;
  kept.forEach((other, i) => {
    const [r, g, b] = channels(other);
    const distance = (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2;
    if (distance < least) [best, least] = [i, distance];
  });
  return best;
}

// ------------------------------------------------------------------------------------------ the format

/** The pixels as 0xRRGGBB, row by row. Alpha is left out: a screenshot has none. */
function read(png) {
  const parts = { IDAT: [] };
  for (let at = SIGNATURE.length; at < png.length;) {
    const length = png.readUInt32BE(at);
    const type = png.toString("latin1", at + 4, at + 8);
    const data = png.subarray(at + 8, at + 8 + length);
    if (type === "IDAT") parts.IDAT.push(data);
    if (type === "IHDR") parts.header = data;
    at += length + 12;
  }
  const [width, height] = [parts.header.readUInt32BE(0), parts.header.readUInt32BE(4)];
  const size = { 2: 3, 6: 4 }[parts.header[9]];
  const bytes = unfiltered(inflateSync(Buffer.concat(parts.IDAT)), width * size, height, size);
  return { width, height, pixels: Uint32Array.from({ length: width * height }, (_, i) => bytes.readUIntBE(i * size, 3)) };
}

/** PNG stores each byte as its difference from bytes to the left and above. */
function unfiltered(rows, stride, height, size) {
  const out = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y += 1) {
    const filter = rows[y * (stride + 1)];
    for (let x = 0; x < stride; x += 1) {
      const left = x < size ? 0 : out[y * stride + x - size];
      const up = y === 0 ? 0 : out[(y - 1) * stride + x];
      const corner = x < size || y === 0 ? 0 : out[(y - 1) * stride + x - size];
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter];
      out[y * stride + x] = rows[y * (stride + 1) + 1 + x] + guess;
    }
  }
  return out;
}

function paeth(left, up, corner) {
  const [a, b, c] = [left, up, corner].map((value) => Math.abs(left + up - corner - value));
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}

function chunk(type, data) {
  const named = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc(named));
  return Buffer.concat([length, named, sum]);
}

function crc(bytes) {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}
