/** Whatever the form may ask, by its name: also the members of a bill and what a slip says, which are no facts. */

import type { Fund } from "../../package/types";
import { stayField } from "../bills/circumstances";
import { className, isOfItem, itemField } from "../bills/item-fields";
import { yearField } from "../bills/year-field";
import type { DraftExpense } from "../visit/draft";
import { BORNE } from "../visit/link";
import { needsTotal, serviceOf } from "../visit/request";
import { meantFirst, situationOf } from "../visit/situation";
import { isOfYear } from "../visit/year-before";
import { type Field, fieldOf } from "./fields";
import type { View } from "./view";

export function anyField(key: string, view: View): Field | null {
  if (isOfYear(key)) return yearField(key, view);
  const expense = view.visit.draft.expense(key.slice(0, key.indexOf("/")));
  const name = key.slice(key.indexOf("/") + 1);
  if (!expense) return fieldOf(key, view);
  if (name === "same_stay_as") return stayField(expense, view);
  if (isOfItem(name))
    return itemField(key, view, className(String(expense.answers.get(name.replace(/[^/]+$/, "class"))), view));
  if (name.startsWith(BORNE)) return borneField(key, view);
  return (
    members(expense, view).find((field) => field.key === key) ??
    (name.startsWith("settled/")
      ? settledField(expense, name.slice("settled/".length) as Fund, view)
      : fieldOf(key, view))
  );
}

/** What every expense has: members of the expense in the contract, not facts. */
export function members(expense: DraftExpense, { visit, words, description }: View): Field[] {
  const service = serviceOf(expense);
  const common = { options: [], suggested: [], unknowable: false };
  const meant = situationOf(visit.situation)?.services ?? [];
  const services = description.services.filter(({ programmes }) => programmes.length > 0);
  const optional = service !== undefined && !needsTotal(expense, description);
  return [
    {
      ...common,
      key: `${expense.id}/service`,
      kind: "choice",
      label: words.say("service"),
      hint: words.say("service-hint"),
      options: meantFirst(services, ({ id }) => meant.includes(id)).map(({ id }) => ({
        value: id,
        label: words.service(id),
        note: words.say(`service-${id}-note`),
      })),
    },
    {
      ...common,
      key: `${expense.id}/date`,
      kind: "date",
      label: words.say("date"),
      hint: words.say(dateHint(service)),
    },
    {
      ...common,
      key: `${expense.id}/total`,
      kind: "money",
      label: words.say("total") + (optional ? words.say("optional-suffix") : ""),
      hint: words.say(optional ? "total-hint-optional" : "total-hint"),
    },
  ];
}

function dateHint(service: unknown): string {
  if (service === "inpatient") return "date-hint-stay";
  return service === "home_care" || service === "institutional_care" ? "date-hint-care" : "date-hint";
}

/** `e1/borne/<year>/<programme>`. */
export const borneField = (key: string, { words }: View): Field => ({
  key,
  kind: "money",
  label: words.say("borne-deductible", { programme: words.programme(key.split("/").slice(3).join("/")) }),
  options: [],
  suggested: [],
  unknowable: false,
});

export const settledField = ({ id }: DraftExpense, fund: Fund, { words }: View): Field => ({
  key: `${id}/settled/${fund}`,
  kind: "money",
  label: words.say(`settled-${fund}`),
  options: [],
  suggested: [],
  unknowable: false,
});
