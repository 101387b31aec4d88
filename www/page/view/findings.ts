/** The findings of an answer, its worked lines and its sources, gathered as the page shows them. */

import type { Description, Estimate, Finding, ProgrammeAnswer, ProgrammeLine, Source, Text } from "../../package/types";

/** Of the person and of all lines; the same condition on two bills is said once. */
export function findingsOf({ findings, lines }: ProgrammeAnswer, wanted: Finding["truth"]): Finding[] {
  const seen = new Set<string>();
  return [...findings, ...lines.flatMap((line) => line.findings)].filter((finding) => {
    const key = `${finding.condition} ${JSON.stringify(textOf(finding))}`;
    return finding.truth === wanted && !seen.has(key) && seen.add(key);
  });
}

/** What a finding says: the words of its condition, where it has none of its own. */
export const textOf = ({ condition, text }: Finding): Text => text ?? { id: condition };

/** The bills for which there is something to work out. */
export const workedLines = (answer: ProgrammeAnswer): ProgrammeLine[] =>
  answer.lines.filter(({ steps, verdict }) => steps.length > 0 && verdict !== "does_not_apply");

/** The documents behind what applies or may apply. */
export function sourcesBehind({ programmes, sources }: Estimate): Source[] {
  const applying = programmes.filter(({ verdict }) => verdict !== "does_not_apply");
  const named = new Set(applying.flatMap((programme) => programme.sources));
  return sources.filter(({ id }) => named.has(id));
}

/** The documents of one programme. */
export const sourcesOf = (answer: ProgrammeAnswer, { sources }: Description): Source[] =>
  sources.filter(({ id }) => answer.sources.includes(id));
