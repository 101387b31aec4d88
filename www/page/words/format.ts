/** Money, rates and dates as a reader expects them. Everything stays a decimal string: no arithmetic on floats. */

export type Lang = "zh" | "en";

export const locale = { zh: "zh-CN", en: "en" } as const satisfies Record<Lang, string>;

/**
 * `"12750.00"` → `¥12,750.00`, in both languages; more than two decimals (inside a working) are kept.
 * What is no decimal string comes back as it is.
 */
export function money(amount: string): string {
  const match = /^(\d+)(?:\.(\d+))?$/.exec(amount);
  if (!match) return amount;
  const [, whole = "", fraction = ""] = match;
  return `¥${inThousands(whole)}.${fraction.padEnd(2, "0")}`;
}

/** `"12750"` → `12,750`, in one pass: also where somebody typed very many figures. */
export function inThousands(whole: string): string {
  const first = whole.length % 3;
  const groups = whole.slice(first).match(/\d{3}/g) ?? [];
  return (first > 0 ? [whole.slice(0, first), ...groups] : groups).join(",");
}

/** `"0.655"` → `65.5%`, by moving the point and nothing else. */
export function rate(share: string): string {
  const match = /^(\d+)(?:\.(\d+))?$/.exec(share);
  if (!match) return share;
  return `${percentOf(share)}%`;
}

/** `"0.655"` → `65.5`. */
export function percentOf(share: string): string {
  return movePoint(share, 2);
}

/** Moves the decimal point of a plain decimal string to the right (or, negative, to the left). */
export function movePoint(decimal: string, places: number): string {
  const [whole = "", fraction = ""] = decimal.split(".");
  const at = whole.length + places;
  const digits = (whole + fraction).padEnd(at, "0");
  const padded = at < 1 ? digits.padStart(digits.length + 1 - at, "0") : digits;
  const point = Math.max(at, 1);
  const left = padded.slice(0, point).replace(/^0+(?=\d)/, "");
  const right = padded.slice(point).replace(/0+$/, "");
  return right === "" ? left : `${left}.${right}`;
}

/** `"2024-10-01"`, `"2025-06"` and `"2017"` in words. */
export function date(text: string, lang: Lang): string {
  const match = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(text);
  if (!match) return text;
  const [, year, month, day] = match;
  if (lang === "zh") return `${year}年${month ? `${Number(month)}月` : ""}${day ? `${Number(day)}日` : ""}`;
  return [day && String(Number(day)), month && monthNames[Number(month) - 1], year].filter(Boolean).join(" ");
}

export const monthNames = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
