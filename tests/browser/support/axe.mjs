// axe on a page: what it finds wrong, as short texts.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe reads from styles: what it reads from the page is the same in every look. */
const STYLES = ["color-contrast", "color-contrast-enhanced", "link-in-text-block", "target-size", "scrollable-region-focusable"];

/**
 * Every violation of WCAG 2.2 AA and of axe's best practices; none is what a test wants. `isLarge`: large text promises a
 * contrast of 7:1. `rules`: "all", or "styles" alone. `where`: which part of the page, as axe has it.
 */
export async function violations(page, { isLarge = false, rules = "all", where = { include: "html" } } = {}) {
  // By the debugger, since a page's own policy lets no other script in.
  if (!await page.evaluate(() => "axe" in window)) await page.evaluate(axe);
  const options = { preload: false, resultTypes: ["violations"], ...choice(rules, isLarge) };
  const found = await page.evaluate(([where, options]) => window.axe.run(where, options), [where, options]);
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).slice(0, 3).join(" | ")}`);
}

function choice(rules, isLarge) {
  // Two rules are looked at only where axe is told to.
  if (rules === "all") return { rules: { "color-contrast-enhanced": { enabled: isLarge }, "target-size": { enabled: true } } };
  return { runOnly: STYLES.filter((rule) => isLarge || rule !== "color-contrast-enhanced") };
}
