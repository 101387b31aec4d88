/**
 * Rules of a host's own, for its region or in place of ours. They come as a classic script, since the page fetches
 * nothing, and are checked by the core. If anything is wrong with any of them, nothing is estimated: a bureau that
 * corrects a rule must not get the old one without knowing.
 */

import { ancestry } from "../../package/chain";
import type { Engine } from "../../package/engine";
import type { PolicyReport, Problem } from "../../package/types";
import { regionIn, takeTexts } from "../policies";
import { addressOf, loadScript } from "../scripts";
import { mayBeNamed } from "./policy-name";

let added: Promise<string[]> | undefined;

/** Whether the host of this page has brought rules, good or bad. */
export const hasOwnPolicies = (): boolean => added !== undefined;

/** Adds the policies that a script beside the page holds. Gives what is wrong with them; nothing where all is well. */
export function addHostPolicies(engine: Engine, name: string): Promise<string[]> {
  if (name === "" && !areThere()) return Promise.resolve([]);
  // Once a page, because its elements share one core.
  added ??= load(engine, name).then(reported);
  return added;
}

/** Without a name, a script of the host's page may have brought some. In the one-file page they are ours. */
const areThere = (): boolean => Boolean(globalThis.yibaoPolicies?.length) && !globalThis.yibaoInlined;

function reported(problems: string[]): string[] {
  const title = "yibao: the rules of this site are not used, and nothing is estimated.";
  if (problems.length > 0) console.error([title, ...problems].join("\n  "));
  return problems;
}

/** Adds rules that the host hands over as a text, as often as it likes: the desk shows what it is writing. */
export async function addHostText(engine: Engine, text: string): Promise<string[]> {
  if (text === "") return [];
  await engine.load(ancestry(regionIn(text))[1] ?? NATION);
  return engine
    .addPolicies([text])
    .flatMap((report, i) => report.problems.map((problem) => inWords(report, i, problem)));
}

const MISNAMED =
  'a policy script lies beside the page or in a folder there, and its name begins with "policy" and ends in ".js".';

const NATION = "000000";

async function load(engine: Engine, name: string): Promise<string[]> {
  if (name !== "" && !mayBeNamed(name)) return [`"${name}" cannot be named here: ${MISNAMED}`];
  try {
    if (name !== "") await loadScript(name);
  } catch {
    return [`${addressOf(name)} is not there, or is not allowed to run.`];
  }
  const texts = takeTexts();
  if (texts.length === 0) return [`${name} brought no policy. Make it by: npm run wrap-policy policy.json ${name}`];
  // They may cite documents of regions further up.
  await Promise.all(texts.map((text) => engine.load(ancestry(regionIn(text))[1] ?? NATION)));
  return engine
    .addPolicies(texts)
    .flatMap((report, i) => report.problems.map((problem) => inWords(report, i, problem)));
}

function inWords({ region }: PolicyReport, i: number, { path, message, help }: Problem): string {
  return `policy ${i + 1}${region ? ` (${region})` : ""}, at "${path}": ${message}${help ? ` ${help}` : ""}`;
}
