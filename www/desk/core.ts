/** The core of the desk: that of the page, with what only officers ask. Its module lies inside the desk's script. */

import alphabet from "virtual:core-alphabet";
import letters from "virtual:core-letters";
import start, * as glue from "../../target/core-desk/yibao.js";
import { chainOf, regionsWithFile } from "../package/chain";
import { core } from "../package/core";
import { type Engine, engine as withPolicies } from "../package/engine";
import { requestText } from "../package/request-text";
import { bytesOfLetters } from "../page/letters";
import { loadIndex, readPolicy } from "../page/policies";
import { today } from "../page/today";
import type { Begun, Job, Reported } from "./cohort/messages";
import type { Both, Checked, Coverage, Decoded, Diff, Mutated, Notice, ReadSheet, RunCases } from "./types";

const bare = core(async () => {
  await start({ module_or_path: bytesOfLetters(letters, alphabet) });
  return glue;
}, requestText);

export const engine: Engine = withPolicies(bare, { policies: readPolicy });

/** So many people are asked about in a comparison: enough to meet every kind of person, few enough not to wait. */
const PEOPLE = 400;

export const officer = {
  check: (text: string, cases: string): Checked => JSON.parse(glue.check(text, cases, today())),
  runCases: (text: string, cases: string): RunCases => JSON.parse(glue.runCases(text, cases)),
  coverage: (text: string, cases: string): Coverage => JSON.parse(glue.coverage(text, cases)),
  mutate: (text: string, cases: string): Mutated => JSON.parse(glue.mutate(text, cases)),
  diff: (old: string, text: string, cases: string): Diff => JSON.parse(glue.diff(old, text, cases, PEOPLE, today())),
  schema: (): unknown => JSON.parse(glue.schema()),
  newLike: glue.newLike,
  sheetOut: (text: string, cases: string): Uint8Array => glue.sheetOut(text, cases),
  sheetIn: (text: string, cases: string, workbook: Uint8Array): ReadSheet =>
    JSON.parse(glue.sheetIn(text, cases, workbook)),
  meaning: (fact: string, key: string): Both => JSON.parse(glue.meaning(fact, key)),
  cohortExample: glue.cohortExample,
  cohortBegin: ({ described, before, after }: Job): Begun => JSON.parse(glue.cohortBegin(described, before, after)),
  cohortCount: (from: number, to: number): Notice[] => JSON.parse(glue.cohortCount(from, to)),
  cohortAdd: (counted: Uint8Array): void => glue.cohortAdd(counted),
  cohortReport: (lang: string): Reported => JSON.parse(glue.cohortReport(lang)),
  bytes: (): Uint8Array => bytesOfLetters(letters, alphabet),
  /** The files above a region, which its own text is added to. */
  policies: async (region: string): Promise<string[]> => {
    const chain = chainOf(region, regionsWithFile(await loadIndex()));
    return Promise.all(chain.map(readPolicy));
  },
  decode: (bytes: Uint8Array): Decoded => JSON.parse(glue.decode(bytes)),
};
