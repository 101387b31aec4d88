/**
 * What people type, made into what the core reads: `１，２００ 元` → `1200`, `1.2万` → `12000`, `70%` → `0.7`.
 *
 * What cannot be understood is passed on as it was typed. The core then names the problem and its place, so that
 * there is one judge of what is right, not two.
 */

import { inThousands, monthNames, movePoint } from "../words/format";

/**
 * Full-width digits, commas, percent signs and `￥` become plain ones; so does the full stop that a Chinese keyboard
 * gives for a point. Characters that nobody sees (marks of direction, of width, of a line's end) come along when text
 * is copied, and go as spaces do.
 */
const plain = (typed: string): string => seen(typed).normalize("NFKC").replace(/。/g, ".").trim();

/** What a reader sees of a text. */
export const seen = (text: string): string =>
  text.replace(/[\t\n\r]/g, " ").replace(/[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}]/gu, "");

/** Nobody means an amount by more characters. To look for one in them would take the page too long. */
const LONGEST = 100;

const isTooLong = (text: string): boolean => text.length > LONGEST;

export function money(typed: string): string {
  if (isTooLong(typed)) return typed.trim();
  const text = plain(typed)
    .replace(/^(¥|rmb|cny|人民币)\s*/i, "")
    .replace(/\s*(元整|元|圆|块钱|块|yuan|rmb|cny)$/i, "")
    .replace(/\s/g, "")
    .replace(/w$/i, "万");
  // 3千, 3千2, 1万5, 1万5千: what stands last counts in the next place.
  const spoken = /^(?:(\d+)万)?(?:(\d)千(\d)?)$/.exec(text) ?? /^(\d+)万(\d)$/.exec(text);
  if (spoken) return `${spoken[1] ?? ""}${spoken[2]}${spoken[3] ?? "0"}00`.replace(/^0+(?=\d)/, "");
  const tenths = /^(\d+)[元块](\d)(?:角|毛)?(?:(\d)分)?$/.exec(text); // 1200块5, 12元5角3分
  if (tenths) return `${tenths[1]}.${tenths[2]}${tenths[3] ?? ""}`;
  const match = /^(\d+|\d{1,3}(?:,\d{3})+)?(?:\.(\d*))?(万)?$/.exec(text);
  if (!match || (match[1] === undefined && !match[2])) return typed.trim();
  const whole = (match[1] ?? "0").replace(/,/g, "");
  return movePoint(`${whole}.${match[2] ?? ""}`, match[3] ? 4 : 0);
}

/** A share, from a field that says `%` beside it: `70` and `70%` and `0.7` all mean 0.7. */
export function rate(typed: string): string {
  if (isTooLong(typed)) return typed.trim();
  const text = plain(typed).replace(/\s/g, "");
  const match = /^(\d+(?:\.\d+)?)(%?)$/.exec(text);
  if (!match?.[1]) return typed.trim();
  const meantAsShare = !match[2] && text.includes(".") && /^0*[01]\./.test(text) && Number(text) <= 1;
  return movePoint(match[1], meantAsShare ? 0 : -2);
}

export function wholeNumber(typed: string): number | string {
  if (isTooLong(typed)) return typed.trim();
  const text = plain(typed)
    .replace(/^[第满]\s*/, "")
    .replace(/\s*(周?岁|年|次|个月|月|级|years?( old)?|months?)$/i, "");
  return /^\d{1,9}$/.test(text) ? Number(text) : typed.trim();
}

/**
 * Year, month and day as three fields; a whole date typed or pasted into one of them is taken apart, and takes the
 * place of what stands in the others. A month may have its English name.
 */
export function date(year: string, month: string, day: string): string {
  if ([year, month, day].some(isTooLong)) return [year, month, day].map((part) => part.trim()).join("-");
  const parts = [year, month, day].map((part) => plain(part).replace(/\s*[年月日号]$/, ""));
  const whole = parts.map(wholeDate).find((found) => found !== null);
  if (whole) return date(...whole);
  parts[1] = monthByName(parts[1] ?? "");
  return parts.map((part, i) => (i > 0 && /^\d$/.test(part) ? `0${part}` : part.replace(/-/g, "."))).join("-");
}

type Parts = [year: string, month: string, day: string];

/** `2025-3-1`, `20250301`, `2025年3月1日`, `1 March 2025`, `Mar 1, 2025`; `25/3/1`, whose year the resident then mends. */
function wholeDate(text: string): Parts | null {
  const digits =
    /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? /^(\d{2}|\d{4})[^\da-z]{1,3}(\d{1,2})[^\da-z]{1,3}(\d{1,2})$/i.exec(text);
  if (digits) return [digits[1] ?? "", digits[2] ?? "", digits[3] ?? ""];
  const [, day = "", month = "", year = ""] =
    /^(\d{1,2})(?:st|nd|rd|th)?[\s-]*([a-z]+)[.,]?[\s-]*(\d{4})$/i.exec(text) ?? [];
  if (year) return [year, month, day];
  const [, name = "", of = "", at = ""] = /^([a-z]+)\.?\s*(\d{1,2})(?:st|nd|rd|th)?,?\s*(\d{4})$/i.exec(text) ?? [];
  return at ? [at, name, of] : null;
}

/** `March`, `mar`, `Sept.` → their numbers; anything else as it is. */
function monthByName(text: string): string {
  const name = text.toLowerCase().replace(/\.$/, "");
  const at = name.length < 3 ? -1 : monthNames.findIndex((month) => month.toLowerCase().startsWith(name));
  return at < 0 ? text : String(at + 1);
}

/** A date of which the year alone is wrong, because it has too few figures. */
export const hasShortYear = (stored: string): boolean => /^\d{1,3}-/.test(stored);

/** A stored amount as it stands in its field: `12345.6` → `12,345.6`; text that is no amount as it was typed. */
export function shownMoney(stored: string): string {
  if (isTooLong(stored) || !/^\d+(\.\d+)?$/.test(stored)) return stored;
  const [whole = "", fraction] = stored.split(".");
  return inThousands(whole) + (fraction === undefined ? "" : `.${fraction.padEnd(2, "0")}`);
}

export function shownRate(stored: string): string {
  return !isTooLong(stored) && /^\d+(\.\d+)?$/.test(stored) ? movePoint(stored, 2) : stored;
}
