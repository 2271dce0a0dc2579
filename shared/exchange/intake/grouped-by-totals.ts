import type { Cell, GridRow } from '../grid.ts';
import { isBlankCell } from '../grid.ts';
import type { Recognised } from '../recognise/recognise.ts';
import { asideRows } from './aside-rows.ts';

/**
 * Reports with totals below each group say in the first record of a group what its others leave blank. Where a column is filled in the
 * first record of every group and in no other, its value is of the whole group. A list without such columns is returned itself.
 */
export function filledByGroups(list: Recognised): Recognised {
  const open = list.columns.filter(({ field, index }) => field !== null && mayGroup(list.rows, index));
  if (open.length === 0) return list;
  const groups = groupsOf(list);
  if (groups.length < 2 || groups.every(({ length }) => length < 2)) return list;
  const grouping = open.filter(({ index }) => groups.every((group) => group.every(({ cells }, at) => isBlankCell(cells[index]) === at > 0)));
  if (grouping.length === 0) return list;
  const firsts = new Map(groups.flatMap((group) => group.slice(1).map((row) => [row, group[0]] as const)));
  return { ...list, rows: list.rows.map((row): GridRow => {
    const first = firsts.get(row);
    if (first === undefined) return row;
    const cells: Cell[] = [...row.cells];
    for (const { index } of grouping) cells[index] = first.cells[index] ?? null;
    return { ...row, cells };
  }) };
}

/** Seen in the first rows, since hardly a column of any list begins so. */
function mayGroup(rows: readonly GridRow[], index: number): boolean {
  const few = rows.slice(0, 60);
  return !isBlankCell(few[0]?.cells[index]) && few.filter(({ cells }) => isBlankCell(cells[index])).length * 4 >= few.length;
}

/** The records between lines of totals; none where no total has a record below it. */
function groupsOf(list: Recognised): GridRow[][] {
  const aside = asideRows(list);
  const groups: GridRow[][] = [[]];
  for (const row of list.rows) {
    const code = aside.get(row);
    if (code === 'TOTALS_ROW') groups.push([]);
    else if (code === undefined) groups.at(-1)?.push(row);
  }
  return groups.filter(({ length }) => length > 0);
}
