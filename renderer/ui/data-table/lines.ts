import { totals, type Money } from '#shared/kernel/money.ts';
import { wordsOf } from './cell-text.ts';
import type { Column } from './column.ts';

/** What the table draws line by line: rows, and headings of groups where it is grouped. */
export type Line<Row> =
  | { readonly kind: 'row'; readonly key: string; readonly row: Row; readonly index: number }
  | { readonly kind: 'group'; readonly key: string; readonly title: string; readonly rows: readonly Row[]; readonly folded: boolean };

export function linesOf<Row>(rows: readonly Row[], rowId: (row: Row) => string, groupBy: Column<Row> | null, foldedGroups: ReadonlySet<string>): readonly Line<Row>[] {
  const indexOf = new Map(rows.map((row, index) => [row, index]));
  const line = (row: Row): Line<Row> => ({ kind: 'row', key: rowId(row), row, index: indexOf.get(row) ?? 0 });
  if (!groupBy) return rows.map(line);
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const title = groupBy.text?.(row) ?? wordsOf(groupBy, groupBy.value(row));
    const group = groups.get(title);
    if (group) group.push(row);
    else groups.set(title, [row]);
  }
  return [...groups].flatMap(([title, members]) => {
    const isFolded = foldedGroups.has(title);
    const heading: Line<Row> = { kind: 'group', key: `group:${title}`, title: title || 'None', rows: members, folded: isFolded };
    return isFolded ? [heading] : [heading, ...members.map(line)];
  });
}

/** The total of a numeric column: one number, or one amount a currency; null where the column is not summed. */
export function sumOf<Row>(column: Column<Row>, rows: readonly Row[]): string | null {
  if (column.sum === false) return null;
  const summed = column.summed ? rows.filter(column.summed) : rows;
  if (column.kind === 'number') {
    const known = summed.map(column.value).filter((value) => value !== null);
    return known.length === 0 ? null : wordsOf(column, known.reduce<number>((sum, value) => sum + Number(value), 0));
  }
  if (column.kind !== 'money') return null;
  const amounts = summed.map(column.value).filter((value): value is Money => typeof value === 'object' && value !== null);
  return totals(amounts).map((amount) => wordsOf(column, amount)).join(' + ');
}
