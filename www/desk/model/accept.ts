/** The text that accepts a warning, and where it goes: the file's own spaces and order stay as they are. */

export interface Insertion {
  from: number;
  insert: string;
  /** The reason within it, to be written over. */
  select: { from: number; to: number };
}

export function acceptance(text: string, warning: string, at: string, reason: string): Insertion {
  const [code, place, why] = [warning, at, reason].map((text) => JSON.stringify(text));
  const entry = `{"warning": ${code}, "at": ${place}, "reason": ${why}}`;
  const list = /"accepted"\s*:\s*\[/.exec(text);
  const isEmpty = list && /^\s*\]/.test(text.slice(list.index + list[0].length));
  const before = list ? "\n    " : '"accepted": [\n    ';
  const insert = list ? `${before}${entry}${isEmpty ? "\n  " : ","}` : `${before}${entry}\n  ],\n  `;
  const from = list ? list.index + list[0].length : Math.max(0, text.search(/"programmes"\s*:/));
  const start = insert.indexOf(JSON.stringify(reason)) + 1;
  return { from, insert, select: { from: start, to: start + JSON.stringify(reason).length - 2 } };
}
