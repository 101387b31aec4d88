/**
 * Values as they are set: everything under one name together, what holds over the same days on the same authority as
 * one table.
 */

import type { FactId, ValueDescription, ValueVersion } from "../../package/types";

/** A value with all its rows. */
export interface Table {
  /** Without the row: `370200/employee-inpatient/rate`. */
  id: string;
  /** What every row shares: its name and unit. */
  of: ValueDescription;
  /** The latest first. */
  spans: Span[];
}

/** Rows with the same days, status and source. */
export interface Span {
  from?: string;
  to?: string;
  status: ValueVersion["status"];
  source?: string;
  cells: Cell[];
}

export interface Cell {
  value: ValueDescription;
  version: ValueVersion;
}

/** A full table over two facts. */
export interface Grid {
  across: FactId;
  down: FactId;
  columns: string[];
  rows: { key: string; cells: Cell[] }[];
}

const baseOf = (id: string): string => id.split("@")[0] ?? id;

export function tablesOf(values: ValueDescription[]): Table[] {
  const ids = [...new Set(values.map(({ id }) => baseOf(id)))];
  return ids.flatMap((id) => {
    const rows = values.filter((value) => baseOf(value.id) === id);
    return rows[0] ? [{ id, of: rows[0], spans: spansOf(rows) }] : [];
  });
}

function spansOf(rows: ValueDescription[]): Span[] {
  const spans = new Map<string, Span>();
  for (const value of rows) {
    for (const version of value.versions) {
      const { from, to, status, source } = version;
      const key = [from, to, status, source].join("|");
      const span = spans.get(key) ?? {
        ...(from && { from }),
        ...(to && { to }),
        status,
        ...(source && { source }),
        cells: [],
      };
      span.cells.push({ value, version });
      spans.set(key, span);
    }
  }
  return [...spans.values()].sort((a, b) => order(b.from).localeCompare(order(a.from)));
}

const order = (from: string | undefined): string => from ?? "";

export const isPublished = ({ status }: Pick<ValueVersion, "status">): boolean =>
  status === "announced" || status === "reported";

export const covers = ({ from, to }: Pick<ValueVersion, "from" | "to">, day: string): boolean =>
  (from ?? "") <= day && (to ?? "9999-12-31") >= day;

/**
 * The span as a table over two facts, where it is one and has a figure in every place. Few columns: a phone is narrow.
 */
export function gridOf({ cells, ...span }: Span): Grid | null {
  const facts = Object.keys(cells[0]?.value.row ?? {});
  if (!isPublished(span) || facts.length !== 2 || !cells.every(({ value }) => facts.every((fact) => fact in value.row)))
    return null;
  const keysOf = (fact: FactId): string[] => [...new Set(cells.map(({ value }) => value.row[fact] ?? ""))];
  const [across = "", down = ""] = [...facts].sort((a, b) => keysOf(a).length - keysOf(b).length);
  const columns = keysOf(across);
  const at = (row: string, column: string): Cell[] =>
    cells.filter(({ value }) => value.row[down] === row && value.row[across] === column);
  const rows = keysOf(down).map((key) => ({ key, cells: columns.flatMap((column) => at(key, column)) }));
  return columns.length > 1 && rows.every((row) => row.cells.length === columns.length)
    ? { across, down, columns, rows }
    : null;
}
