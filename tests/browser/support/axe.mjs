// axe on a page: what it finds wrong, as short texts.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Every violation of WCAG 2.2 AA and of axe's best practices; none is what a test wants. */
export async function violations(page) {
  await page.evaluate(axe); // past the page's security policy, as an extension would
  const found = await page.evaluate(() => window.axe.run());
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).slice(0, 3).join(" | ")}`);
}
