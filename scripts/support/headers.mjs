// The headers that a server should send with dist/: what `npm start` and the tests send, and what the examples for nginx
// and Apache say. Everything works without them; with them the page's promise is the server's, too.

import { readFileSync } from "node:fs";
import { inRoot } from "./paths.mjs";

/** For every file. Nothing here is secret, so that any page may include it, also one that isolates itself (COEP). */
export const everywhere = {
  "Cache-Control": "no-cache", // asks whether there is a newer one, and then uses its copy
  "Access-Control-Allow-Origin": "*",
  "Cross-Origin-Resource-Policy": "cross-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
};

/**
 * The policy that the page carries itself, too, but for what makes a script of an address (Trusted Types): that is only
 * the page's own, and the pages beside it go without.
 */
const pagePolicy = () =>
  /http-equiv="Content-Security-Policy" content="([^"]+?)(; require-trusted-types-for [^"]*)?"/.exec(readFileSync(inRoot("www/page/index.html"), "utf8"))[1];

/** Where a file needs a policy: by the end of its address. The one-file page carries its own, with hashes. */
export const policies = () => ({
  "sw.js": "default-src 'none'; connect-src 'self'",
  "configurator.html": `${pagePolicy()}; frame-src 'self'`, // the preview
  "yibao.html": null,
  "": pagePolicy(),
});

/** The headers for one address. */
export function headersFor(path) {
  const [, policy] = Object.entries(policies()).find(([end]) => path.endsWith(`/${end}`) || end === "");
  return policy === null ? everywhere : { ...everywhere, "Content-Security-Policy": policy };
}
