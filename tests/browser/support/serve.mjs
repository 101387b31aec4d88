// Servers for the tests, each on a free port of this machine.

import { fileURLToPath } from "node:url";
import { dist } from "../../../scripts/support/paths.mjs";
import { serve } from "../../../scripts/support/serve.mjs";

/** Serves the built page: `{ address, close }`. `headersFor(path)` may add headers, as a strict host would. */
export const serveDist = (headersFor) => serve(dist, { headersFor });

/** Serves a folder of pages that lies beside the test: `serveFolder(new URL("hosts/", import.meta.url))`. */
export const serveFolder = (url, headersFor) => serve(fileURLToPath(url), { headersFor });
