import { useState } from 'react';
import type { Line } from './lines.ts';

/** Where the keyboard stands: a line by its key (`head` is the heading row) and a column by its id. */
export type Cursor = { readonly line: string; readonly column: string };

export const headLine = 'head';

export type UseCursor = {
  readonly cursor: Cursor;
  /** Index among the lines; -1 on the heading row. */
  readonly lineIndex: number;
  readonly columnIndex: number;
  readonly stand: (lineIndex: number, columnIndex: number) => Cursor;
};

/** The cursor follows its record through sorting and filtering, and the active record when that is set from outside. */
export function useCursor<Row>(lines: readonly Line<Row>[], columnIds: readonly string[], activeId: string | null, indexOfKey: ReadonlyMap<string, number>): UseCursor {
  const [stored, setStored] = useState<Cursor>(() => ({ line: activeId ?? lines[0]?.key ?? headLine, column: columnIds[0] ?? '' }));
  const [seenActive, setSeenActive] = useState(activeId);
  if (activeId !== seenActive) {
    setSeenActive(activeId);
    if (activeId !== null) setStored({ ...stored, line: activeId });
  }
  const line = stored.line === headLine || indexOfKey.has(stored.line) ? stored.line : (lines[0]?.key ?? headLine);
  const column = columnIds.includes(stored.column) ? stored.column : (columnIds[0] ?? '');
  function stand(toLine: number, toColumn: number): Cursor {
    const next = { line: toLine < 0 ? headLine : (lines[Math.min(toLine, lines.length - 1)]?.key ?? headLine), column: columnIds[Math.max(0, Math.min(columnIds.length - 1, toColumn))] ?? '' };
    setStored(next);
    return next;
  }
  return { cursor: { line, column }, lineIndex: line === headLine ? -1 : (indexOfKey.get(line) ?? -1), columnIndex: columnIds.indexOf(column), stand };
}
