/** Going on with answers that were saved to a file, or with a hospital's settlement record, opened or pasted. */

import { html, nothing, type TemplateResult } from "lit";
import type { Words } from "../words/words";
import { focusOn } from "./focus";

/** Takes a text, or the bytes of a file in any encoding. */
export type Restore = (content: string | Uint8Array) => Promise<void>;

/**
 * The browser's own button would speak the browser's language: it lies unseen over ours. `hint`: what is lost by it.
 */
export function openFile(words: Words, hint: string, restore: Restore): TemplateResult {
  const open = async (event: Event): Promise<void> => {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    if (!file) return;
    const content = await file.arrayBuffer().catch(() => new ArrayBuffer(0));
    input.value = ""; // the same file may be opened again
    await restored(input, restore(new Uint8Array(content)));
  };
  const paste = async (event: Event): Promise<void> => {
    const button = event.target as HTMLElement;
    const area = button.closest("details")?.querySelector("textarea");
    if (!area?.value.trim()) return;
    const text = area.value;
    area.value = "";
    await restored(button, restore(text));
  };
  return html`${hint ? html`<p>${hint}</p>` : nothing}
    <p class="actions"><label class="file"><input type="file" accept=".json,.txt,application/json,text/plain"
        @change=${open}>${words.say("open-file")}</label></p>
    <details class="more paste"><summary>${words.say("paste")}</summary>
      <p class="hint">${words.say("paste-hint")}</p>
      <textarea rows="5" spellcheck="false" autocomplete="off" aria-label=${words.say("paste")}></textarea>
      <p class="actions"><button type="button" class="secondary" @click=${paste}>${words.say("paste-take")}</button></p>
    </details>`;
}

/** The keyboard goes to what came of it. */
async function restored(near: HTMLElement, done: Promise<void>): Promise<void> {
  const root = near.closest(".yb");
  await done;
  await new Promise((resolve) => {
    requestAnimationFrame(resolve);
  });
  focusOn(root?.querySelector("#headline") ?? root?.querySelector(".restored") ?? null);
}
