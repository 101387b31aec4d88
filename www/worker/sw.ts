/**
 * Keeps the page for when there is no network. On-line, everything comes from the network as if this were not there, so
 * that nobody is told the rules of last year; off-line, from the copy that was made whole when this version came.
 */

/** Put in by the build: what is kept, and a name for exactly this content. */
declare const FILES: readonly string[];
declare const VERSION: string;

interface WorkerEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface FetchEvent extends WorkerEvent {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Worker extends EventTarget {
  registration: { scope: string };
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
}

const worker = self as unknown as Worker;
const { scope } = worker.registration;

/** Other things on this origin have caches, too: ours begin with our folder. */
const prefix = `yibao ${scope} `;
const current = prefix + VERSION;

/** A network that answers no sooner counts as none. */
const PATIENCE = 5000;

worker.addEventListener("install", (event) => (event as WorkerEvent).waitUntil(install()));
worker.addEventListener("activate", (event) => (event as WorkerEvent).waitUntil(cleanUp()));
worker.addEventListener("fetch", (event) => {
  const { request } = event as FetchEvent;
  if (request.method === "GET" && request.url.startsWith(scope)) (event as FetchEvent).respondWith(answer(request));
});

/** All or nothing: an interrupted download leaves the copy that was there. */
async function install(): Promise<void> {
  const cache = await caches.open(current);
  await cache.addAll(FILES.map((name) => new Request(scope + name, { cache: "no-cache" })));
  await worker.skipWaiting();
}

async function cleanUp(): Promise<void> {
  const old = (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== current);
  await Promise.all(old.map((name) => caches.delete(name)));
  await worker.clients.claim();
}

async function answer(request: Request): Promise<Response> {
  const copy = await kept(request.url);
  try {
    const response = await (copy ? soon(fetch(request)) : fetch(request));
    // An embedder's own policy is not in the list; it is kept when it comes by.
    if (!copy && response.ok && request.destination === "script") await keep(request, response.clone());
    return response;
  } catch (cause) {
    if (copy) return copy;
    throw cause;
  }
}

async function kept(url: string): Promise<Response | undefined> {
  const { origin, pathname } = new URL(url);
  const address = origin + pathname + (pathname.endsWith("/") ? "index.html" : "");
  return (await caches.open(current)).match(address);
}

async function keep(request: Request, response: Response): Promise<void> {
  await (await caches.open(current)).put(request, response);
}

function soon(response: Promise<Response>): Promise<Response> {
  return Promise.race([
    response,
    new Promise<never>((_, reject) => {
      setTimeout(() => reject(new Error("no network")), PATIENCE);
    }),
  ]);
}
