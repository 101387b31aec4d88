/**
 * Parts of the page that load when they are needed: classic scripts beside the page's own, so that they also load from
 * `file://` and under `connect-src 'none'`.
 */

import { trustedScript } from "./trusted";

declare global {
  /** In the one-file page: the scripts that are inside already. */
  var yibaoInlined: string[] | undefined;
}

/** What is inside already may still be on its way through the parser. */
const parsed = new Promise<void>((resolve) => {
  if (document.readyState !== "loading") resolve();
  else document.addEventListener("DOMContentLoaded", () => resolve());
});

const loading = new Map<string, Promise<void>>();

/** The folder of the page's script, known only while that script runs; inside a page it has no address. */
const beside = (document.currentScript instanceof HTMLScriptElement && document.currentScript.src) || document.baseURI;

/** The address of a file that lies beside the page's script. */
export const addressOf = (name: string): string => new URL(name, beside).href;

/** A script that arrived, but only half of it or another one: it may be asked for again. */
export const forgetScript = (name: string): boolean => loading.delete(name);

/** Resolves once the script has run; rejects where it cannot be had, and may be tried again. */
export function loadScript(name: string): Promise<void> {
  if (globalThis.yibaoInlined?.includes(name)) return parsed;
  const known = loading.get(name);
  if (known) return known;
  const load = new Promise<void>((resolve, reject) => {
    const script = document.createElement("script");
    script.src = trustedScript(addressOf(name));
    script.onload = () => resolve();
    script.onerror = () => {
      loading.delete(name);
      reject(new Error(`nothing at ${script.src}`));
    };
    document.head.append(script);
  });
  loading.set(name, load);
  return load;
}
