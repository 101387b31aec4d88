/** Workbooks: the rules and cases out as tables, and what was changed in them back. */

import type { Fault, ReadSheet } from "../types";
import { saveFile } from "./files";

interface Texts {
  policy: string;
  cases: string;
}

interface SheetCore {
  sheetOut: (policy: string, cases: string) => Uint8Array;
  sheetIn: (policy: string, cases: string, workbook: Uint8Array) => ReadSheet;
}

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Whether a file is meant as a table. What is none after all is told by the core. */
export const isSheet = ({ name }: File): boolean => /\.(xlsx?|xlsm|et|ods|csv)$/i.test(name);

/** Hands a workbook to the browser to be saved; gives its name, or why there is none. */
export function saveSheet({ policy, cases }: Texts, core: SheetCore): { name: string } | { faults: Fault[] } {
  try {
    const bytes = core.sheetOut(policy, cases);
    return { name: saveFile(`${regionOf(policy)}.xlsx`, bytes as Uint8Array<ArrayBuffer>, XLSX) };
  } catch (error) {
    return { faults: faultsOf(error) };
  }
}

/** What a workbook makes of the texts. */
export async function readSheet(file: File, { policy, cases }: Texts, core: SheetCore): Promise<ReadSheet> {
  return core.sheetIn(policy, cases, new Uint8Array(await file.arrayBuffer()));
}

const regionOf = (policy: string): string => /"region"\s*:\s*"(\d{6})"/.exec(policy)?.[1] ?? "policy";

/** The core's error carries its faults as text; another error goes on. */
function faultsOf(error: unknown): Fault[] {
  const said = error instanceof Error ? error.message : "";
  if (!said.startsWith("[")) throw error;
  return JSON.parse(said);
}
