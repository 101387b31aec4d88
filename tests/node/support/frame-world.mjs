// As much of a browser as embed.js and the framed page talk by, so that thousands of messages take a second.
// What browsers make of them is tested in tests/browser/messages.test.mjs.

import { createContext, runInContext } from "node:vm";
import esbuild from "esbuild";
import { inRoot, root } from "../../../scripts/support/paths.mjs";

async function bundled(contents) {
  const { outputFiles } = await esbuild.build({ absWorkingDir: root, stdin: { contents, resolveDir: root, loader: "ts" }, bundle: true, write: false, format: "iife", tsconfig: inRoot("tsconfig.json") });
  return outputFiles[0].text;
}

class Place extends EventTarget {
  listeners = [];
  addEventListener(type, listener) { if (type === "message") this.listeners.push(listener); else super.addEventListener(type, listener); }
  hear(message) { for (const listener of this.listeners) listener(message); }
}

const around = { URL, URLSearchParams, CustomEvent, Event, ResizeObserver: class { observe() {} }, JSON, console };

/** A host's page with our frame in it: `hear(message)`, `frame`, `told` (what the host's page heard), `scrolled`. */
export async function hostPage(dataset) {
  const window = Object.assign(new Place(), { innerHeight: 800, scrolled: [] });
  window.scrollBy = (_, by) => window.scrolled.push(by);
  class Script { dataset = dataset; src = "https://tools.example/yibao/embed.js"; previousElementSibling = null; after(frame) { window.frame = frame; } }
  const contentWindow = { said: [], postMessage: (message) => contentWindow.said.push(message) };
  const told = [];
  class Frame {
    style = { setProperty() {} }; contentWindow = contentWindow; clientWidth = 300;
    setAttribute() {} getAttribute() { return null; } getRootNode() { return { activeElement: this }; } getBoundingClientRect() { return { top: 0 }; }
    dispatchEvent({ detail }) { told.push(detail); }
  }
  const document = { currentScript: new Script(), head: { contains: () => false }, createElement: () => new Frame() };
  runInContext(await bundled('import "./www/embed/embed.ts";'), createContext({ ...around, window, document, HTMLScriptElement: Script, HTMLAnchorElement: class {} }));
  return { hear: (message) => window.hear(message), frame: window.frame, told, scrolled: window.scrolled, own: contentWindow, origin: "https://tools.example" };
}

/** Our page in a host's frame: `hear(message)`, `answer(estimate)`, `said` (every `[message, target]`). */
export async function framedPage() {
  const parent = { said: [], postMessage: (message, target) => parent.said.push([message, target]) };
  const window = Object.assign(new Place(), { parent, scrollY: 0 });
  const document = new EventTarget();
  runInContext(await bundled('import { startFrame } from "./www/page/frame.ts"; startFrame(globalThis.content);'),
    createContext({ ...around, window, document, content: { getBoundingClientRect: () => ({ bottom: 100 }) } }));
  document.dispatchEvent(new Event("ready"));
  return { hear: (message) => window.hear(message), answer: (detail) => document.dispatchEvent(new CustomEvent("estimate", { detail })), said: parent.said, parent };
}
