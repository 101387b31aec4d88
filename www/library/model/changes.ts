/**
 * What differs in one region between two days: programmes that began, rules that became known, values with other
 * figures.
 */

import type { ProgrammeDescription, ValueDescription, ValueVersion } from "../../package/types";
import type { Shelf } from "./data";
import { covers } from "./tables";

export interface Change {
  programme: ProgrammeDescription;
  /** The day on which it began, if that lies between. */
  began?: string;
  /** The first day of which its rule is on file, if that lies between. */
  known?: string;
  values: ValueChange[];
}

export interface ValueChange {
  value: ValueDescription;
  before: ValueVersion;
  after: ValueVersion;
  /** Only the document is another one. */
  sameFigure: boolean;
}

/** From the end of `from` to the end of `to`: what is new on `to` counts, what was new on `from` does not. */
export function changesBetween(from: string, to: string, shelf: Shelf): Change[] {
  return shelf.programmes.map((programme) => changeOf(programme, from, to, shelf)).filter(isChange);
}

const isChange = ({ began, known, values }: Change): boolean =>
  began !== undefined || known !== undefined || values.length > 0;

function changeOf(programme: ProgrammeDescription, from: string, to: string, { values }: Shelf): Change {
  const between = (day: string | undefined): day is string => day !== undefined && day > from && day <= to;
  const { began, known_from: known } = programme;
  return {
    programme,
    ...(between(began) && { began }),
    ...(between(known) && { known }),
    values: values.filter((value) => value.programme === programme.id).flatMap((value) => valueChange(value, from, to)),
  };
}

/** A value that is first known with its programme is part of that news, and no change of its own. */
function valueChange(value: ValueDescription, from: string, to: string): ValueChange[] {
  const [before, after] = [from, to].map((day) => value.versions.find((version) => covers(version, day)));
  if (!before || !after || (figureOf(before) === figureOf(after) && before.source === after.source)) return [];
  return [{ value, before, after, sameFigure: figureOf(before) === figureOf(after) }];
}

/** What a version says, whatever its days and its source. */
const figureOf = ({ status, value, low, high, suggested }: ValueVersion): string =>
  JSON.stringify([status === "reported" ? "announced" : status, value, low, high, suggested]);
