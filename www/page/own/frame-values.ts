/** The few numbers of a city's booklet that the national frame can do with: rate, deductible and ceiling. */

import type { Description, Estimate, ProgrammeDescription, ValueDescription } from "../../package/types";

/** What they are called in the frame, in the order in which a booklet is read. */
export const NUMBERS = ["rate", "deductible", "limit"] as const;

const FRAME = "000000/";

export const isOfFrame = (programme: string): boolean => programme.startsWith(FRAME);

/** Basic programmes of the frame that answer for a bill of this estimate and would be exact with the area's numbers. */
export function frameProgrammes(estimate: Estimate, description: Description): ProgrammeDescription[] {
  const applying = estimate.programmes.filter(
    ({ id, fund, verdict, lines }) => isOfFrame(id) && fund === "basic" && verdict === "applies" && lines.length > 0,
  );
  const ids = new Set(applying.map(({ id }) => id));
  return description.programmes.filter((one) => ids.has(one.id) && numbersOf(one.id, description).length > 0);
}

/** Its numbers, level by level. */
export function numbersOf(programme: string, { values }: Description): ValueDescription[] {
  const wanted = NUMBERS.map((name) => `${programme}/${name}`);
  return wanted.flatMap((id) =>
    values.filter((value) => value.enterable && (value.id === id || value.id.startsWith(`${id}@`))),
  );
}

/** `000000/employee-inpatient/rate@2` → `rate`, `2`. */
export function partsOf(id: string): { name: string; level: string } {
  const [, name = "", level = ""] = /\/([\w-]+)(?:@(.+))?$/.exec(id) ?? [];
  return { name, level };
}
