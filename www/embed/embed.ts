/**
 * `embed.js`, for pages of other people: puts the estimator into a frame where its script tag stands.
 *
 *     <a href="…/yibao/index.html">…</a>
 *     <script src="…/yibao/embed.js" data-region="370212" async></script>
 *
 * The link before the tag goes out of sight only once the page in the frame says that it runs and how high it is.
 * Wherever it does not, for whatever reason, nothing is seen of the frame and the link stays. Guide: docs/embedding.md.
 */

import { type FromHost, isMessage } from "./messages";

/** What travels to the page, in the fragment of its address, which no server ever sees. */
const SETTINGS = ["region", "regions", "lang", "theme", "elder", "accent", "situation", "policy", "mode", "asked-on"];

/** No page of ours is higher; a number beyond it is a mistake of somebody's. */
const HIGHEST = 200_000;

/**
 * What the page makes use of; with `allow-scripts` alone it answers, but opens no sources, prints and saves nothing.
 */
const SANDBOX = "allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads allow-modals";

const script = document.currentScript;
if (script instanceof HTMLScriptElement) {
  if (document.head.contains(script))
    console.error("yibao: embed.js goes where the estimate should stand, not into the head of the page");
  else embed(script);
}

function embed(tag: HTMLScriptElement): void {
  const link = linkBefore(tag);
  const frame = frameFor(tag.dataset, new URL(pageFor(tag.dataset), tag.src));
  frame.title = tag.dataset["title"] ?? link?.textContent?.trim() ?? "yibao \u00b7 医保报销估算";
  const hello: FromHost = { yibao: 1, type: "host", answers: "answers" in tag.dataset };
  const greet = (): void => frame.contentWindow?.postMessage(hello, "*"); // to this very frame, and no secret
  const show = (height: unknown): void => {
    if (typeof height !== "number" || !(height > 0 && height < HIGHEST)) return; // NaN is none either
    reveal(frame, link);
    frame.style.height = `${Math.ceil(height)}px`;
  };
  let isRunning = false;

  window.addEventListener("message", ({ data, source, origin }: MessageEvent<unknown>) => {
    if (source === null || source !== frame.contentWindow || !isOriginOf(frame, origin) || !isMessage(data)) return;
    if (data.type === "ready") {
      isRunning = true;
      show(data["height"]);
      greet();
    }
    if (data.type === "height" && isRunning) show(data["height"]);
    if (data.type === "show") bringIntoSight(frame, data["top"]);
    if (data.type === "estimate" && "answers" in tag.dataset) tell(frame, data["answer"]);
  });
  tag.after(frame);
  onceLaidOut(frame, () => isRunning && greet());
}

/**
 * In a tab, dialog or fold that is not open yet the page in the frame has no height. Asked again when it opens, it
 * tells it: some browsers do not lay out a frame without height on their own.
 */
function onceLaidOut(frame: HTMLIFrameElement, act: () => void): void {
  let isLaidOut = false;
  new ResizeObserver(() => {
    const before = isLaidOut;
    isLaidOut = frame.clientWidth > 0;
    if (isLaidOut && !before) act();
  }).observe(frame);
}

/**
 * In a sandbox Safari takes nothing for `'self'`, so there it is the one-file page, whose policy names its scripts by
 * hash. It takes no policy of the host's, though; with one, Safari's readers keep the link.
 */
function pageFor({ sandbox, policy }: DOMStringMap): string {
  return sandbox !== undefined && !sandbox.includes("allow-same-origin") && policy === undefined
    ? "yibao.html"
    : "index.html";
}

function frameFor(data: DOMStringMap, address: URL): HTMLIFrameElement {
  const frame = document.createElement("iframe");
  const settings = new URLSearchParams();
  for (const name of SETTINGS) {
    const value = data[name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())];
    if (value !== undefined) settings.set(name, value);
  }
  if (data["prefill"]) settings.set("answers", data["prefill"]);
  address.hash = settings.toString();
  frame.referrerPolicy = "no-referrer";
  frame.allow = "clipboard-write"; // copying the link that the resident makes
  if (data["sandbox"] !== undefined) frame.setAttribute("sandbox", data["sandbox"] || SANDBOX);
  hide(frame, data["maxWidth"]);
  frame.src = address.href;
  return frame;
}

/**
 * There and laid out, but neither seen, heard nor reached by keyboard. By the object model: hosts forbid style
 * attributes.
 */
function hide(frame: HTMLIFrameElement, maxWidth: string | undefined): void {
  const look = { display: "block", width: "100%", height: "0", border: "0", margin: "0", visibility: "hidden" };
  Object.assign(frame.style, look);
  if (maxWidth && /^\d+$/.test(maxWidth)) frame.style.maxWidth = `${maxWidth}px`;
}

function reveal(frame: HTMLIFrameElement, link: HTMLElement | null): void {
  frame.style.visibility = "";
  link?.style.setProperty("display", "none", "important");
}

/** The link that was pasted with this tag: right before it, or in the paragraph right before it. */
function linkBefore(tag: HTMLElement): HTMLElement | null {
  const before = tag.previousElementSibling;
  const inParagraph = before?.matches("p") && before.children.length === 1;
  const link = inParagraph ? before.querySelector("a") : before;
  return link instanceof HTMLAnchorElement ? link : null;
}

/** A frame in a sandbox, and a file in Firefox, have the origin "null"; a file in Chromium has "file://". */
function isOriginOf(frame: HTMLIFrameElement, origin: string): boolean {
  const sandbox = frame.getAttribute("sandbox");
  if (sandbox !== null && !sandbox.includes("allow-same-origin")) return origin === "null";
  const own = new URL(frame.src);
  return origin === own.origin || (own.protocol === "file:" && (origin === "null" || origin === "file://"));
}

/** Only where the reader is in the frame: nothing else may move the host's page. */
function bringIntoSight(frame: HTMLIFrameElement, top: unknown): void {
  if (typeof top !== "number" || !Number.isFinite(top)) return;
  if ((frame.getRootNode() as Document | ShadowRoot).activeElement !== frame) return;
  const at = frame.getBoundingClientRect().top + top;
  if (at < 0 || at > window.innerHeight / 2) window.scrollBy(0, at - 24);
}

function tell(frame: HTMLIFrameElement, answer: unknown): void {
  const detail = typeof answer === "string" ? objectIn(answer) : null;
  if (detail !== null) frame.dispatchEvent(new CustomEvent("estimate", { detail, bubbles: true }));
}

/** Null where the text is no JSON object: then nothing is told. */
function objectIn(text: string): object | null {
  try {
    const content: unknown = JSON.parse(text);
    return typeof content === "object" ? content : null;
  } catch {
    return null;
  }
}
