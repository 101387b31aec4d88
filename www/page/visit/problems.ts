/** Where on the form a problem of the core belongs. */

import type { Failure, Problem, Request } from "../../package/types";
import { questionOf } from "./birth";

export interface FieldProblem {
  /** The field's name as in the draft, `region`, or "" where no field can be named. */
  field: string;
  problem: Problem;
}

/** In the order of the page: the person stands above the bills. */
export function fieldProblems(failure: Failure, request: Request): FieldProblem[] {
  const found = failure.problems.map((problem) => ({ field: fieldOf(problem.path, request), problem }));
  const ofPerson = ({ field }: FieldProblem): boolean => !field.includes("/");
  return [...found.filter(ofPerson), ...found.filter((entry) => !ofPerson(entry))];
}

/** `/expenses/0/facts/self_paid` → `e1/self_paid`. */
export function fieldOf(path: string, request: Request): string {
  const [where, ...rest] = path
    .split("/")
    .slice(1)
    .map((step) => step.replace(/~1/g, "/").replace(/~0/g, "~"));
  switch (where) {
    case "region":
      return "region";
    case "facts":
      return questionOf(rest[0] ?? "");
    case "entered":
    case "readings":
      return rest[0] ?? "";
    case "year_to_date":
      return rest.join("/");
    case "expenses":
      return expenseField(rest, request);
    default:
      return "";
  }
}

function expenseField([index, member, name, part]: string[], request: Request): string {
  const id = request.expenses?.[Number(index)]?.id;
  if (id === undefined || member === undefined) return "";
  if (member === "facts") return name === undefined ? "" : `${id}/${name}`;
  if (member === "items" && name !== undefined) return `${id}/items/${name}/${part ?? "class"}`;
  if (member === "settled") return `${id}/settled/${name ?? "basic"}`;
  return `${id}/${member}`;
}
