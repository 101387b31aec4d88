/** Files from the officer's own disk, and back to it. */

import type { Both, Decoded } from "../types";

export interface Taken {
  name: string;
  kind: "policy" | "cases";
  text: string;
  /** Why it is no text; nothing where it is one. */
  why: Both | null;
}

/** What was opened or dropped. A file of cases is told by what is in it. */
export async function readDropped(files: Iterable<File>, decode: (bytes: Uint8Array) => Decoded): Promise<Taken[]> {
  return Promise.all(
    Array.from(files, async (file) => {
      const { text, why } = decode(new Uint8Array(await file.arrayBuffer()));
      const kind = /^\s*\{\s*"cases"/.test(text ?? "") ? "cases" : "policy";
      return { name: file.name, kind, text: text ?? "", why } as const;
    }),
  );
}

/** Hands a text to the browser to be saved. Gives its name. */
export const saveText = (name: string, text: string): string => saveFile(name, text, "application/json");

/** Hands a file to the browser to be saved. Gives its name. */
export function saveFile(name: string, content: BlobPart, type: string): string {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  return name;
}
