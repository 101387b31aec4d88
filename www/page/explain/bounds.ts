/** What is on file for a value on a day. */

import type { Description, ValueVersion } from "../../package/types";
import type { View } from "../view/view";

export const versionOf = (id: string | undefined, date: string, { values }: Description): ValueVersion | undefined =>
  values
    .find((value) => value.id === id)
    ?.versions.find(({ from, to }) => (from ?? "") <= date && (to ?? "9999") >= date);

/** Nobody published it, entered it or says how much it can be: what the core goes by is the largest amount there is. */
export function isUnbounded(
  id: string | undefined,
  date: string,
  { visit, description }: Pick<View, "visit" | "description">,
): boolean {
  const version = versionOf(id, date, description);
  if (id === undefined || version === undefined || typeof visit.get(id) === "string") return false;
  return version.value === undefined && version.high === undefined;
}
