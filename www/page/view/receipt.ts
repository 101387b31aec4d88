/**
 * The receipt: everything that the answer rests on, so that an official can check it line by line. It names the
 * policies, the build and the inputs by their hashes: the same three give the same amounts, on any machine.
 */

import buildHash from "virtual:core-sha256";
import { html, nothing, type TemplateResult } from "lit";
import type { Amount, Estimate, Finding, ProgrammeAnswer, ProgrammeDescription } from "../../package/types";
import { liablePart } from "../bills/liable";
import { assumptionLines } from "../explain/assumptions";
import { sourceList } from "../explain/sources";
import { lineSteps } from "../explain/working";
import { amountText, isNothing, isZero, usualText } from "./amounts";
import { given } from "./answers-given";
import { deadlineText } from "./deadlines";
import { sourcesOf, textOf, workedLines } from "./findings";
import { headlineText } from "./headline";
import type { View } from "./view";

export function receipt(estimate: Estimate, view: View, close: () => void): TemplateResult {
  const { words, visit, description } = view;
  return html`
    <p class="actions no-print"><button type="button" class="secondary"
        @click=${close}>${words.say("receipt-close")}</button></p>
    <h2 tabindex="-1">${words.say("receipt-title")}</h2>
    <p class="receipt-where">${words.say("receipt-where", {
      region: description.region.name[words.lang],
      date: visit.askedOn,
    })}</p>
    <p class="receipt-sentence">${headlineText(visit, words)}</p>
    <p>${words.say("disclaimer")}</p>
    ${payersTable(estimate, view)}
    ${answers(view)}
    ${benefits(estimate, view)}
    ${notApplying(estimate, view)}
    ${notCounted(estimate, view)}
    ${nextSteps(estimate, view)}
    <h3>${words.say("assumptions-title")}</h3>
    <ul>${assumptionLines(view).map(
      (line) => html`<li>${line}</li>`,
    )}${readings(estimate, view).map((line) => html`<li>${line}</li>`)}</ul>
    ${hashes(estimate, view)}`;
}

function payersTable({ totals, funds }: Estimate, { words, visit }: View): TemplateResult | typeof nothing {
  if (isZero(totals.billed)) return nothing;
  const liable = liablePart(visit.request);
  const row = (name: string, amount: Amount): TemplateResult => {
    const usual = usualText(amount, words);
    return html`<tr><th scope="row">${name}</th>
      <td>${amountText(amount, words)}${
        usual === null ? nothing : html`<small class="likely">${usual}</small>`
      }</td></tr>`;
  };
  return html`<table><tbody>
    <tr><th scope="row">${words.say("total")}</th><td>${words.money(totals.billed)}</td></tr>
    ${row(words.say("receipt-in-scope"), totals.in_scope)}
    ${funds.filter(({ paid }) => !isNothing(paid)).map(({ fund, paid }) => row(words.say(`fund-${fund}`), paid))}
    ${row(words.say("payers-own"), totals.out_of_pocket)}
    ${liable ? row(words.say("payers-liable"), liable) : nothing}
    ${totals.account ? row(words.say("payers-account"), totals.account) : nothing}
    ${totals.cash ? row(words.say("payers-cash"), totals.cash) : nothing}
    ${isNothing(totals.allowances) ? nothing : row(words.say("short-allowance"), totals.allowances)}
  </tbody></table>`;
}

function answers(view: View): TemplateResult {
  const { words } = view;
  return html`<h3>${words.say("receipt-answers")}</h3>
    ${given(view).map(
      ({ title, lines }) => html`${title ? html`<h4>${title}</h4>` : nothing}
      <table class="given"><tbody>${lines.map(
        ({ name, answer }) => html`<tr><th scope="row">${name}</th><td>${answer}</td></tr>`,
      )}</tbody></table>`,
    )}`;
}

// ---------------------------------------------------------------------------------------------- benefits

function benefits(estimate: Estimate, view: View): TemplateResult {
  return html`${(["applies", "undetermined"] as const).map((verdict) => {
    const group = estimate.programmes.filter((entry) => entry.verdict === verdict);
    return group.length === 0
      ? nothing
      : html`<h3>${view.words.say(`group-${verdict}`)}</h3>${group.map((entry) => benefit(entry, view))}`;
  })}`;
}

function benefit(answer: ProgrammeAnswer, view: View): TemplateResult {
  const { words, description } = view;
  const described = description.programmes.find(({ id }) => id === answer.id);
  const open = [...answer.findings, ...answer.lines.flatMap(({ findings }) => findings)];
  return html`<article>
    <h4>${words.programme(answer.id)}<span
        class="amount">${pays(answer, described, view)}</span></h4>
    ${described ? html`<p>${words.text(described.clause)}</p>` : nothing}
    ${answer.last_day ? html`<p>${deadlineText(answer, words)}</p>` : nothing}
    ${conditions(open, view)}
    ${workedLines(answer).map((line) => lineSteps(line, view, (name) => html`<h5>${name}</h5>`))}
    ${
      answer.caveats.length > 0
        ? html`<p class="small-title">${words.say("caveats-title")}</p><ul>${answer.caveats.map(
            (text) => html`<li>${words.text(text)}</li>`,
          )}</ul>`
        : nothing
    }
    ${
      answer.sources.length > 0
        ? html`<p class="small-title">${words.say("sources-title")}</p>
          ${sourceList(sourcesOf(answer, description), words)}`
        : nothing
    }
  </article>`;
}

function pays(answer: ProgrammeAnswer, described: ProgrammeDescription | undefined, { words }: View): string {
  if (described && !described.on_file) return words.say("not-computed");
  if (answer.kind === "entitlement") return answer.verdict === "applies" ? words.say("kind-entitlement") : "";
  if (answer.kind === "subsidy") return words.say("kind-subsidy");
  return answer.lines.length === 0 && isNothing(answer.paid)
    ? words.say("no-bill-yet")
    : amountText(answer.paid, words);
}

/** Each condition once, however many bills it was tested on. */
function conditions(findings: Finding[], { words }: View): TemplateResult | typeof nothing {
  const lines = new Map(findings.map((finding) => [`${finding.truth} ${words.text(textOf(finding))}`, finding]));
  if (lines.size === 0) return nothing;
  return html`<ul class="findings">${[...lines.values()].map(
    (finding) => html`<li class="finding finding-${finding.truth}">${words.text(textOf(finding))}<span
          class="visually-hidden">${words.say("colon")}${words.say(TRUTHS[finding.truth])}</span></li>`,
  )}</ul>`;
}

const TRUTHS = { true: "receipt-true", false: "receipt-false", unknown: "receipt-unknown" };

function notApplying(estimate: Estimate, { words }: View): TemplateResult | typeof nothing {
  const group = estimate.programmes.filter(({ verdict }) => verdict === "does_not_apply");
  if (group.length === 0) return nothing;
  const why = ({ findings, lines }: ProgrammeAnswer): string => {
    const failed = [...findings, ...lines.flatMap((line) => line.findings)].filter(({ truth }) => truth === "false");
    return words.list([...new Set(failed.map((finding) => words.text(textOf(finding))))]);
  };
  return html`<h3>${words.say("group-does_not_apply")}</h3>
    <ul>${group.map(
      (answer) => html`<li>${words.say("receipt-not", { name: words.programme(answer.id), why: why(answer) })}</li>`,
    )}</ul>`;
}

function notCounted({ totals }: Estimate, view: View): TemplateResult | typeof nothing {
  if (totals.not_counted.length === 0) return nothing;
  return html`<h3>${view.words.say("not-counted-title")}</h3><p>${view.words.say("not-counted-text")}</p>
    <ul>${totals.not_counted.map((id) => html`<li>${view.words.programme(id)}</li>`)}</ul>`;
}

/** What to do about what applies or has a last day, and whom to ask. */
function nextSteps(estimate: Estimate, { words, description }: View): TemplateResult {
  const applies = new Set(
    estimate.programmes
      .filter(
        ({ verdict, days_left: due }) => verdict === "applies" || (verdict === "undetermined" && due !== undefined),
      )
      .map(({ id }) => id),
  );
  const steps = description.programmes.filter(({ id }) => applies.has(id));
  return html`<h3>${words.say("next-steps-title")}</h3>
    ${steps.map(({ name, next_steps: next }) =>
      next ? html`<p><b>${words.text(name)}</b>${words.say("colon")}${words.text(next)}</p>` : nothing,
    )}
    <p>${words.say("hotline")}</p>`;
}

/** Of clauses that can be read in two ways, which reading was taken. */
function readings(estimate: Estimate, { words, description, visit }: View): string[] {
  const live = new Set(estimate.programmes.filter(({ verdict }) => verdict !== "does_not_apply").map(({ id }) => id));
  return description.readings
    .filter(({ programme }) => live.has(programme))
    .map(({ id, text, preferred, options }) => {
      const option = options.find((entry) => entry.id === (visit.get(id) ?? preferred));
      return words.say("assume-reading", { name: words.text(text), option: option ? words.text(option.text) : "" });
    });
}

// ---------------------------------------------------------------------------------------------- hashes

function hashes(estimate: Estimate, { words, visit }: View): TemplateResult {
  const request = JSON.stringify(visit.request);
  return html`<h3>${words.say("receipt-hashes")}</h3>
    <p>${words.say("receipt-hashes-text")}</p>
    <dl class="hashes">
      <dt>${words.say("receipt-build", { engine: estimate.engine })}</dt><dd><code>${buildHash}</code></dd>
      ${estimate.policies.map(
        ({ id, sha256 }) => html`<dt>${words.say("receipt-policy", { id })}</dt><dd><code>${sha256}</code></dd>`,
      )}
      <dt>${words.say("receipt-inputs")}</dt><dd><code>${visit.engine.sha256(request)}</code></dd>
      <dt>${words.say("receipt-request")}</dt><dd><code>${request}</code></dd>
    </dl>`;
}
