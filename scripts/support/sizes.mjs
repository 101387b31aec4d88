// How large files are: as they lie, and as a server sends them.

import { readFileSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";
import { inRoot } from "./paths.mjs";

/** Raw and brotli sizes in bytes of some files of the checkout together (each compressed alone). */
export function sizeOf(...paths) {
  const files = paths.map((path) => readFileSync(inRoot(path)));
  const sum = (measure) => files.reduce((total, bytes) => total + measure(bytes), 0);
  return { raw: sum((bytes) => bytes.length), brotli: sum((bytes) => brotliCompressSync(bytes).length) };
}

/** Bytes as "12.3 kB". */
export const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

/** Rows of texts as lines with aligned columns: the first to the left, the others to the right. */
export function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const pad = (text, column) => (column === 0 ? text.padEnd(widths[0]) : text.padStart(widths[column]));
  return rows.map((row) => `  ${row.map(pad).join("  ")}`.trimEnd()).join("\n");
}
