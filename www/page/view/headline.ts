/** The sentence that everything else explains: the largest thing on the page. */

import { html, nothing, type TemplateResult } from "lit";
import type { Amount, Estimate, Verdict } from "../../package/types";
import type { Visit } from "../visit/visit";
import type { Args, Words } from "../words/words";
import { isExact, isNothing, isZero, saysMore, span } from "./amounts";
import { failed } from "./failed";
import { someOf } from "./names";
import { problemLink } from "./problem";
import { rangeWhy } from "./range";
import { unruledBills } from "./unruled";
import type { View } from "./view";

/** A sentence by its id and arguments, so that it can be set, spoken and tested alike. */
export interface Sentence {
  id: string;
  args: Args;
}

/** What the sentence is put together from. */
type Told = Pick<View, "words" | "visit" | "description">;

/** The parts of the sentence; where an allowance comes beside a reimbursement, one more. */
export function headlineOf(estimate: Estimate, { words, visit, description }: Told): Sentence[] {
  const { billed, allowances } = estimate.totals;
  const sentences: Sentence[] = [];
  const unruled = isNothing(estimate.totals.paid) ? unruledBills(estimate, description)[0] : undefined;
  if (unruled !== undefined) sentences.push(noRule(unruled, visit, words));
  else if (!isZero(billed)) sentences.push(...reimbursement(estimate, words));
  if (!isNothing(allowances)) sentences.push(allowance(estimate, words));
  if (sentences.length > 0) return sentences;
  if (estimate.expenses.length > 0) return [{ id: "headline-nothing", args: {} }];
  return entitlements(estimate);
}

/** Never "you pay the whole" where nobody knows. */
function noRule(expense: string, { request, draft }: Visit, words: Words): Sentence {
  const service = request?.expenses?.find(({ id }) => id === expense)?.service ?? "";
  const scheme = draft.get("scheme");
  const args = { service: words.service(service) };
  if (typeof scheme !== "string") return { id: "headline-no-rule", args };
  return { id: "headline-no-rule-scheme", args: { ...args, scheme: words.say(`option-scheme-${scheme}`) } };
}

const count = ({ programmes }: Estimate, wanted: Verdict): number =>
  programmes.filter(({ verdict }) => verdict === wanted).length;

/** Before any bill: what there is a right to, and what may come to it. */
function entitlements(estimate: Estimate): Sentence[] {
  const [n, m] = [count(estimate, "applies"), count(estimate, "undetermined")];
  if (n === 0 && m === 0) return [{ id: "headline-entitled-none", args: {} }];
  return [
    ...(n > 0 ? [{ id: "headline-entitled", args: { n } }] : []),
    ...(m > 0 ? [{ id: n > 0 ? "headline-entitled-more" : "headline-entitled-perhaps", args: { n: m } }] : []),
  ];
}

/** What comes back, and what is left to pay: two parts of one sentence, which may stand on two lines. */
function reimbursement({ totals }: Estimate, words: Words): Sentence[] {
  const { paid, out_of_pocket: own } = totals;
  const money = (amount: string): string => words.money(amount);
  if (isExact(paid)) {
    const [first, second] = isZero(paid.high)
      ? ["headline-none", "headline-own-all"]
      : ["headline-exact", "headline-own"];
    return [
      { id: first, args: { paid: money(paid.low) } },
      { id: second, args: { own: money(own.low) } },
    ];
  }
  const typical = typicalOf(paid, own, words);
  if (typical) return typical;
  const form = isZero(paid.low) ? "headline-upto" : "headline-range";
  const args: Args = { high: money(paid.high), ...(isZero(paid.low) ? {} : { low: money(paid.low) }) };
  const first =
    paid.likely === null ? { id: form, args } : { id: `${form}-likely`, args: { ...args, likely: money(paid.likely) } };
  return [first, { id: "headline-own-range", args: { ownlow: money(own.low), ownhigh: money(own.high) } }];
}

/**
 * What is usually paid, in round figures: useful at once, where the guaranteed range is too wide to be. Nothing where
 * it says no more than that range.
 */
function typicalOf(paid: Amount, own: Amount, words: Words): Sentence[] | null {
  if (!paid.typical || !own.typical || !saysMore(paid)) return null;
  const [usual, rest] = [span(paid.typical, words), span(own.typical, words)];
  const isOne = usual.high === usual.low;
  return [
    { id: isOne ? "headline-typical-about" : "headline-typical", args: usual },
    { id: isOne ? "headline-typical-own-about" : "headline-typical-own", args: rest },
  ];
}

/** What holds whatever is open, under a typical headline. */
function guaranteed({ totals: { paid, out_of_pocket: own } }: Estimate, words: Words): string {
  if (isExact(paid) || !saysMore(paid)) return "";
  const money = (amount: string): string => words.money(amount);
  return words.say("headline-guaranteed", {
    low: money(paid.low),
    high: money(paid.high),
    ownlow: money(own.low),
    ownhigh: money(own.high),
  });
}

function allowance({ totals: { allowances } }: Estimate, words: Words): Sentence {
  const { low, likely, high } = allowances;
  const money = (amount: string): string => words.money(amount);
  if (isExact(allowances)) return { id: "headline-allowance", args: { amount: money(low) } };
  const form = isZero(low) ? "headline-allowance-upto" : "headline-allowance-range";
  const args: Args = { high: money(high), ...(isZero(low) ? {} : { low: money(low) }) };
  return likely === null ? { id: form, args } : { id: `${form}-likely`, args: { ...args, likely: money(likely) } };
}

/** The headline as plain text, for the announcement. */
export function headlineText(visit: Visit, words: Words): string {
  const { description } = visit;
  if (visit.failure !== null) return words.say("failed-bug-title");
  if (visit.problems.length > 0) return words.say("status-fix", { n: visit.problems.length });
  if (!visit.estimate || !description) return "";
  return headlineOf(visit.estimate, { words, visit, description })
    .map(({ id, args }) => words.say(id, args).replace(/\|/g, ""))
    .join(words.lang === "zh" ? "" : " ");
}

export function headline(view: View): TemplateResult {
  const { visit, words } = view;
  if (visit.failure !== null) return failed({ of: "bug", reasons: [String(visit.failure)] }, words);
  if (visit.problems.length > 0) return fixFirst(view);
  const { estimate } = visit;
  if (!estimate) return html`<h2 class="headline" id="headline" tabindex="-1">${words.say("headline-start")}</h2>`;
  return html`<h2 class="headline" id="headline"
      tabindex="-1">${headlineOf(estimate, view).map((sentence) => set(sentence, words))}</h2>
    ${remarks(estimate, view)}`;
}

/** Figures stand out of the sentence; the words stay light. A phrase is broken only where it does not fit a line. */
function set({ id, args }: Sentence, words: Words): TemplateResult[] {
  const figures = Object.keys(args).filter((name) => typeof args[name] === "string");
  const phrases = words.say(id, marked(args, figures)).split("|");
  return phrases.map(
    (phrase) =>
      html`<span>${phrase
        .split(MARK)
        .map((piece, i) => (i % 2 === 0 ? piece : html`<strong>${args[piece]}</strong>`))}</span> `,
  );
}

/** Stands around an argument's name while a sentence is put together: a character that no text holds. */
const MARK = "\uE000";

const marked = (args: Args, names: string[]): Args => ({
  ...args,
  ...Object.fromEntries(names.map((name) => [name, MARK + name + MARK])),
});

function remarks(estimate: Estimate, view: View): TemplateResult | typeof nothing {
  const { visit, words } = view;
  const { paid, billed, allowances, not_counted: notCounted } = estimate.totals;
  const open = (!isZero(billed) && !isExact(paid)) || !isExact(allowances);
  const lines = [
    estimate.expenses.length === 0 && visit.showsBills ? words.say("headline-enter-bill") : "",
    coverage(estimate, words),
    guaranteed(estimate, words),
    open && !saysMore(paid) ? rangeWhy(estimate, view) : "",
    !estimate.tight ? words.say("headline-not-tight") : "",
    notCounted.length > 0
      ? words.say("headline-may-more", {
          names: someOf(
            notCounted.map((id) => words.programme(id)),
            words,
          ),
        })
      : "",
    !isZero(billed) && isNothing(paid) ? whyNothing(estimate, view) : "",
  ].filter((line) => line !== "");
  return lines.length > 0
    ? html`<p class="remarks">${lines.map((line) => html`${line}${words.lang === "zh" ? "" : " "}`)}</p>`
    : nothing;
}

function whyNothing(estimate: Estimate, { words, description }: View): string {
  return words.say(unruledBills(estimate, description).length > 0 ? "headline-no-rule-ask" : "headline-why-none");
}

/** Where the area's own rules are not on file, the first thing to know about any amount. */
function coverage({ coverage, totals }: Estimate, words: Words): string {
  if (coverage === "region" || isZero(totals.billed)) return "";
  return words.say(coverage === "province" ? "headline-province" : "headline-national");
}

function fixFirst(view: View): TemplateResult {
  const { visit, words } = view;
  return html`<h2 class="headline" id="headline"
      tabindex="-1">${words.say("errors-title", { n: visit.problems.length })}</h2>
    <p class="remarks">${words.say("fix-first")}</p>
    ${
      visit.summarised
        ? nothing
        : html`<ul class="plain">${visit.problems.map((problem) => html`<li>${problemLink(problem, view)}</li>`)}</ul>`
    }`;
}

/** The bar at the foot of a phone's screen: a word and a figure. */
export function shortAnswer(visit: Visit, words: Words): { label: string; figure: string } {
  if (visit.failure !== null) return { label: words.say("failed-bug-title"), figure: "" };
  if (visit.problems.length > 0) return { label: words.say("short-fix", { n: visit.problems.length }), figure: "" };
  const { estimate } = visit;
  const totals = estimate?.totals;
  if (totals && !isNothing(totals.allowances)) return short("short-allowance", totals.allowances, words);
  if (!totals || isZero(totals.billed)) {
    if (!estimate || visit.showsBills) return { label: words.say("short-none"), figure: "" };
    const sure = count(estimate, "applies");
    return {
      label: words.say("programmes-title"),
      figure: words.say(sure > 0 ? "short-applies" : "short-may", { n: sure || count(estimate, "undetermined") }),
    };
  }
  const { description } = visit;
  if (isNothing(totals.paid) && description && unruledBills(estimate, description).length > 0)
    return { label: words.say("short-no-rule"), figure: "" };
  return short("short-paid", totals.paid, words);
}

function short(label: string, amount: Amount, words: Words): { label: string; figure: string } {
  const { low, likely, high, typical } = amount;
  if (isExact(amount)) return { label: words.say(label), figure: words.money(low) };
  if (typical && saysMore(amount)) return { label: words.say("short-typical"), figure: spanText(typical, words) };
  if (likely !== null) return { label: words.say("short-likely"), figure: words.money(likely) };
  const id = isZero(low) ? "short-upto" : "short-range";
  return { label: words.say(label), figure: words.say(id, { low: words.money(low), high: words.money(high) }) };
}

function spanText(usual: { low: string; high: string }, words: Words): string {
  const { low, high } = span(usual, words);
  return low === high ? low : words.say("short-range", { low, high });
}
