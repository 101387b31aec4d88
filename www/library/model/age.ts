/** How long ago a document was published, as far as its date tells. */

export type Age = { unit: "new" } | { unit: "months" | "years"; n: number };

/** `date` is a year, a month or a day. Months up to two years, then whole years; a year alone gives years alone. */
export function ageOf(date: string, today: string): Age {
  const [year = 0, month, day] = date.split("-").map(Number);
  const [thisYear = 0, thisMonth = 1, thisDay = 1] = today.split("-").map(Number);
  if (month === undefined) return years(thisYear - year);
  const months = (thisYear - year) * 12 + thisMonth - month - (day !== undefined && thisDay < day ? 1 : 0);
  if (months < 1) return { unit: "new" };
  return months < 24 ? { unit: "months", n: months } : years(Math.floor(months / 12));
}

const years = (n: number): Age => (n < 1 ? { unit: "new" } : { unit: "years", n });

/** The same day a year earlier; 29 February gives 28 February. */
export function yearBefore(date: string): string {
  const [year = "", month = "", day = ""] = date.split("-");
  return `${String(Number(year) - 1).padStart(4, "0")}-${month}-${month === "02" && day === "29" ? "28" : day}`;
}
