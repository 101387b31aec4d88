/**
 * What the pictures share: a drawing as wide as its column, with text at the reader's own size. Places are per cent of
 * the plot, so that nothing needs measuring; the plot itself is a nested picture that stretches.
 */

import { svg, type TemplateResult } from "lit";
import { fromFen, toFen } from "./fen";

/** Of the plot's own coordinates, either way. */
export const SIZE = 1000;

/** In pixels: the height of all, and what stands above and below the plot. */
export const TALL = 300;
export const TOP = 34;
export const FOOT = 34;
export const PLOT = TALL - TOP - FOOT;

/** Fen as a plain number for places in a drawing, never for an amount that is shown. */
export const place = (amount: string): number => Number(toFen(amount) ?? 0n);

export interface Scale {
  (amount: string): number;
  most: number;
}

/** From nothing to `most` over the plot. */
export function scale(most: number): Scale {
  return Object.assign((amount: string) => (most === 0 ? 0 : (place(amount) / most) * SIZE), { most });
}

export const percent = (at: number): string => `${(at / SIZE) * 100}%`;

/** A height of the plot in pixels from the top of the drawing; 0 stands at the bottom. */
export const height = (at: number): number => TOP + PLOT - (at / SIZE) * PLOT;

/** Round amounts between nothing and the most: two to four of them. */
export function ticks(most: number): string[] {
  const rough = most / 3;
  const power = 10 ** Math.floor(Math.log10(Math.max(rough, 100)));
  const step = [1, 2, 5, 10].map((digit) => digit * power).find((size) => size >= rough) ?? power * 10;
  const all: string[] = [];
  for (let at = step; at <= most * 1.0001; at += step) all.push(fromFen(BigInt(Math.round(at))));
  return all;
}

/** `¥5万`, `¥50K`: for an axis only. */
export function short(amount: string, lang: string): string {
  const format = new Intl.NumberFormat(lang === "zh" ? "zh-CN" : "en", {
    style: "currency",
    currency: "CNY",
    currencyDisplay: "narrowSymbol",
    notation: "compact",
    maximumFractionDigits: 1,
    minimumFractionDigits: 0,
  });
  return format.format(Number(amount));
}

/** Text that stays inside the drawing: it runs towards the middle, and in the middle to both sides. */
export function label(text: string, x: number, y: number, className: string): TemplateResult {
  const anchor = anchorAt(x);
  return svg`<text class=${className} x=${percent(x)} y=${y} dx=${{ start: 7, middle: 0, end: -7 }[anchor]}
      text-anchor=${anchor}>${text}</text>`;
}

function anchorAt(x: number): "start" | "middle" | "end" {
  if (x > SIZE * 0.7) return "end";
  return x < SIZE * 0.3 ? "start" : "middle";
}

/**
 * The drawing of a plot: `stretched` in the plot's coordinates and cut off at its edges, `over` in per cent and pixels
 * above it.
 */
export function drawing(title: string, stretched: TemplateResult, over: TemplateResult): TemplateResult {
  return svg`<svg class="chart" role="img" aria-label=${title} width="100%" height=${TALL}>
    <svg x="0" y=${TOP} width="100%" height=${PLOT} viewBox="0 0 ${SIZE} ${SIZE}" preserveAspectRatio="none"
        aria-hidden="true">${stretched}</svg>
    <g aria-hidden="true">${over}</g>
  </svg>`;
}
