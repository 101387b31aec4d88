/** "I got a different amount": the slip's lines beside the estimate's, where they differ, and what may be behind it. */

import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { Estimate, Fund } from "../../package/types";
import { amountText } from "../view/amounts";
import { billName } from "../view/names";
import type { View } from "../view/view";
import { borneBy, isSettled, waitsForEarlier } from "../visit/borne";
import type { DraftExpense } from "../visit/draft";
import { BORNE, STAY } from "../visit/link";
import { shownMoney, money as typedMoney } from "../visit/typed";
import type { Visit } from "../visit/visit";
import { findCauses } from "./causes";
import { causesView } from "./causes-view";
import { type Contradiction, contradictions } from "./contradictions";
import { toFen } from "./fen";
import { keeping, NOTHING_KEPT } from "./slip-borne";
import {
  compare,
  estimated,
  fieldsFor,
  inputFields,
  isBent,
  ownPart,
  type SlipAmounts,
  type SlipLine,
  settledOf,
  unplaced,
} from "./slip-fields";
import { apply, type SlipState, slipState } from "./slip-state";
import type { Change } from "./trial-changes";

export function slip(estimate: Estimate, view: View): TemplateResult {
  const { words, visit } = view;
  const state = slipState(visit);
  const bills = estimate.expenses.filter(({ id }) =>
    visit.request?.expenses?.some((expense) => expense.id === id && expense.total !== undefined),
  );
  if (!bills.some(({ id }) => id === state.expense)) state.expense = bills[0]?.id ?? "";
  const amounts = amountsOf(state, view);
  const fields = fieldsFor(estimate, amounts);
  const against = contradictions(amounts, thirdPartyPossible(state.expense, visit));
  return html`<p>${words.say("slip-intro")}</p>
    ${
      bills.length > 1
        ? whichBill(
            bills.map(({ id }) => id),
            state,
            view,
          )
        : nothing
    }
    <div class="slip-lines">${repeat(
      fields,
      (field) => `${state.expense} ${field}`,
      (field) => line(field, estimate, state, view),
    )}</div>
    ${against.length > 0 ? contradictionsView(against, view) : nothing}
    ${Object.keys(amounts).length === 0 ? nothing : actions(estimate, amounts, against.length > 0, state, view)}
    <p class="said" role="status">${status(state, view)} ${borneText(state, view)}</p>
    ${
      state.found && !state.searching && state.found.of === stamp(state, view)
        ? causesView(estimate, state.found.result, amounts, view)
        : nothing
    }`;
}

/** The lines that do not add up, before anything is said of the estimate: one of them is most likely mistyped. */
function contradictionsView(all: Contradiction[], { words }: View): TemplateResult {
  return html`<div class="contradictions" role="status"><h4>${words.say("slip-contradicts", { n: all.length })}</h4>
    <ul>${all.map(
      ({ id, by, ...sides }) => html`<li class="error">${words.say(id, { by, ...sides })}</li>`,
    )}</ul><p>${words.say("slip-contradicts-check")}</p></div>`;
}

/** What somebody else must bear has no line of its own. */
const thirdPartyPossible = (expense: string, { draft }: Visit): boolean =>
  draft.get(`${expense}/third_party_liable`) !== false &&
  (draft.get(`${expense}/third_party_amount`) !== undefined ||
    draft.get(`${expense}/third_party_liable`) !== undefined);

function status({ searching, said }: SlipState, { words }: View): string {
  if (searching) return words.say("slip-searching");
  return said ? words.say(said) : "";
}

/** What becomes of the deductible on a slip that was taken over. */
function borneText({ expense, said, lost }: SlipState, { words, visit }: View): string {
  const bill = visit.draft.expense(expense);
  if (!bill || !isSettled(bill)) return "";
  const [borne] = borneBy(bill);
  if (borne !== undefined) {
    const waits = waitsForEarlier(bill, visit.draft, visit.askedOn);
    return words.say(waits ? "slip-borne-earlier" : "slip-borne-kept", { amount: borne.amount });
  }
  if (said === "slip-used" && lost !== "") return words.say(lost);
  const amount = visit.slips.get(expense)?.act_pay_dedc;
  return hasOtherParts(bill, visit) && (toFen(amount) ?? 0n) > 0n
    ? words.say("slip-borne-stay", { amount: String(amount) })
    : "";
}

/** Another bill is of the same stay: the contract keeps nothing of what a settled part bore. */
const hasOtherParts = ({ id, answers }: DraftExpense, { draft }: Visit): boolean =>
  Boolean(answers.get(STAY)) || draft.expenses.some((other) => other.answers.get(STAY) === id);

const stamp = (state: SlipState, view: View): string =>
  JSON.stringify([view.visit.request, state.expense, amountsOf(state, view)]);

function whichBill(ids: string[], state: SlipState, view: View): TemplateResult {
  const { words, visit } = view;
  const choose = (event: Event): void => {
    state.expense = (event.target as HTMLSelectElement).value;
    state.said = state.lost = "";
    view.redraw();
  };
  return html`<p><label class="label" for="slip-bill">${words.say("slip-which")}</label>
    <select id="slip-bill" @change=${choose}>${ids.map((id) => {
      const expense = visit.request?.expenses?.find((entry) => entry.id === id);
      return html`<option value=${id}
          ?selected=${id === state.expense}>${expense ? billName(expense, view) : id}</option>`;
    })}</select></p>`;
}

// ---------------------------------------------------------------------------------------------- one line

const isAmount = (text: string): boolean => toFen(text) !== null;

/** What was typed and is an amount. */
function amountsOf({ expense }: SlipState, { visit }: View): SlipAmounts {
  return Object.fromEntries(Object.entries(visit.slips.get(expense) ?? {}).filter(([, text]) => isAmount(text)));
}

function line(field: SlipLine, estimate: Estimate, state: SlipState, view: View): TemplateResult {
  const { words } = view;
  const id = `slip-${field}`;
  const typed = view.visit.slips.get(state.expense)?.[field];
  const wrong = typed !== undefined && !isAmount(typed);
  const commit = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const text = input.value.trim();
    const lines = { ...view.visit.slips.get(state.expense) };
    if (text === "") delete lines[field];
    else lines[field] = typedMoney(text);
    view.visit.slips.set(state.expense, lines);
    input.value = shownMoney(lines[field] ?? "");
    state.said = "";
    view.redraw();
  };
  return html`<div class="slip-line ${wrong ? "wrong" : ""}">
    <label class="label" for=${id}>${words.say(id)}</label>
    <p class="hint" id="${id}-hint">${words.say(`${id}-help`)}</p>
    ${wrong ? html`<p class="error" id="${id}-error">${words.say("problem-malformed_money")}</p>` : nothing}
    <div class="slip-values"><span class="with-unit"><input type="text" id=${id} class="money" inputmode="decimal"
        autocomplete="off" .value=${shownMoney(typed ?? "")}
        aria-describedby="${id}-hint ${wrong ? `${id}-error` : `${id}-says`}" aria-invalid=${wrong ? "true" : nothing}
            @change=${commit}>
      <span class="unit" aria-hidden="true">${words.say("unit-yuan")}</span></span>
      <span class="slip-says"
          id="${id}-says">${wrong ? nothing : comparison(field, typed, estimate, state, view)}</span></div>
  </div>`;
}

function comparison(
  field: SlipLine,
  typed: string | undefined,
  estimate: Estimate,
  state: SlipState,
  { words, visit }: View,
): TemplateResult | typeof nothing {
  const amount = estimated(estimate, state.expense, field);
  if (!amount) return nothing;
  const ours = words.say(inputFields.some((input) => input === field) ? "slip-answered" : "slip-estimated", {
    amount: amountText(amount, words),
  });
  if (isNotEstimated(field, state, visit)) return nothing;
  if (typed === undefined || isSplit(field, state, visit) || isBent(field, visit.slips.get(state.expense) ?? {}))
    return html`<small>${ours}</small>`;
  const { is, by } = compare(typed, amount);
  return html`<b class="slip-${is}">${words.say(SAYS[is], { by })}</b><small>${ours}</small>`;
}

/** The slip splits in two lines what the form asks for in one. */
const isSplit = (field: SlipLine, { expense }: SlipState, { slips }: Visit): boolean =>
  (field === "fulamt_ownpay_amt" || field === "overlmt_selfpay") &&
  (toFen(slips.get(expense)?.overlmt_selfpay) ?? 0n) > 0n;

/**
 * Of a supplement that was taken over, the estimate knows the sum alone, not under which line it stood; and of a bill
 * whose payment was taken over, it computes no deductible.
 */
const FUND_OF_LINE: Partial<Record<SlipLine, Fund>> = {
  act_pay_dedc: "basic",
  hifes_pay: "supplement",
  cvlserv_pay: "supplement",
};

const isNotEstimated = (field: SlipLine, { expense }: SlipState, { draft }: Visit): boolean =>
  field in FUND_OF_LINE && draft.get(`${expense}/settled/${FUND_OF_LINE[field]}`) !== undefined;

const SAYS = {
  same: "slip-same",
  rounding: "slip-rounding",
  inside: "slip-inside",
  more: "slip-more",
  less: "slip-less",
};

// ---------------------------------------------------------------------------------------------- what to do with it

/** Nothing explains lines that contradict each other, so no search is offered. */
function actions(
  estimate: Estimate,
  amounts: SlipAmounts,
  contradicts: boolean,
  state: SlipState,
  view: View,
): TemplateResult {
  const { words } = view;
  return html`<p class="actions">
    ${
      contradicts
        ? nothing
        : html`<button type="button" class="secondary" ?disabled=${state.searching} @click=${() => {
            void find(amounts, state, view);
          }}>${words.say("slip-find")}</button>`
    }
    <button type="button" class="quiet"
        @click=${() => use(estimate, amounts, state, view)}>${words.say("slip-use")}</button></p>
    <p class="hint">${words.say("slip-use-hint")}</p>
    ${unplacedView(amounts, view)}`;
}

/** Payments that cannot be taken over: the estimate would let the person bear them. */
function unplacedView(slip: SlipAmounts, { words }: View): TemplateResult {
  const { other, rest, hospital } = unplaced(slip);
  return html`${other === null ? nothing : html`<p>${words.say("slip-unplaced-other", { amount: other })}</p>`}
    ${rest === null ? nothing : html`<p>${words.say("slip-unplaced-rest", { amount: rest })}</p>`}
    ${hospital === null ? nothing : html`<p>${words.say("slip-unplaced-hospital", { amount: hospital })}</p>`}`;
}

async function find(slip: SlipAmounts, state: SlipState, view: View): Promise<void> {
  const { visit, description } = view;
  const { request, engine } = visit;
  if (!request) return;
  const of = stamp(state, view);
  state.searching = true;
  state.said = "";
  view.redraw();
  await frame();
  try {
    state.found = {
      of,
      result: await findCauses({ engine, description, request, expense: state.expense, slip }, restNow()),
    };
  } catch (cause) {
    visit.fail(cause);
  } finally {
    state.searching = false;
    view.redraw();
  }
}

/** Rests only when the page has gone without a breath for a while. */
function restNow(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < 40) return;
    await frame();
    since = performance.now();
  };
}

const frame = (): Promise<void> =>
  new Promise((resolve) => {
    window.setTimeout(resolve);
  });

/** The slip's amounts are taken as they are: what a fund has paid needs no computing. */
function use(estimate: Estimate, slip: SlipAmounts, state: SlipState, view: View): void {
  const { expense } = state;
  const inputs: [string, string | undefined][] = [
    ["total", slip.medfee_sumamt],
    ["self_paid", ownPart(slip)],
    ["advance", slip.preselfpay_amt],
  ];
  // A fund that has nothing here and paid nothing needs no line.
  const isHere = (fund: Fund): boolean => estimate.funds.some((entry) => entry.fund === fund);
  const settled = settledOf(slip)
    .filter(([fund, paid]) => isHere(fund) || toFen(paid) !== 0n)
    .map(([fund, paid]): [string, string] => [`settled/${fund}`, paid]);
  const changes = [...inputs, ...settled].flatMap(([name, amount]): Change[] =>
    amount === undefined ? [] : [[`${expense}/${name}`, amount]],
  );
  const { visit } = view;
  const { kept, lost } = visit.request ? keeping(visit.engine, visit.request, expense, slip) : NOTHING_KEPT;
  for (const name of visit.draft.expense(expense)?.answers.keys() ?? [])
    if (name.startsWith(BORNE)) visit.set(`${expense}/${name}`, undefined);
  apply([...changes, ...(kept === null ? [] : [[`${expense}/${kept[0]}`, kept[1]] as Change])], view);
  state.said = "slip-used";
  state.lost = lost;
}
