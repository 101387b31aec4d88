/** The core's module with every function that a first answer needs; the others only stop. */
declare module "virtual:core-first" {
  const bytes: Uint8Array<ArrayBuffer>;
  export default bytes;
}

/** The functions that are left out of the first part. */
declare module "virtual:core-rest" {
  const bytes: Uint8Array<ArrayBuffer>;
  export default bytes;
}

/** The whole module from both parts. */
declare module "virtual:core-woven" {
  export default function woven(first: Uint8Array, rest: Uint8Array): Uint8Array<ArrayBuffer>;
}

/** The policies as the core's `usePolicies` takes them, with their texts in Chinese only. */
declare module "virtual:policies" {
  const packed: string;
  export default packed;
}

/** The same texts in English, by id. */
declare module "virtual:policies-english" {
  const texts: Record<string, string>;
  export default texts;
}

/** The SHA-256 of the core's `.wasm` in hexadecimal: names this build on a printed receipt. */
declare module "virtual:core-sha256" {
  const hash: string;
  export default hash;
}

/** Words in Fluent's format, as the lines that scripts/build/words.mjs makes of them. */
declare module "*.ftl" {
  const text: string;
  export default text;
}
