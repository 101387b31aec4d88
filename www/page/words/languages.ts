/**
 * Where a language's words come from. Chinese is part of the page's script; any other language is a classic script of
 * its own beside it, so that a first visit carries one language, and so that it loads from `file://` and under
 * `connect-src 'none'` too.
 */

import type { Lang } from "./format";
import zh from "./zh.ftl";

declare global {
  /** Each language's script puts its words here. */
  var yibaoWords: Partial<Record<Lang, string>> | undefined;
}

const loading: Partial<Record<Lang, Promise<void>>> = {};

/** The folder of the page's script, known only while that script runs. */
const beside = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : document.baseURI;

/** A language's words; undefined until they are loaded. */
export function textOf(lang: Lang): string | undefined {
  return lang === "zh" ? zh : globalThis.yibaoWords?.[lang];
}

/** Resolves once the words are there; rejects where their script cannot be had, and may be tried again. */
export function loadLanguage(lang: Lang): Promise<void> {
  if (textOf(lang) !== undefined) return Promise.resolve();
  return (loading[lang] ??= new Promise<void>((resolve, reject) => {
    const script = document.createElement("script");
    script.src = new URL(`words-${lang}.js`, beside).href;
    script.onload = () => resolve();
    script.onerror = () => {
      delete loading[lang];
      reject(new Error(`no words at ${script.src}`));
    };
    document.head.append(script);
  }));
}
