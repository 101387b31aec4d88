/** A host's own colour in place of ours, as far as it can be read on our grounds. */

import { type Colour, contrast, mix, parseColour, toHex } from "./colour";

/** What text needs by WCAG AA, and in elder mode (AAA). */
const ENOUGH = 4.5;
const ENOUGH_FOR_ELDERS = 7;

const BLACK: Colour = [0, 0, 0];
const WHITE: Colour = [255, 255, 255];

export interface Accent {
  accent: Colour;
  ink: Colour;
  soft: Colour;
}

/** The nearest colour to this one that can be read on these grounds and on its own tint, with what is written on it. */
export function readable(wanted: Colour, paper: Colour, ground: Colour, enough: number): Accent {
  const dark = contrast(paper, BLACK) < contrast(paper, WHITE);
  const soft = mix(paper, wanted, dark ? 0.18 : 0.1);
  const fits = (colour: Colour): boolean => [paper, ground, soft].every((behind) => contrast(colour, behind) >= enough);
  let accent = wanted;
  for (let share = 0; share <= 1 && !fits(accent); share += 0.02) accent = mix(wanted, dark ? WHITE : BLACK, share);
  if (!fits(accent)) accent = dark ? WHITE : BLACK;
  return { accent, ink: contrast(accent, WHITE) >= contrast(accent, BLACK) ? WHITE : BLACK, soft };
}

const told = new Set<string>();

const painted = new WeakMap<HTMLElement, string>();

export function paint(page: HTMLElement, accent: string): void {
  // The grounds change with the reader's system, which draws nothing anew by itself.
  if (!painted.has(page))
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () =>
      paint(page, painted.get(page) ?? accent),
    );
  painted.set(page, accent);
  const wanted = parseColour(accent);
  if (!wanted) {
    tell(`"${accent}" is no colour like #0b6455: the page keeps its own.`);
    return;
  }
  const of = (name: string): Colour => parseColour(getComputedStyle(page).getPropertyValue(name)) ?? WHITE;
  const enough = "elder" in page.dataset ? ENOUGH_FOR_ELDERS : ENOUGH;
  const used = readable(wanted, of("--paper"), of("--ground"), enough);
  if (toHex(used.accent) !== toHex(wanted))
    tell(`${toHex(wanted)} cannot be read here (${enough}:1 is needed): ${toHex(used.accent)} is used instead.`);
  page.style.setProperty("--accent", toHex(used.accent));
  page.style.setProperty("--accent-ink", toHex(used.ink));
  page.style.setProperty("--accent-soft", toHex(used.soft));
}

/** Once each: the page is painted after every answer. */
function tell(message: string): void {
  if (!told.has(message)) console.warn(`yibao: ${message}`);
  told.add(message);
}
