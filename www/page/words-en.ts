/** English, as a script of its own: see words/languages.ts. */

import policies from "virtual:policies-english";
import en from "./words/en.ftl";

globalThis.yibaoWords = { ...globalThis.yibaoWords, en };
globalThis.yibaoPolicyWords = { ...globalThis.yibaoPolicyWords, en: policies };
