/** What to know about answers that came by a link or from a file. */

import { html, nothing, type TemplateResult } from "lit";
import type { Notice } from "../visit/link-reader";
import type { Visit } from "../visit/visit";
import type { Words } from "../words/words";

export function restoredNotices({ notices }: Visit, words: Words): TemplateResult | typeof nothing {
  if (notices.length === 0) return nothing;
  return html`<div class="restored"
      role="status">${notices.map((notice) => html`<p>${noticeText(notice, words)}</p>`)}</div>`;
}

/** Of one record among several, it begins with which one. */
function noticeText({ id, args, of }: Notice, words: Words): string {
  const text = words.say(id, args);
  if (of === undefined) return text;
  const { n, date, total } = of;
  const marks = [date && words.date(date), total && words.money(total)].filter((mark) => mark !== undefined);
  const record = words.say(marks.length > 0 ? "restored-of-marked" : "restored-of", { n, marks: words.list(marks) });
  return record + text;
}
