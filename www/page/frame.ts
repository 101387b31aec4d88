/**
 * The page inside a frame of somebody else's. It says that it runs, how high it is and where the reader was led to, and
 * hears one thing: whether the host asked for answers. It neither knows nor asks who the host is.
 */

import { type FromFrame, isMessage } from "../embed/messages";

let framed = false;

/** The origin of a host that asked for answers. */
let listener: string | null = null;
let latest: unknown;

/** For the whole page; `content` is what the frame should be as high as. */
export function startFrame(content: Element): void {
  framed = window.parent !== window;
  if (!framed) return;
  const height = (): number => Math.ceil(content.getBoundingClientRect().bottom + window.scrollY);
  // In a tab, dialog or fold that is not open yet nothing is laid out, and the height is 0.
  let told: number | null = null;
  const tellHeight = (): void => {
    if (told !== null && told !== height()) say({ yibao: 1, type: "height", height: (told = height()) });
  };
  document.addEventListener("ready", () => say({ yibao: 1, type: "ready", height: (told = height()) }));
  new ResizeObserver(tellHeight).observe(content);
  window.addEventListener("resize", tellHeight);
  document.addEventListener("estimate", ({ detail }: CustomEventInit<unknown>) => tell(detail));
  window.addEventListener("message", ({ data, source, origin }: MessageEvent<unknown>) => {
    if (source !== window.parent || !isMessage(data) || data.type !== "host") return;
    listener = data["answers"] === true ? listenerAt(origin) : null;
    tell(latest);
    tellHeight();
  });
}

/** A host from a file or in a sandbox has no origin that a message could be addressed to. */
const listenerAt = (origin: string): string => (origin.startsWith("http") ? origin : "*");

/** The keyboard was put here; a frame as high as its content has nothing to scroll, so its host must. */
export function showInHost(element: Element): void {
  if (framed) say({ yibao: 1, type: "show", top: element.getBoundingClientRect().top });
}

function say(message: FromFrame, to = "*"): void {
  window.parent.postMessage(message, to);
}

function tell(answer: unknown): void {
  latest = answer;
  if (listener !== null && answer) say({ yibao: 1, type: "estimate", answer: JSON.stringify(answer) }, listener);
}
