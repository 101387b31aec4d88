/**
 * Rules of a host's own, for its region or in place of ours. They come as a classic script, since the page fetches
 * nothing, and are checked by the core. If anything is wrong with any of them, nothing is estimated: a bureau that
 * corrects a rule must not get the old one without knowing.
 */

import type { Door } from "../../package/door";
import type { PolicyReport, Problem } from "../../package/types";
import { addressOf, loadScript } from "../scripts";
import { mayBeNamed } from "./names";

let added: Promise<string[]> | undefined;

/** Once a page: its elements share one core. */
export function addPolicies(door: Door, name: string): Promise<string[]> {
  added ??= load(door, name).then((problems) => {
    if (problems.length > 0)
      console.error(
        ["yibao: the rules of this site are not used, and nothing is estimated.", ...problems].join("\n  "),
      );
    return problems;
  });
  return added;
}

async function load(door: Door, name: string): Promise<string[]> {
  if (name !== "" && !mayBeNamed(name)) {
    return [
      `"${name}" cannot be named here: a policy script lies beside the page or in a folder there, and its name begins with "policy" and ends in ".js".`,
    ];
  }
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
