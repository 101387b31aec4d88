/** The core's module with every function that a region's first answer needs, as text; the others only stop. */
declare module "virtual:core-first" {
  /** Parts of one core are `of` the same. */
  const part: { of: string; text: string[] };
  export default part;
}

/** The functions that answers and bills need beside these. */
declare module "virtual:core-bills" {
  /** Parts of one core are `of` the same. */
  const part: { of: string; text: string[] };
  export default part;
}

/** All others. */
declare module "virtual:core-rest" {
  /** Parts of one core are `of` the same. */
  const part: { of: string; text: string[] };
  export default part;
}

declare module "virtual:core-unpack" {
  /** A module from its text. */
  export function unpack(text: string[]): Uint8Array<ArrayBuffer>;
  /** A module with more functions: those that it lacks and the other has. */
  export function woven(module: Uint8Array, more: Uint8Array): Uint8Array<ArrayBuffer>;
}

declare module "virtual:core-glue" {
  export const estimate: typeof import("../../target/core/yibao.js").estimate;
  export const extremes: typeof import("../../target/core/yibao.js").extremes;
  export const alternatives: typeof import("../../target/core/yibao.js").alternatives;
  export const curve: typeof import("../../target/core/yibao.js").curve;
  export const regions: typeof import("../../target/core/yibao.js").regions;
  export const describe: typeof import("../../target/core/yibao.js").describe;
  export const addPolicies: typeof import("../../target/core/yibao.js").addPolicies;
  export const sha256: typeof import("../../target/core/yibao.js").sha256;
  /** Runs this module from now on, with these policies; what was added to another one before is gone. */
  export function start(bytes: Uint8Array<ArrayBuffer>, policies: string): Promise<void>;
}

/** The policies as the core's `usePolicies` takes them, with their texts in Chinese only. */
declare module "virtual:policies" {
  const packed: string;
  export default packed;
}

/** Of the texts of the policies in Chinese, by id, those that only explain. */
declare module "virtual:policies-explained" {
  const texts: Record<string, string>;
  export default texts;
}

/** All of them in English, by id. */
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
