/** English, as a script of its own: see words/languages.ts. */

import en from "./words/en.ftl";

globalThis.yibaoWords = { ...globalThis.yibaoWords, en };
