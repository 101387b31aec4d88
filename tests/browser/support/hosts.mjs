// Other people's pages, on another site than ours.

import { createServer } from "node:http";
import { headersFor } from "../../../scripts/support/headers.mjs";
import { dist } from "../../../scripts/support/paths.mjs";
import { serve } from "../../../scripts/support/serve.mjs";

/**
 * Serves pages: `pages` maps a path such as "/strict" to `{ headers?, html }`, html a text or bytes. The address is an IP
 * address where ours is a name, so that the two are never the same site.
 */
export async function serveHosts(pages) {
  const server = createServer((request, response) => {
    const page = pages[request.url.split("?")[0]];
    response.writeHead(page ? 200 : 404, { "content-type": "text/html; charset=utf-8", ...page?.headers });
    response.end(page?.html ?? "not found");
  });
  await new Promise((resolve) => { server.listen(0, "127.0.0.1", resolve); });
  return {
    address: `http://127.0.0.1:${server.address().port}`,
    close: () => { server.closeAllConnections(); return new Promise((resolve) => { server.close(resolve); }); },
  };
}

/** A server that adds nothing of ours and does not say in which encoding its scripts are. */
export const bare = (_headers, path) => (path.endsWith(".js") ? { "content-type": "text/javascript" } : {});

/** Serves dist/ with the headers of our examples, changed by `change(headers, path)`; `asked` are the paths that were asked for. */
export async function serveSite(change = (headers) => headers) {
  const asked = [];
  const { address, close } = await serve(dist, { headersFor: (path) => { asked.push(path); return change(headersFor(path), path); } });
  return { address, close, asked };
}
