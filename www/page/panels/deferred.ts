/**
 * What takes a while to compute comes after the page is drawn, and is kept until its question changes. What once took
 * long waits, the next time, until it is asked for: nobody's typing is held up by a picture.
 */

import { html, type TemplateResult } from "lit";
import type { View } from "../view/view";
import { memory } from "./memory";

/** Longer than this, in milliseconds, is felt. */
const FELT = 400;

interface Kept {
  key: string;
  value: unknown;
  waiting: string;
  slow: boolean;
}

const kept = memory<Map<string, Kept>>(() => new Map());

/** The value, or what to show until it is there. */
export function deferred<Value>(
  name: string,
  question: unknown,
  compute: () => Value,
  view: View,
): { value: Value } | { notYet: TemplateResult } {
  const { words, visit } = view;
  const all = kept(visit);
  const entry = all.get(name) ?? { key: "", value: null, waiting: "", slow: false };
  all.set(name, entry);
  const key = JSON.stringify(question);
  if (entry.key === key) return { value: entry.value as Value };
  const run = (): void => {
    if (entry.waiting !== key) return; // another question came meanwhile
    const begun = performance.now();
    Object.assign(entry, { key, value: compute(), waiting: "", slow: performance.now() - begun > FELT });
    view.redraw();
  };
  const start = (): void => {
    entry.waiting = key;
    requestAnimationFrame(() => window.setTimeout(() => visit.guard(run)));
  };
  if (entry.slow && entry.waiting !== key) {
    const ask = (): void => {
      start();
      view.redraw();
    };
    return {
      notYet: html`<p>${words.say("later-changed")}</p><p><button type="button" class="secondary"
          @click=${ask}>${words.say("later-again")}</button></p>`,
    };
  }
  if (!visit.pending && entry.waiting !== key) start();
  return { notYet: html`<p class="hint" role="status">${words.say("computing")}</p>` };
}
