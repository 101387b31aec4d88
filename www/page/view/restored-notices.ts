/** What to know about answers that came by a link or from a file. */

import { html, nothing, type TemplateResult } from "lit";
import type { Visit } from "../visit/visit";
import type { Words } from "../words/words";

export function restoredNotices({ notices }: Visit, words: Words): TemplateResult | typeof nothing {
  if (notices.length === 0) return nothing;
  return html`<div class="restored"
      role="status">${notices.map(({ id, args }) => html`<p>${words.say(id, args)}</p>`)}</div>`;
}
