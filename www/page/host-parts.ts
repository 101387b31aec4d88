/** What only a host asks for is loaded when it does: rules and a colour of its own. */

import type { Door } from "../package/door";
import { wholeCore } from "./core";
import { loadScript } from "./scripts";

export interface HostParts {
  /** Adds the policies that a script beside the page holds; gives what is wrong with them, in words for a webmaster. */
  addPolicies(door: Door, name: string): Promise<string[]>;
  /** Gives the page this colour, corrected where it could not be read. */
  paint(page: HTMLElement, accent: string): void;
}

declare global {
  var yibaoHost: HostParts | undefined;
  /** Policy texts, put here by scripts that `npm run wrap-policy` makes. */
  var yibaoPolicies: string[] | undefined;
}

export async function hostParts(): Promise<HostParts> {
  await loadScript("host.js");
  if (!globalThis.yibaoHost) throw new Error("host.js is of another version");
  return globalThis.yibaoHost;
}

/** Empty where there is nothing to add, or all is well. */
export async function addHostPolicies(door: Door, name: string): Promise<string[]> {
  if (name === "" && globalThis.yibaoPolicies === undefined) return [];
  await wholeCore();
  return (await hostParts()).addPolicies(door, name);
}
