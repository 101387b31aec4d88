/** What each choice costs: another level of hospital, or filing before care elsewhere. */

import { html, nothing, type TemplateResult } from "lit";
import type { Expense, FactValue } from "../../package/types";
import { fieldOf } from "../view/fields";
import { billName } from "../view/names";
import { rounded } from "../view/rounded";
import type { View } from "../view/view";
import { type Saving, savingOf } from "./saving";

/** What a resident may choose, and what is compared with where nothing was answered. */
const CHOICES = [
  { fact: "facility_level", else: "3" },
  { fact: "out_of_area", else: "" },
];

/** Nobody changes the hospital for less. */
const WORTH = 100;

interface Price {
  expense: Expense;
  fact: string;
  value: string;
  saving: Saving;
}

export function prices(view: View): TemplateResult | typeof nothing {
  const { visit, words } = view;
  // Each is an answer more: on a slow device only the pictures below tell, which are opened on demand.
  if (!visit.whatIf.quick) return nothing;
  const found = (visit.request?.expenses ?? []).flatMap((expense) => pricesOf(expense, view));
  if (found.length === 0) return nothing;
  return html`<section class="prices" aria-labelledby="prices-title">
    <h3 id="prices-title">${words.say("prices-title")}</h3>
    <ul>${found.map((price) => html`<li>${priceText(price, view)}</li>`)}</ul>
    <p class="hint">${words.say("levels-advice")}</p></section>`;
}

function pricesOf(expense: Expense, view: View): Price[] {
  const { visit, description } = view;
  if (expense.total === undefined || !visit.request) return [];
  return CHOICES.flatMap(({ fact, else: usual }) => {
    const described = description.facts.find(({ id }) => id === fact);
    const isRead = described?.services?.includes(expense.service) && described.programmes.length > 0;
    const now = String(expense.facts?.[fact] ?? usual);
    const others = (described?.options ?? []).filter((value) => mayBeChosen(fact, value, now));
    return isRead && now !== "" && others.length > 0 ? compared(expense, fact, now, others, view) : [];
  });
}

/** A level below, or a way of being treated elsewhere that is arranged beforehand. */
function mayBeChosen(fact: string, value: string, now: string): boolean {
  if (fact === "facility_level") return /^[123]$/.test(value) && /^[23]$/.test(now) && value < now;
  return now === "temporary" && ["filed", "referred"].includes(value);
}

function compared(expense: Expense, fact: string, now: string, others: string[], { visit }: View): Price[] {
  const amounts = visit.request && visit.whatIf.under(visit.request, expense.id, fact, [now, ...others]);
  const [own, ...rest] = amounts ?? [];
  if (!own) return [];
  return rest.flatMap((then, i) => {
    const saving = savingOf(own, then);
    return saving && Number(saving.amount) >= WORTH ? [{ expense, fact, value: others[i] ?? "", saving }] : [];
  });
}

function priceText({ expense, fact, value, saving }: Price, view: View): string {
  const { words, visit } = view;
  const key = `${expense.id}/${fact}`;
  const option = fieldOf(key, view)?.options.find((one) => one.value === value)?.label ?? value;
  const given: FactValue | undefined = visit.get(key);
  const isGiven = given !== undefined && given !== null;
  const text = words.say(isGiven ? "price-less" : "price-less-than-third", { option, saved: savedText(saving, view) });
  return visit.draft.expenses.length > 1 ? `${billName(expense, view)}${words.say("colon")}${text}` : text;
}

const savedText = ({ amount, isExact }: Saving, view: View): string =>
  isExact
    ? view.words.say("price-exact", { amount: view.words.money(amount) })
    : view.words.say("price-about", { amount: roundDown(amount, view) });

const roundDown = (amount: string, { words }: View): string => words.round(rounded(amount, "down"));
