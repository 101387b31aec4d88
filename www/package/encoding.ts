/** Bytes as text. Hospital systems write UTF-8, with or without its mark, GBK, or what Windows calls Unicode. */

export interface ReadText {
  text: string;
  /** Named where it is not UTF-8. */
  encoding?: "GBK" | "UTF-16";
}

export function readText(bytes: Uint8Array): ReadText {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: decoded(bytes, "utf-16le"), encoding: "UTF-16" };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: decoded(bytes, "utf-16be"), encoding: "UTF-16" };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    return { text: decoded(bytes, "gb18030"), encoding: "GBK" };
  }
}

const decoded = (bytes: Uint8Array, encoding: string): string => new TextDecoder(encoding).decode(bytes);
