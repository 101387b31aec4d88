/** Going on with answers that were saved to a file. */

import { html, nothing, type TemplateResult } from "lit";
import type { Words } from "../words/words";
import { focusOn } from "./focus";

/**
 * The browser's own button would speak the browser's language: it lies unseen over ours. `hint`: what is lost by it.
 */
export function openFile(words: Words, hint: string, restore: (text: string) => void): TemplateResult {
  const open = async (event: Event): Promise<void> => {
    const input = event.target as HTMLInputElement;
    const root = input.closest(".yb");
    const file = input.files?.[0];
    if (!file) return;
    const text = await file.text().catch(() => "");
    input.value = ""; // the same file may be opened again
    restore(text);
    await new Promise((resolve) => {
      requestAnimationFrame(resolve);
    });
    focusOn(root?.querySelector("#headline") ?? root?.querySelector(".restored") ?? null);
  };
  return html`${hint ? html`<p>${hint}</p>` : nothing}
    <p class="actions"><label class="file"><input type="file" accept=".json,application/json"
        @change=${open}>${words.say("open-file")}</label></p>`;
}
