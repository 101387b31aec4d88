// A static server for one folder, for this machine only.

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, resolve, sep } from "node:path";
import { brotliCompressSync } from "node:zlib";

const types = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".md": "text/plain; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json; charset=utf-8",
};

/**
 * Serves `folder` on a port (0: any free one) and gives `{ address, close }`. `headersFor(path)` may add headers to
 * the answer for a path such as "/index.html". `compress`: sends brotli, compressed once a file.
 */
export async function serve(folder, { port = 0, headersFor = () => ({}), compress = false } = {}) {
  const compressed = new Map();
  const server = createServer(async (request, response) => {
    const { status, headers, body } = await answer(folder, request, headersFor);
    const sent = compress ? brotli(compressed, request.url, body) : body;
    response.writeHead(status, { ...headers, ...(compress && { "content-encoding": "br" }) });
    response.end(request.method === "HEAD" ? undefined : sent);
  });
  await listen(server, port);
  return { address: `http://localhost:${server.address().port}/`, close: () => close(server) };
}

function brotli(compressed, url, body) {
  if (!compressed.has(url)) compressed.set(url, brotliCompressSync(body));
  return compressed.get(url);
}

function listen(server, port) {
  return new Promise((resolved, rejected) => {
    server.once("error", rejected);
    server.listen(port, "127.0.0.1", resolved);
  });
}

function close(server) {
  server.closeAllConnections();
  return new Promise((resolved) => server.close(resolved));
}

async function answer(folder, request, headersFor) {
  if (!["GET", "HEAD"].includes(request.method)) return refusal(405, "method not allowed");
  const path = fileOf(folder, request.url);
  if (path === null) return refusal(400, "bad address");
  try {
    const body = await readFile(path);
    const type = types[extname(path)] ?? "application/octet-stream";
    const inFolder = path.slice(resolve(folder).length).replaceAll(sep, "/");
    return { status: 200, headers: { "content-type": type, "cache-control": "no-cache", ...headersFor(inFolder) }, body };
  } catch (error) {
    if (!["ENOENT", "EISDIR", "ENOTDIR", "ENAMETOOLONG"].includes(error.code)) throw error;
    return refusal(404, "not found");
  }
}

const refusal = (status, words) => ({ status, headers: { "content-type": types[".txt"] }, body: `${status} ${words}\n` });

/** The file that an address names, or null if it is malformed or lies outside the folder. */
function fileOf(folder, url) {
  let path;
  try {
    path = decodeURIComponent(url.split(/[?#]/, 1)[0]);
  } catch {
    return null; // a broken %-escape
  }
  const file = resolve(join(folder, path.endsWith("/") ? `${path}index.html` : path));
  return file.startsWith(resolve(folder) + sep) && !file.includes("\0") ? file : null;
}
