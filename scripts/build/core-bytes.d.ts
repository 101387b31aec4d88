/** 256 letters: the place of a letter is the byte that it stands for. */
declare module "virtual:core-alphabet" {
  const alphabet: string;
  export default alphabet;
}

/** The bytes of the core's module, one letter each. */
declare module "virtual:core-letters" {
  const letters: string;
  export default letters;
}

/** The SHA-256 of the core's module in hexadecimal. It names this build on a printed receipt. */
declare module "virtual:core-sha256" {
  const hash: string;
  export default hash;
}

/** Words in Fluent's format, as they are. */
declare module "*.ftl" {
  const text: string;
  export default text;
}

/** Lends the modules of main.js that panels.js borrows: see shared-modules.mjs. */
declare module "virtual:lent-modules";
