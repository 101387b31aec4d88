// dist/element.css: the page's styles for the element inside a page of somebody else's, where the screen and the root's
// size of text are the host's business: widths count from the element, text from the reader's own size (www/page/root.ts).

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { dist } from "../support/paths.mjs";
import { Stop } from "../support/run.mjs";

/** Nothing of the host's comes in by inheritance. Browsers that cannot measure the element keep to one column. */
const host = ":host{all:initial;display:block;width:100%;container-type:inline-size}";

export function writeElementStyles() {
  const page = readFileSync(join(dist, "page.css"), "utf8");
  const element = host + ownSizes(page)
    .replace(/@media ?\((m(?:in|ax)-width): ?(\d+px)\)/g, "@container ($1:$2)")
    .replace(/\byibao-estimator((?:\[[^\]]*\]|:not\([^)]*\))+)/g, ":host($1)")
    .replace(/\byibao-estimator\b/g, ":host");
  const wrong = /@media[^{]*-width|[\d.]rem\b/.exec(element.replaceAll("--yb-rem,16px", ""));
  if (wrong || !element.includes("@container")) throw new Stop(`element.css still measures the host's page: ${wrong?.[0] ?? "no widths found"}`);
  writeFileSync(join(dist, "element.css"), element);
  // Linked by the element, too, but only when it is needed; on our own page a rem is what it was.
  const panels = join(dist, "panels.css");
  writeFileSync(panels, ownSizes(readFileSync(panels, "utf8")).replaceAll("16px)", "1rem)"));
}

/** Not "10rem" but ten times the reader's size of text. */
const ownSizes = (css) => css.replace(/(\d*\.?\d+)rem\b/g, "calc($1*var(--yb-rem,16px))");
