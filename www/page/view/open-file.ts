/** Going on with answers that were saved to a file. */

import { html, type TemplateResult } from "lit";
import type { Words } from "../words/words";
import { focusOn } from "./focus";

/** `place` tells two of them on one page apart. */
export function openFile(words: Words, place: string, restore: (text: string) => void): TemplateResult {
  const open = async (event: Event): Promise<void> => {
    const input = event.target as HTMLInputElement;
    const root = input.closest(".yb");
    const file = input.files?.[0];
    if (!file) return;
    const text = await file.text().catch(() => "");
    input.value = ""; // the same file may be opened again
    restore(text);
    await new Promise((resolve) => { requestAnimationFrame(resolve); });
    focusOn(root?.querySelector("#headline") ?? root?.querySelector(".restored") ?? null);
  };
  return html`<p id="${place}-open-hint">${words.say("open-file-text")}</p>
    <p class="actions"><input type="file" id="${place}-open" accept=".json,application/json" aria-describedby="${place}-open-hint" aria-label=${words.say("open-file")} @change=${open}></p>`;
}
