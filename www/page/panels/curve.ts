/** What the resident pays against the size of the bill: with the places where it bends, and their own bill on it. */

import { area, line } from "d3-shape";
import { html, nothing, svg, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { Bend, Curve, CurvePoint, Estimate, Expense, LargestBill, Money, StepRole } from "../../package/types";
import { amountText, isExact } from "../view/amounts";
import type { View } from "../view/view";
import { shownMoney, money as typedMoney } from "../visit/typed";
import { billChoice, billFor } from "./bill-choice";
import {
  drawing,
  FOOT,
  height,
  label,
  percent,
  place,
  type Scale,
  SIZE,
  scale,
  short,
  TALL,
  TOP,
  ticks,
} from "./chart";
import { deferred } from "./deferred";
import { fromFen, toFen } from "./fen";
import { memory } from "./memory";
import { tableHead } from "./table-head";

/** The most that the resident can pay, as typed. */
const asked = memory<{ most: string }>(() => ({ most: "" }));

export function curve(_: Estimate, view: View): TemplateResult {
  const { visit } = view;
  const bill = billFor("curve", view);
  const { most } = asked(visit);
  const limit = toFen(most) === null ? undefined : most;
  if (!bill) return html``;
  const drawn = deferred("curve", [visit.request, bill.id], () => curveOf(view, bill), view);
  if ("notYet" in drawn) return html`${billChoice("curve", view)}${drawn.notYet}`;
  if (drawn.value === null) return html`${billChoice("curve", view)}`;
  return html`${billChoice("curve", view)}${picture(drawn.value, limit, view)}${question(bill, limit, view)}`;
}

/** Where a range would stretch it far beyond the bill, only as far as something can be seen. */
function curveOf({ visit }: View, { id, total }: Expense): Curve | null {
  const { engine, request } = visit;
  if (!request) return null;
  const first = engine.curve(request, { expense: id });
  if (first.outcome !== "curve" || first.exact) return first.outcome === "curve" ? first : null;
  const bends = first.points.filter(({ bends: all }) => all.length > 0).map(({ bill }) => toFen(bill) ?? 0n);
  const far = [2n * (toFen(total) ?? 0n), ...bends.map((bill) => (bill * 6n) / 5n)].reduce((a, b) => (a > b ? a : b));
  if (far === 0n || far >= (toFen(first.points.at(-1)?.bill) ?? 0n)) return first;
  const near = engine.curve(request, { expense: id, up_to: fromFen(far) });
  return near.outcome === "curve" ? near : first;
}

// ---------------------------------------------------------------------------------------------- the picture

/** A place worth naming: where a step takes hold or lets go, not where rounding does. */
interface Kink {
  point: CurvePoint;
  bend: Bend;
}

/** What steps that a resident knows by name do, what says most first. */
const NAMED: StepRole[] = ["deductible", "limit", "share"];

function kinksOf({ points }: Curve): Kink[] {
  return points.flatMap((point) => {
    const rank = ({ role }: Bend): number => (role ? NAMED.indexOf(role) : NAMED.length);
    const [bend] = point.bends.filter((entry) => rank(entry) >= 0).sort((a, b) => rank(a) - rank(b));
    return bend && place(point.bill) >= 100 ? [{ point, bend }] : [];
  });
}

function picture(drawn: Curve, limit: string | undefined, view: View): TemplateResult {
  const { words } = view;
  const kinks = kinksOf(drawn);
  const title = titleOf(drawn, view);
  return html`<h4>${title}</h4>
    ${plot(drawn, kinks, title, limit, view)}
    ${drawn.exact ? nothing : html`<p class="key">${words.say("curve-band")}</p>`}
    ${table(drawn, kinks, view)}`;
}

/** The message: what this bill costs, and what one more thousand would. */
function titleOf({ here, points, exact }: Curve, { words }: View): string {
  const own = amountText(here.out_of_pocket, words);
  const plain = words.say("curve-title", { bill: here.bill, own });
  if (!exact) return plain;
  const at = toFen(here.bill) ?? 0n;
  const next = points.find(({ bill }) => (toFen(bill) ?? 0n) >= at + 100_000n);
  const bendsBefore = points.some(({ bill }) => {
    const fen = toFen(bill) ?? 0n;
    return fen > at && fen < at + 100_000n;
  });
  if (!next || bendsBefore) return plain;
  const wide = (toFen(next.bill) ?? 0n) - at;
  const more =
    (((toFen(next.out_of_pocket.low) ?? 0n) - (toFen(here.out_of_pocket.low) ?? 0n)) * 100_000n + wide / 2n) / wide;
  return words.say("curve-title-more", { bill: here.bill, own, more: fromFen(more) });
}

function plot(drawn: Curve, kinks: Kink[], title: string, limit: string | undefined, { words }: View): TemplateResult {
  const { points, here } = drawn;
  const x = scale(edgeOf(drawn, kinks));
  const y = scale(Math.max(highestWithin(points, x.most), 1) * 1.06);
  const yAt = (amount: Money): number => SIZE - y(amount);
  const band = area<CurvePoint>()
    .x(({ bill }) => x(bill))
    .y0(({ out_of_pocket: own }) => yAt(own.low))
    .y1(({ out_of_pocket: own }) => yAt(own.high));
  const edge = (end: "low" | "high"): string =>
    line<CurvePoint>()
      .x(({ bill }) => x(bill))
      .y(({ out_of_pocket: own }) => yAt(own[end]))(points) ?? "";
  const open = points.some(({ out_of_pocket: own }) => !isExact(own));
  // Without insurance every yuan would be one's own: as far as it fits.
  const all = Math.min(x.most, y.most);
  const [right, top] = [(all / x.most) * SIZE, (all / y.most) * SIZE];
  // Beside it, where there is room; where it is steep, high up between two amounts of the scale.
  const along = right < SIZE * 0.3 ? 0.87 : 0.62;
  return drawing(
    title,
    svg`
      <path class="chart-band" d=${band(points) ?? ""}></path>
      <path class="chart-all" d="M0,${SIZE}L${right},${SIZE - top}"></path>
      <path class="chart-line" d=${edge("high")}></path>
      ${open ? svg`<path class="chart-line" d=${edge("low")}></path>` : nothing}`,
    svg`${grid(x, y, words)}
      ${label(
        words.say("curve-all"),
        right * along,
        height(top * along) + (right * along > SIZE / 2 ? -4 : 12),
        "chart-note",
      )}
      ${
        limit === undefined || place(limit) > y.most
          ? nothing
          : svg`<line class="chart-limit" x1="0" x2="100%" y1=${height(y(limit))} y2=${height(y(limit))}></line>
        ${label(words.say("curve-limit", { amount: limit }), SIZE, height(y(limit)) - 6, "chart-note strong")}`
      }
      ${kinks.map(({ point }, i) =>
        x(point.bill) > SIZE ? nothing : mark(String(i + 1), x(point.bill), height(y(point.out_of_pocket.high))),
      )}
      ${hereMark(
        here,
        x,
        y,
        isExact(here.out_of_pocket)
          ? words.say("curve-here", { own: here.out_of_pocket.low })
          : words.say("curve-yours"),
      )}`,
  );
}

/**
 * So far that the resident's own bill stands well inside, with the bends around it. What lies farther off is in the
 * table.
 */
function edgeOf({ points, here }: Pick<Curve, "points" | "here">, kinks: Kink[]): number {
  const bill = place(here.bill);
  const near = kinks.map(({ point }) => place(point.bill)).filter((at) => at <= bill * 6);
  return Math.max(1, Math.min(place(points.at(-1)?.bill ?? "0"), Math.max(bill * 2.4, ...near.map((at) => at * 1.25))));
}

/** The largest own part drawn: of the points, and of the line to the first one beyond. */
function highestWithin(points: CurvePoint[], most: number): number {
  const high = ({ out_of_pocket: own }: CurvePoint): number => place(own.high);
  const within = points.filter(({ bill }) => place(bill) <= most);
  const [last, next] = [within.at(-1), points[within.length]];
  const inside = Math.max(0, ...within.map(high));
  if (!last || !next) return inside;
  const part = (most - place(last.bill)) / (place(next.bill) - place(last.bill));
  return Math.max(inside, high(last) + (high(next) - high(last)) * part);
}

/** Amounts of the bill along the foot, of the resident's own part at the left, in the plot. */
function grid(x: Scale, y: Scale, words: View["words"]): TemplateResult {
  const [up, along] = [ticks(y.most), ticks(x.most)];
  return svg`<line class="chart-axis" x1="0" x2="100%" y1=${TALL - FOOT} y2=${TALL - FOOT}></line>
    ${up.map(
      (
        amount,
        i,
      ) => svg`<line class="chart-grid" x1="0" x2="100%" y1=${height(y(amount))} y2=${height(y(amount))}></line>
      <text class="chart-tick" x="0"
          y=${height(y(amount)) - 5}>${
            i < up.length - 1
              ? short(amount, words.lang)
              : words.say("curve-axis-own", { amount: short(amount, words.lang) })
          }</text>`,
    )}
    ${along.map(
      (amount, i) => svg`<text class="chart-tick" x=${percent(x(amount))} y=${TALL - FOOT + 22}
        text-anchor=${x(amount) > SIZE * 0.86 ? "end" : "middle"}>${
          i < along.length - 1
            ? short(amount, words.lang)
            : words.say("curve-axis-bill", { amount: short(amount, words.lang) })
        }</text>`,
    )}`;
}

function mark(text: string, x: number, y: number): TemplateResult {
  return svg`<circle class="chart-kink" cx=${percent(x)} cy=${y} r="9"></circle>
    <text class="chart-number" x=${percent(x)} y=${y + 4.5} text-anchor="middle">${text}</text>`;
}

function hereMark({ bill, out_of_pocket: own }: CurvePoint, x: Scale, y: Scale, text: string): TemplateResult {
  const [at, low, high] = [percent(x(bill)), height(y(own.low)), height(y(own.high))];
  return svg`<line class="chart-here" x1=${at} x2=${at} y1=${TALL - FOOT} y2=${TOP - 8}></line>
    <circle class="chart-point" cx=${at} cy=${low} r="6"></circle>${
      low === high ? nothing : svg`<circle class="chart-point" cx=${at} cy=${high} r="6"></circle>`
    }
    ${label(text, x(bill), TOP - 12, "chart-note strong")}`;
}

/** With what is bent where, if that is known; otherwise a few bills with their ranges. */
function table({ points, here, exact }: Curve, kinks: Kink[], view: View): TemplateResult {
  const { words } = view;
  const edge = edgeOf({ points, here }, kinks);
  const bends = kinks.map(({ point, bend }, i) => ({
    point,
    n: place(point.bill) <= edge ? String(i + 1) : "",
    text: bendText(bend, view),
  }));
  const some = points
    .filter((point, i) => i % 4 === 0 && point.bill !== here.bill)
    .map((point) => ({ point, n: "", text: "" }));
  const rows = [...(exact || bends.length > 0 ? bends : some), { point: here, n: "", text: "" }];
  const told = rows.some(({ text }) => text !== "");
  rows.sort((a, b) => place(a.point.bill) - place(b.point.bill));
  return html`<table class="figures">
    ${tableHead([words.say("curve-bill"), words.say("payers-own"), told ? words.say("curve-what") : ""])}
    <tbody>${rows.map(
      ({ point, n, text }) => html`<tr class=${point === here ? "yours" : ""}>
      <th scope="row"><span class="at">${n ? numbered(n) : nothing}${words.money(point.bill)}</span>${
        point === here ? html`<small>${words.say("curve-yours")}</small>` : nothing
      }</th>
      <td>${amountText(point.out_of_pocket, words)}</td>${told ? html`<td>${text}</td>` : nothing}</tr>`,
    )}</tbody></table>`;
}

const numbered = (n: string): TemplateResult => html`<span class="number" aria-hidden="true">${n}</span>`;

function bendWords({ role, period }: Bend): string {
  if (role === undefined) return "bend-programme";
  if (role === "limit") return period === "year" ? "bend-cap-year" : "bend-cap";
  return role === "deductible" ? "bend-deductible" : "bend-bands";
}

const bendText = (bend: Bend, { words }: View): string =>
  words.say(bendWords(bend), { programme: words.programme(bend.programme) });

// ---------------------------------------------------------------------------------------------- how large may it be

function question(bill: Expense, limit: string | undefined, view: View): TemplateResult {
  const { words, visit } = view;
  const state = asked(visit);
  const wrong = state.most !== "" && limit === undefined;
  const commit = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const text = input.value.trim();
    state.most = text === "" ? "" : typedMoney(text);
    input.value = shownMoney(state.most);
    view.redraw();
  };
  return html`<div class="inverse">
    <label class="label" for="curve-most">${words.say("inverse-question")}</label>
    ${wrong ? html`<p class="error" id="curve-most-error">${words.say("problem-malformed_money")}</p>` : nothing}
    <span class="with-unit"><input type="text" id="curve-most" class="money" inputmode="decimal" autocomplete="off"
        .value=${shownMoney(state.most)}
      aria-invalid=${wrong ? "true" : nothing} aria-describedby=${wrong ? "curve-most-error" : nothing}
          @change=${commit}><span class="unit" aria-hidden="true">${words.say("unit-yuan")}</span></span>
    <div role="status">${
      limit === undefined
        ? nothing
        : repeat(
            [limit],
            (key) => key,
            () => inverse(bill, limit, view),
          )
    }</div>
  </div>`;
}

function inverse({ id }: Expense, most: string, view: View): TemplateResult {
  const { visit } = view;
  const found = deferred(
    "inverse",
    [visit.request, id, most],
    () => {
      const answer = visit.request && visit.engine.curve(visit.request, { expense: id, pay_at_most: most });
      return answer?.outcome === "curve" ? (answer.inverse ?? null) : null;
    },
    view,
  );
  if ("notYet" in found) return found.notYet;
  return html`${
    found.value === null ? nothing : html`<p class="inverse-answer">${inverseText(found.value, view)}</p>`
  }`;
}

function inverseText({ pay_at_most: amount, sure, possible }: LargestBill, { words }: View): string {
  if (sure === "any") return words.say("inverse-any", { amount });
  if (possible === "none") return words.say("inverse-none", { amount });
  if (sure === possible) return words.say("inverse-exact", { amount, bill: sure });
  const first =
    sure === "none" ? words.say("inverse-unsure", { amount }) : words.say("inverse-sure", { amount, bill: sure });
  const second =
    possible === "any" ? words.say("inverse-possible-any") : words.say("inverse-possible", { bill: possible });
  return words.lang === "zh" ? first + second : `${first} ${second}`;
}
