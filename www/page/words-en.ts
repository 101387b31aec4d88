/** English, as a script of its own: see words/languages.ts. */

import policies from "virtual:policies-english";
import bills from "./bills/en.ftl";
import explain from "./explain/en.ftl";
import restored from "./restored/en.ftl";
import en from "./words/en.ftl";

globalThis.yibaoWords = { ...globalThis.yibaoWords, en: [en, bills, explain, restored].join("\n") };
globalThis.yibaoPolicyWords = { ...globalThis.yibaoPolicyWords, en: policies };
