/**
 * Where a language's words come from. Chinese is part of the page's script; any other language is a classic script of
 * its own, so that a first visit carries one language.
 */

import { loadScript } from "../scripts";
import type { Lang } from "./format";
import zh from "./zh.ftl";

declare global {
  /** The script of each language puts its words here. */
  var yibaoWords: Partial<Record<Lang, string>> | undefined;
}

/** A language's words; undefined until they are loaded. */
export function textOf(lang: Lang): string | undefined {
  return lang === "zh" ? zh : globalThis.yibaoWords?.[lang];
}

/** Resolves once the words are there; rejects where their script cannot be had, and may be tried again. */
export function loadLanguage(lang: Lang): Promise<void> {
  if (textOf(lang) !== undefined) return Promise.resolve();
  return loadScript(`words-${lang}.js`);
}
