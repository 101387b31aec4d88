/**
 * Policy texts from classic scripts, because the page fetches nothing: the files of a region's chain when it is chosen,
 * and a host's own. Both put their texts into `yibaoPolicies`.
 */

import type { IndexRow } from "../package/chain";
import { forgetScript, loadScript } from "./scripts";

declare global {
  /** Policy texts that scripts have put here: the build makes them, and `npm run wrap-policy` for a host. */
  var yibaoPolicies: string[] | undefined;
  /** Every region: `policies/index.js` puts it here. */
  var yibaoIndex: IndexRow[] | undefined;
}

const brought = new Map<string, string>();

/** The text of a file by its name: `index` or a region's code. Rejects where its script cannot be had. */
export async function readPolicy(name: string): Promise<string> {
  if (name === "index") return JSON.stringify(await loadIndex());
  await loadScript(`policies/${name}.js`);
  for (const text of takeTexts()) brought.set(regionIn(text), text);
  return brought.get(name) ?? halfArrived(`policies/${name}.js`);
}

/** Our own page names its script in the HTML, where it arrives together with the page's. */
export async function loadIndex(): Promise<IndexRow[]> {
  if (globalThis.yibaoIndex === undefined) await loadScript("policies/index.js");
  return globalThis.yibaoIndex ?? halfArrived("policies/index.js");
}

/** A browser also runs a script of which the end is missing, which then brings nothing. */
function halfArrived(name: string): never {
  forgetScript(name);
  throw new Error(`${name} did not arrive whole`);
}

/** What scripts have put down since the last time. */
export const takeTexts = (): string[] => globalThis.yibaoPolicies?.splice(0) ?? [];

/** The region that a policy is for; nothing where that cannot be read. */
export function regionIn(text: string): string {
  try {
    return String((JSON.parse(text) as { region?: unknown } | null)?.region);
  } catch {
    return "";
  }
}
