/**
 * Rules of a host's own, for its region or in place of ours. They come as a classic script, since the page fetches
 * nothing, and are checked by the core. If anything is wrong with any of them, nothing is estimated: a bureau that
 * corrects a rule must not get the old one without knowing.
 */

import type { Door } from "../../package/door";
import type { PolicyReport, Problem } from "../../package/types";
import { addressOf, loadScript } from "../scripts";
import { mayBeNamed } from "./policy-name";

declare global {
  /** Policy texts, put here by scripts that `npm run wrap-policy` makes. */
  var yibaoPolicies: string[] | undefined;
}

let added: Promise<string[]> | undefined;

/** Adds the policies that a script beside the page holds. Gives what is wrong with them; nothing where all is well. */
export function addHostPolicies(door: Door, name: string): Promise<string[]> {
  if (name === "" && globalThis.yibaoPolicies === undefined) return Promise.resolve([]);
  // Once a page, because its elements share one core.
  added ??= load(door, name).then(reported);
  return added;
}

function reported(problems: string[]): string[] {
  const title = "yibao: the rules of this site are not used, and nothing is estimated.";
  if (problems.length > 0) console.error([title, ...problems].join("\n  "));
  return problems;
}

const MISNAMED =
  'a policy script lies beside the page or in a folder there, and its name begins with "policy" and ends in ".js".';

async function load(door: Door, name: string): Promise<string[]> {
  if (name !== "" && !mayBeNamed(name)) return [`"${name}" cannot be named here: ${MISNAMED}`];
  try {
    if (name !== "") await loadScript(name);
  } catch {
    return [`${addressOf(name)} is not there, or is not allowed to run.`];
  }
  const texts = globalThis.yibaoPolicies ?? [];
  if (texts.length === 0) return [`${name} brought no policy. Make it by: npm run wrap-policy policy.json ${name}`];
  return door.addPolicies(texts).flatMap((report, i) => report.problems.map((problem) => inWords(report, i, problem)));
}

function inWords({ region }: PolicyReport, i: number, { path, message, help }: Problem): string {
  return `policy ${i + 1}${region ? ` (${region})` : ""}, at "${path}": ${message}${help ? ` ${help}` : ""}`;
}
