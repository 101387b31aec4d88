/**
 * Keeps the page for when there is no network. On-line, everything comes from the network as if this were not there, so
 * that nobody is told the rules of last year. Off-line, the page comes from the copy that was made whole when this
 * version came, and the rules of a region from the last time that they were loaded. Regions that nobody chose are not
 * kept.
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
  addEventListener(type: "message", listener: (event: MessageEvent<unknown>) => void): void;
  addEventListener(type: string, listener: (event: Event) => void): void;
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
worker.addEventListener("message", (event) => (event as Event as WorkerEvent).waitUntil(keepNamed(event.data)));
worker.addEventListener("fetch", (event) => {
  const { request } = event as FetchEvent;
  if (request.method === "GET" && request.url.startsWith(scope)) (event as FetchEvent).respondWith(answer(request));
});

/** Scripts with the rules of one region: ours, what the library shows of it, an embedder's own; the list of places. */
const isChosen = (url: string): boolean =>
  /\/(policies\/(\d{6}|places)|library\/\d{6}|policy[\w.-]*)\.js$/.test(new URL(url).pathname);

/** The shell all or nothing: an interrupted download leaves the copy that was there. */
async function install(): Promise<void> {
  const cache = await caches.open(current);
  await cache.addAll(FILES.map((name) => fresh(scope + name)));
  const kept = await Promise.all((await olderCaches()).map(async (name) => (await caches.open(name)).keys()));
  await keepAll(kept.flat().map(({ url }) => url));
  await worker.skipWaiting();
}

async function cleanUp(): Promise<void> {
  await Promise.all((await olderCaches()).map((name) => caches.delete(name)));
  await worker.clients.claim();
}

const olderCaches = async (): Promise<string[]> =>
  (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== current);

const fresh = (url: string): Request => new Request(url, { cache: "no-cache" });

/** The page names what it loaded before this worker was there to see it. */
async function keepNamed(names: unknown): Promise<void> {
  if (Array.isArray(names)) await keepAll(names.map((name) => String(new URL(String(name), scope))));
}

async function keepAll(urls: string[]): Promise<void> {
  const cache = await caches.open(current);
  const wanted = urls.filter((url) => url.startsWith(scope) && isChosen(url));
  await Promise.all(wanted.map((url) => cache.add(fresh(url)).catch(() => undefined)));
}

async function answer(request: Request): Promise<Response> {
  const copy = await kept(request.url);
  try {
    const response = await (copy ? soon(fetch(request)) : fetch(request));
    if (response.ok && isChosen(request.url)) await keep(request, response.clone());
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

/** Where there is no room for a copy, what the network gave is used all the same. */
async function keep(request: Request, response: Response): Promise<void> {
  try {
    await (await caches.open(current)).put(request, response);
  } catch {
    return;
  }
}

function soon(response: Promise<Response>): Promise<Response> {
  return Promise.race([
    response,
    new Promise<never>((_, reject) => {
      setTimeout(() => reject(new Error("no network")), PATIENCE);
    }),
  ]);
}
