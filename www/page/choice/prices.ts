/** What each choice costs: another level of hospital, or filing before care elsewhere. */

import { html, nothing, type TemplateResult } from "lit";
import type { Expense, FactValue } from "../../package/types";
import { fieldOf } from "../view/fields";
import { billName } from "../view/names";
import { onDemand } from "../view/on-demand";
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

type Choice = (typeof CHOICES)[number];

interface Options {
  now: string;
  others: string[];
}

interface Price {
  expense: Expense;
  fact: string;
  value: string;
  saving: Saving;
}

/** Each is an answer more: where those take long, they are computed for whoever asks. */
export function prices(view: View): TemplateResult | typeof nothing {
  const { visit, words } = view;
  const { request, whatIf } = visit;
  if (!request?.expenses?.some((expense) => isWorthAsking(expense, view))) return nothing;
  return whatIf.quick && !whatIf.isWanted(NAME)
    ? pricesFound(view, nothing)
    : onDemand(NAME, words.say("prices-title"), view, () =>
        pricesFound(view, html`<p>${words.say("prices-none")}</p>`),
      );
}

const NAME = "prices";

function pricesFound(view: View, none: TemplateResult | typeof nothing): TemplateResult {
  const { visit, words } = view;
  const all = (visit.request?.expenses ?? []).map((expense) => pricesOf(expense, view));
  if (none !== nothing && all.includes(null)) return html`<p class="hint" role="status">${words.say("computing")}</p>`;
  const found = all.flatMap((some) => some ?? []);
  if (found.length === 0) return html`${none}`;
  const list = html`<ul>${found.map((price) => html`<li>${priceText(price, view)}</li>`)}</ul>
    <p class="hint">${words.say("levels-advice")}</p>`;
  if (none !== nothing) return html`<div class="prices">${list}</div>`; // what it opened from is its title
  return html`<section class="prices" aria-labelledby="prices-title">
    <h3 id="prices-title">${words.say("prices-title")}</h3>${list}</section>`;
}

/** Null while the core is being asked. */
function pricesOf(expense: Expense, view: View): Price[] | null {
  const all = CHOICES.map((choice) => {
    const { now, others } = optionsOf(choice, expense, view);
    return others.length > 0 ? compared(expense, choice.fact, now, others, view) : [];
  });
  return all.includes(null) ? null : all.flatMap((some) => some ?? []);
}

const isWorthAsking = (expense: Expense, view: View): boolean =>
  CHOICES.some((choice) => optionsOf(choice, expense, view).others.length > 0);

/** What might be chosen in place of what was answered; nothing where no rule reads it. */
function optionsOf({ fact, else: usual }: Choice, expense: Expense, { description }: View): Options {
  const described = description.facts.find(({ id }) => id === fact);
  const now = String(expense.facts?.[fact] ?? usual);
  const isRead = expense.total !== undefined && (described?.programmes.length ?? 0) > 0;
  const isOfService = described?.services === undefined || described.services.includes(expense.service);
  const others = isRead && isOfService ? (described?.options ?? []) : [];
  return { now, others: others.filter((value) => mayBeChosen(fact, value, now)) };
}

/** A level below, or a way of being treated elsewhere that is arranged beforehand. */
function mayBeChosen(fact: string, value: string, now: string): boolean {
  if (fact === "facility_level") return /^[123]$/.test(value) && /^[23]$/.test(now) && value < now;
  return now === "temporary" && ["filed", "referred"].includes(value);
}

function compared(expense: Expense, fact: string, now: string, others: string[], { visit }: View): Price[] | null {
  const amounts = visit.request && visit.whatIf.under(visit.request, expense.id, fact, [now, ...others]);
  if (!amounts) return null;
  const [own, ...rest] = amounts;
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
