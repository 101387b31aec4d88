/** What to know about a bill's day: that it is still to come, or that it is before every rule on file. */

import type { Description, ProgrammeDescription } from "../../package/types";
import type { View } from "../view/view";
import { serviceOf } from "../visit/request";

export function dateNote(expense: string, { visit, words, description }: View): string {
  const bill = visit.draft.expense(expense);
  const day = bill?.answers.get("date");
  if (
    !bill ||
    typeof day !== "string" ||
    !/^\d{4}-\d\d-\d\d$/.test(day) ||
    visit.problemsOf(`${expense}/date`).length > 0
  )
    return "";
  if (day > visit.askedOn) return words.say("date-later", { today: visit.askedOn });
  const first = firstDay(String(serviceOf(bill)), description);
  return first !== undefined && day < first ? words.say("date-earlier", { first }) : "";
}

/** From when on the earliest rule for this kind of care is on file. Days, months and years compare as texts. */
function firstDay(service: string, description: Description): string | undefined {
  return description.programmes
    .filter(({ kind, services }) => kind === "reimbursement" && services.some((id) => id === service))
    .flatMap((programme) => knownFrom(programme, description) ?? [])
    .sort()[0];
}

/** As its file says; where it does not, no earlier than the documents that it rests on. */
function knownFrom(programme: ProgrammeDescription, { values, sources }: Description): string | undefined {
  if (programme.known_from ?? programme.began) return programme.known_from ?? programme.began;
  const starts = values
    .filter((value) => value.programme === programme.id)
    .flatMap(({ versions }) => versions.flatMap(({ from }) => from ?? []));
  const dates = sources.filter(({ id }) => programme.sources.includes(id)).map(({ date }) => date);
  return [...starts, ...dates].filter(Boolean).sort()[0];
}
