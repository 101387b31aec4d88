/**
 * The library's words: its own on top of the page's. A language other than Chinese is a script beside the library's
 * own.
 */

import { loadScript } from "../../page/scripts";
import { loadLanguage, textOf } from "../../page/words/languages";
import { type Lang, Words } from "../../page/words/words";
import zh from "./zh.ftl";

declare global {
  /** Each language's script puts its words here. */
  var yibaoLibraryWords: Partial<Record<Lang, string>> | undefined;
}

const made: Partial<Record<Lang, Words>> = {};

const ownText = (lang: Lang): string | undefined => (lang === "zh" ? zh : globalThis.yibaoLibraryWords?.[lang]);

/** The words of a language, or the Chinese ones until it is loaded. */
export function wordsIn(lang: Lang): Words {
  const [shared, own] = [textOf(lang), ownText(lang)];
  if (shared === undefined || own === undefined) return wordsIn("zh");
  return (made[lang] ??= Words.from(lang, `${shared}\n${own}`));
}

/** Resolves once both are there. */
export function loadWords(lang: Lang): Promise<unknown> {
  if (lang === "zh") return Promise.resolve();
  return Promise.all([loadLanguage(lang), ownText(lang) === undefined ? loadScript(`library-${lang}.js`) : undefined]);
}
