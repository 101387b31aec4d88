/** The desk's words on top of the page's. It is opened by few, so both languages are in its script. */

import pageEn from "../../page/words/en.ftl";
import { type Lang, Words } from "../../page/words/words";
import pageZh from "../../page/words/zh.ftl";
import en from "./en.ftl";
import zh from "./zh.ftl";

const texts: Record<Lang, string> = { zh: `${pageZh}\n${zh}`, en: `${pageEn}\n${en}` };
const made: Partial<Record<Lang, Words>> = {};

export const wordsIn = (lang: Lang): Words => (made[lang] ??= Words.from(lang, texts[lang]));
