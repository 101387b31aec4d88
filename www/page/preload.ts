/**
 * The end of `policies/index.js`. Where the address asks for a region (`#region=370212`), the files of its chain are
 * fetched while the page's own script is still arriving. It is only a hint: the page loads them when it runs, as it
 * always does.
 */

import { chainOf, regionsWithFile } from "../package/chain";

const region = new URLSearchParams(location.hash.slice(1)).get("region");
const { currentScript } = document;

if (region && currentScript instanceof HTMLScriptElement && document.querySelector("[data-yibao-page]")) {
  for (const code of chainOf(region, regionsWithFile(globalThis.yibaoIndex ?? []))) {
    const link = document.createElement("link");
    link.rel = "preload";
    link.as = "script";
    link.href = new URL(`${code}.js`, currentScript.src).href;
    document.head.append(link);
  }
}
