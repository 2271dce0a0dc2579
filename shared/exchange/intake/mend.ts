import type { GridRow, OpenedFile } from '../grid.ts';

/** Cells a planner has written anew while looking at a dry run. The files themselves stay as they are. */
export type Mends = {
  /** By list (`listKey`), then by place in it (`cellKey`). */
  readonly [list: string]: Readonly<Record<string, string>>;
};

/** One list of a folder: a file, or a sheet of a workbook. */
export function listKey(file: string, sheet: string | null): string {
  return sheet === null ? file : `${file}\n${sheet}`;
}

/** A cell by the physical line or sheet row and the column, counted from 0. */
export function cellKey(line: number, column: number): string {
  return `${line}:${column}`;
}

/** The file as if its cells had been written so. */
export function mended(file: OpenedFile, mends: Mends): OpenedFile {
  return {
    ...file,
    grids: file.grids.map((grid) => {
      const cells = mends[listKey(file.name, grid.sheet)];
      return cells === undefined ? grid : { ...grid, rows: mendedRows(grid.rows, cells) };
    }),
  };
}

function mendedRows(rows: readonly GridRow[], written: Readonly<Record<string, string>>): GridRow[] {
  const byLine = new Map<number, { readonly column: number; readonly text: string }[]>();
  for (const [place, text] of Object.entries(written)) {
    const [line = 0, column = 0] = place.split(':').map(Number);
    byLine.set(line, [...(byLine.get(line) ?? []), { column, text }]);
  }
  return rows.map((row) => {
    const here = byLine.get(row.line);
    if (here === undefined) return row;
    const cells = [...row.cells];
    for (const { column, text } of here) {
      while (cells.length < column) cells.push('');
      cells[column] = text;
    }
    return { ...row, cells };
  });
}
