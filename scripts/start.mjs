// `npm start [-- --port N]`: builds the page and serves it on this machine.

import { build } from "./build/all.mjs";
import { readOptions } from "./support/options.mjs";
import { dist } from "./support/paths.mjs";
import { main, Stop } from "./support/run.mjs";
import { serve } from "./support/serve.mjs";

const firstPort = 8080;
const lastPort = 8179;

await main(async () => {
  const wanted = wantedPort();
  await build();
  const { address } = wanted === null ? await serveOnFreePort() : await serveOn(wanted);
  console.log(`\nyibao runs at ${address} (stop it with Ctrl+C)`);
});

function wantedPort() {
  const { port } = readOptions({ port: { type: "string" } });
  if (port === undefined) return null;
  if (/^\d{1,5}$/.test(port) && Number(port) < 65536) return Number(port);
  throw new Stop(`--port takes a number up to 65535, not "${port}"`);
}

async function serveOn(port) {
  try {
    return await serve(dist, { port });
  } catch (error) {
    throw new Stop(`cannot serve on port ${port}: ${error.message}`);
  }
}

async function serveOnFreePort() {
  for (let port = firstPort; port <= lastPort; port += 1) {
    try {
      return await serve(dist, { port });
    } catch (error) {
      if (error.code !== "EADDRINUSE") throw error;
    }
  }
  throw new Stop(`every port from ${firstPort} to ${lastPort} is taken: name one with --port`);
}
