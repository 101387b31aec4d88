/** What of a year's deductibles and caps is used up, bill by bill. */

import { curveStepAfter, line } from "d3-shape";
import { html, nothing, svg, type TemplateResult } from "lit";
import type { Estimate, ProgrammeLine, Step } from "../../package/types";
import { versionOf } from "../explain/bounds";
import { billName } from "../view/names";
import type { View } from "../view/view";
import { drawing, FOOT, height, label, percent, SIZE, scale, TALL } from "./chart";
import { fromFen, toFen } from "./fen";
import { tableHead } from "./table-head";
import { yearSteps } from "./year-steps";

/** One deductible or cap of one year. */
interface Limit {
  kind: "cap" | "deductible";
  programme: string;
  year: string;
  whole: bigint;
  uses: Use[];
  open: boolean;
}

/** What one bill took of it; `left` is what remained after. */
interface Use {
  expense: string;
  date: string;
  used: bigint;
  left: bigint;
}

export function yearLimits(estimate: Estimate, view: View): TemplateResult {
  return html`${limits(estimate, view).map((limit) => limitView(limit, view))}`;
}

// ---------------------------------------------------------------------------------------------- what was used

export function limits(estimate: Estimate, view: Pick<View, "visit" | "description">): Limit[] {
  const found = new Map<string, Limit>();
  for (const { programme, expense, kind, step } of yearSteps(estimate)) {
    const bill = view.visit.request?.expenses?.find(({ id }) => id === expense);
    const lineOf = estimate.programmes
      .find(({ id }) => id === programme)
      ?.lines.find((entry) => entry.expense === expense);
    const before = toFen(step.text.args?.["amount"]);
    if (!bill || !lineOf || before === null) continue;
    const whole = wholeOf(step, bill.date, view);
    if (!isKnown(step, lineOf, whole)) continue;
    const key = `${kind} ${programme} ${bill.date.slice(0, 4)}`;
    const limit = found.get(key) ?? {
      kind,
      programme,
      year: bill.date.slice(0, 4),
      whole: whole ?? before,
      uses: [],
      open: false,
    };
    found.set(key, limit);
    const used = kind === "cap" ? paidOf(lineOf) : takenOf(step);
    const left = before > used ? before - used : 0n;
    limit.uses.push({ expense, date: bill.date, used: before - left, left });
    limit.open ||= lineOf.steps_of !== "exact" || lineOf.paid.low !== lineOf.paid.high;
    if (limit.whole < before) limit.whole = before;
  }
  // In the order of settlement: by day, and on one day as entered.
  for (const limit of found.values()) limit.uses.sort((a, b) => a.date.localeCompare(b.date));
  return [...found.values()];
}

/**
 * Whether the step's figure is one that holds. An unpublished one is in the steps as the lowest or highest that it may
 * be, and nobody has a cap of 0 yuan.
 */
const isKnown = ({ value, made }: Step, line: ProgrammeLine, published: bigint | null): boolean =>
  (value === undefined || published !== null) && (made === undefined || line.steps_of === "exact");

/** The figure itself, as published for that day or entered. */
function wholeOf(
  { value }: Step,
  date: string,
  { visit, description }: Pick<View, "visit" | "description">,
): bigint | null {
  const entered = value === undefined ? undefined : visit.get(value);
  const version = versionOf(value, date, description);
  return toFen(version?.value ?? (typeof entered === "string" ? entered : undefined));
}

const paidOf = ({ paid }: ProgrammeLine): bigint => toFen(paid.likely ?? paid.low) ?? 0n;
const takenOf = ({ before, after }: Step): bigint => (toFen(before) ?? 0n) - (toFen(after) ?? 0n);

// ---------------------------------------------------------------------------------------------- drawn and told

const WORDS = {
  cap: { left: "cap-left", usedUp: "cap-used-up", open: "cap-open", took: "cap-took" },
  deductible: {
    left: "deductible-left",
    usedUp: "deductible-used-up",
    open: "deductible-open",
    took: "deductible-took",
  },
};

/** What is drawn of an open amount is one of the ways it may be: the title must not promise it. */
function state({ open, uses }: Limit): "open" | "usedUp" | "left" {
  if (open) return "open";
  return uses.at(-1)?.left === 0n ? "usedUp" : "left";
}

function limitView(limit: Limit, view: View): TemplateResult {
  const { words } = view;
  const last = limit.uses.at(-1);
  const title = words.say(WORDS[limit.kind][state(limit)], {
    programme: words.programme(limit.programme),
    year: limit.year,
    whole: fromFen(limit.whole),
    left: fromFen(last?.left ?? 0n),
  });
  const first = limit.uses[0];
  const before = first ? limit.whole - first.used - first.left : 0n;
  const row = (name: string, taken: bigint, left: bigint): TemplateResult =>
    html`<tr><th scope="row">${name}</th>
      <td>${words.money(fromFen(taken))}</td><td>${words.money(fromFen(left))}</td></tr>`;
  return html`<h4>${title}</h4>
    ${plot(limit, before, title, view)}
    <table class="figures">
      ${tableHead([words.say("year-bill"), words.say(WORDS[limit.kind].took), words.say("year-left")])}
      <tbody>
        ${before > 0n ? row(words.say("year-earlier"), before, limit.whole - before) : nothing}
        ${limit.uses.map(({ expense, used, left }) => row(billOf(expense, view), used, left))}
      </tbody></table>
    ${limit.open ? html`<p class="key">${words.say("year-open")}</p>` : nothing}`;
}

function billOf(id: string, view: View): string {
  const bill = view.visit.request?.expenses?.find((expense) => expense.id === id);
  return bill ? billName(bill, view) : id;
}

/** What is left over the twelve months: it steps down at each bill. */
function plot({ uses, whole, year: of }: Limit, before: bigint, title: string, { words }: View): TemplateResult {
  const y = scale(Number(whole) * 1.08);
  const yAt = (fen: bigint): number => SIZE - y(fromFen(fen));
  const points: [number, bigint][] = [
    [0, whole - before],
    ...uses.map(({ date, left }): [number, bigint] => [dayOf(date), left]),
  ];
  points.push([SIZE, uses.at(-1)?.left ?? whole]);
  const steps =
    line<[number, bigint]>()
      .x(([x]) => x)
      .y(([, left]) => yAt(left))
      .curve(curveStepAfter)(points) ?? "";
  const full = height(y(fromFen(whole)));
  return drawing(
    title,
    svg`<path class="chart-band" d="${steps}V${SIZE}H0Z"></path><path class="chart-line" d=${steps}></path>`,
    svg`<line class="chart-axis" x1="0" x2="100%" y1=${TALL - FOOT} y2=${TALL - FOOT}></line>
      <line class="chart-limit" x1="0" x2="100%" y1=${full} y2=${full}></line>
      ${label(words.say("year-whole", { amount: fromFen(whole) }), 0, full - 6, "chart-note")}
      ${[1, 4, 7, 10].map(
        (month) =>
          svg`<text class="chart-tick" x=${percent(dayOf(`${of}-${String(month).padStart(2, "0")}-01`))}
              y=${TALL - FOOT + 22}>${words
                .date(`${of}-${String(month).padStart(2, "0")}`)
                .replace(of, "")
                .replace("年", "")
                .trim()}</text>`,
      )}
      ${uses.map(
        ({ date, left }) => svg`<circle class="chart-point" cx=${percent(dayOf(date))}
          cy=${height(y(fromFen(left)))} r="5"></circle>`,
      )}
      ${uses
        .slice(-1)
        .map(({ date, left }) =>
          label(
            words.say("year-now", { amount: fromFen(left) }),
            dayOf(date),
            Math.min(height(y(fromFen(left))), TALL - FOOT) - 10,
            "chart-note strong",
          ),
        )}`,
  );
}

/** A day's place in its year; drawn, not computed with. */
function dayOf(date: string): number {
  const start = Date.parse(`${date.slice(0, 4)}-01-01`);
  return Math.min(SIZE, ((Date.parse(date) - start) / 86_400_000 / 366) * SIZE);
}
