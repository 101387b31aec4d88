/**
 * Which policy files hold in a region. A region's *chain* is its own file and the files of all its ancestors:
 * Laoshan (370212) has those of Qingdao (370200), Shandong (370000) and China (000000).
 */

/** A row of `policies/index.json`. A region without a file of its own (a district) ends with the code whose file lists it. */
export type IndexRow = [code: string, zh: string, en: string, listedIn?: string];

/** The codes of a region's files, nearest first. A code that the index lacks still has the files of its ancestors. */
export function chainOf(code: string, index: readonly IndexRow[]): string[] {
  const files = new Set(index.filter(([, , , listedIn]) => listedIn === undefined).map(([listed]) => listed));
  return ancestry(code).filter((above) => files.has(above));
}

/** A code and its ancestors: 370212, 370200, 370000, 000000. */
export function ancestry(code: string): string[] {
  return [...new Set([6, 4, 2, 0].map((digits) => code.slice(0, digits).padEnd(6, "0")))];
}
