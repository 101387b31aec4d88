/** Who pays what, as a bar and as a table. The bar says nothing that the table does not. */

import { html, nothing, type TemplateResult } from "lit";
import type { Amount, Estimate } from "../../package/types";
import { amountView, fen, isExact, isNothing, saysMore } from "../view/amounts";
import { glance } from "../view/glance";
import { share } from "../view/share";
import type { View } from "../view/view";
import type { Words } from "../words/words";
import { liablePart } from "./liable";

/** One stretch of the bar. `payer` is a fund, `own` or `open`: also the name of its colour and pattern. */
interface Stretch {
  payer: string;
  amount: string;
  width: number;
}

export function payers(estimate: Estimate, view: View): TemplateResult {
  const { words } = view;
  const { billed, out_of_pocket: own, account, cash } = estimate.totals;
  const n = estimate.expenses.length;
  const funds = estimate.funds.filter(({ paid }) => !isNothing(paid));
  const liable = liablePart(view.visit.request);
  return html`<section class="payers" aria-labelledby="payers-title">
    <h3 id="payers-title">${
      n > 1 ? words.say("payers-title-many", { n, billed }) : words.say("payers-title-one", { billed })
    }</h3>
    ${bar(stretches(estimate), view)}
    ${glance(estimate, view)}
    <table>
      <thead class="visually-hidden"><tr><th scope="col">${words.say("payers-who")}</th><th
          scope="col">${words.say("payers-amount")}</th></tr></thead>
      <tbody>
        ${funds.map(({ fund, paid }) => row(fund, words.say(`fund-${fund}`), paid, words))}
        ${row("own", words.say("payers-own"), own, words)}
        ${liable === undefined ? nothing : part(words.say("payers-liable"), liable, words)}
        ${account === undefined ? nothing : part(words.say("payers-account"), account, words)}
        ${cash === undefined ? nothing : part(words.say("payers-cash"), cash, words)}
      </tbody>
    </table>
    ${openNote(estimate, words)}
  </section>`;
}

function row(payer: string, name: string, amount: Amount, words: Words): TemplateResult {
  return html`<tr class=${payer === "own" ? "own" : ""}><th scope="row"><span class="swatch payer-${payer}"
      aria-hidden="true"></span>${name}</th>
    <td>${amountView(amount, words)}</td></tr>`;
}

type Drawn = "likely" | "typical" | "sure";

/** Part of the line above it. */
const part = (name: string, paid: Amount, words: Words): TemplateResult =>
  html`<tr class="part"><th scope="row">${name}</th><td>${amountView(paid, words)}</td></tr>`;

/** The likely split where there is one; else what is usual, else what is certain, and the rest as open. */
function drawn({ totals, funds }: Estimate): Drawn {
  if (totals.out_of_pocket.likely !== null && funds.every(({ paid }) => paid.likely !== null)) return "likely";
  return saysMore(totals.paid) ? "typical" : "sure";
}

function stretches(estimate: Estimate): Stretch[] {
  const { totals, funds } = estimate;
  const own = totals.out_of_pocket;
  const by = drawn(estimate);
  const pick = ({ low, likely, typical }: Amount): string => {
    if (by === "likely") return likely ?? low;
    return by === "typical" ? (typical?.low ?? low) : low;
  };
  const named = [
    ...funds.map(({ fund, paid }) => ({ payer: fund as string, amount: pick(paid) })),
    { payer: "own", amount: pick(own) },
  ];
  const sure = named.map((part) => ({ ...part, width: fen(part.amount) }));
  const open = fen(totals.billed) - sure.reduce((sum, { width }) => sum + width, 0);
  const rest = open > 0 ? [{ payer: "open", amount: (open / 100).toFixed(2), width: open }] : [];
  return [...sure.slice(0, -1), ...rest, ...sure.slice(-1)].filter(({ width }) => width > 0);
}

function bar(parts: Stretch[], { words }: View): TemplateResult {
  const alt = parts.map(({ payer, amount }) =>
    words.say("payers-part", { who: payerName(payer, words), amount: words.money(amount) }),
  );
  return html`<div class="bar" role="img" aria-label=${words.say("payers-alt", { parts: words.list(alt) })}>
    ${parts.map(({ payer, width }) => html`<span class="payer-${payer}" ${share(width)}></span>`)}</div>`;
}

const NO_FUND: Record<string, string> = { own: "payers-own", open: "payers-open" };
const payerName = (payer: string, words: Words): string => words.say(NO_FUND[payer] ?? `fund-${payer}`);

function openNote(estimate: Estimate, words: Words): TemplateResult | typeof nothing {
  if (isExact(estimate.totals.paid)) return nothing;
  const open = stretches(estimate).find(({ payer }) => payer === "open");
  if (!open) return html`<p class="key">${words.say("payers-likely-note")}</p>`;
  const id = drawn(estimate) === "typical" ? "payers-typical-note" : "payers-open-note";
  return html`<p class="key"><span class="swatch payer-open"
      aria-hidden="true"></span>${words.say(id, { amount: open.amount })}</p>`;
}
