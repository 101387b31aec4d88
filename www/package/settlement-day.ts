/** A day of a settlement record, in the forms in which hospitals write it. */

/** 20250509, 20250509102133. */
const IN_FIGURES = /^(\d{4})(\d{2})(\d{2})(?:\d{6})?(?:[ T].*)?$/;
/** 2025-05-09, 2025/5/9 10:21, 2025.05.09, 2025年5月9日. */
const WITH_MARKS = /^(\d{4}) *[-/.年] *(\d{1,2}) *[-/.月] *(\d{1,2})(?:[ T].*| *日.*)?$/;

/** The day as `YYYY-MM-DD`; nothing where the text is none. */
export function dayIn(text: string): string | undefined {
  const [, year, month = "", date = ""] = IN_FIGURES.exec(text) ?? WITH_MARKS.exec(text) ?? [];
  if (year === undefined) return undefined;
  const day = `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`;
  const at = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day) ? day : undefined;
}
