// How large files are: as they lie, and as a server sends them.

import { readFileSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";
import { inRoot } from "./paths.mjs";

/** Raw and brotli sizes in bytes of some contents together, each compressed alone. */
export function sizeOf(...contents) {
  const sum = (measure) => contents.reduce((total, content) => total + measure(Buffer.from(content)), 0);
  return { raw: sum((bytes) => bytes.length), brotli: sum((bytes) => brotliCompressSync(bytes).length) };
}

/** The same of some files of the checkout. */
export const sizeOfFiles = (...paths) => sizeOf(...paths.map((path) => readFileSync(inRoot(path))));

/** Bytes as "12.3 kB". */
export const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

/** Rows of texts as lines with aligned columns: the first to the left, the others to the right. */
export function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const pad = (text, column) => (column === 0 ? text.padEnd(widths[0]) : text.padStart(widths[column]));
  return rows.map((row) => `  ${row.map(pad).join("  ")}`.trimEnd()).join("\n");
}
