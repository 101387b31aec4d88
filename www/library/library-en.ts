/** English, as a script of its own: see words/words.ts. */

import en from "./words/en.ftl";

globalThis.yibaoLibraryWords = { ...globalThis.yibaoLibraryWords, en };
