/** The findings of an answer, its worked lines and its sources, gathered as the page shows them. */

import type { Estimate, Finding, ProgrammeAnswer, ProgrammeLine, Source } from "../../package/types";

/** Of the person and of all lines; the same condition on two bills is said once. */
export function findingsOf({ findings, lines }: ProgrammeAnswer, wanted: Finding["truth"]): Finding[] {
  const seen = new Set<string>();
  return [...findings, ...lines.flatMap((line) => line.findings)].filter(({ condition, truth, text }) => {
    const key = `${condition} ${text.id} ${JSON.stringify(text.args ?? {})}`;
    return truth === wanted && !seen.has(key) && seen.add(key);
  });
}

/** The bills for which there is something to work out. */
export const workedLines = (answer: ProgrammeAnswer): ProgrammeLine[] =>
  answer.lines.filter(({ steps, verdict }) => steps.length > 0 && verdict !== "does_not_apply");

/** The documents behind what applies or may apply. */
export const sourcesOf = ({ programmes }: Estimate): Source[] =>
  programmes.filter(({ verdict }) => verdict !== "does_not_apply").flatMap(({ sources }) => sources);
