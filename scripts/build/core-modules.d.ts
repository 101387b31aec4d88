/** The core's WebAssembly module. */
declare module "virtual:core-wasm" {
  const bytes: Uint8Array<ArrayBuffer>;
  export default bytes;
}

/** The SHA-256 of those bytes in hexadecimal: names this build on a printed receipt. */
declare module "virtual:core-sha256" {
  const hash: string;
  export default hash;
}

/** Words in Fluent's format, as text. */
declare module "*.ftl" {
  const text: string;
  export default text;
}
