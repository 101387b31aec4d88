/**
 * Which policy files hold in a region. A region's *chain* is its own file and the files of all its ancestors:
 * Laoshan (370212) has those of Qingdao (370200), Shandong (370000) and China (000000).
 */

/**
 * A row of `policies/index.json`. A place without a file of its own has `listedIn`: the code whose file names it, or `""`.
 * A code that was abolished has `successor`, which is `""` where nothing took its place.
 */
export type IndexRow = [code: string, zh: string, en: string, listedIn?: string, successor?: string];

/** The regions that have a file of their own. */
export function regionsWithFile(index: readonly IndexRow[]): Set<string> {
  return new Set(index.filter(([, , , listedIn]) => listedIn === undefined).map(([code]) => code));
}

/** The codes of a region's files, nearest first. A place without a file has those of its ancestors. */
export function chainOf(code: string, files: ReadonlySet<string>): string[] {
  return ancestry(code).filter((above) => files.has(above));
}

/** A code and its ancestors: 370212, 370200, 370000, 000000. */
export function ancestry(code: string): string[] {
  return [...new Set([6, 4, 2, 0].map((digits) => code.slice(0, digits).padEnd(6, "0")))];
}
