import type { CommitmentSheet, SheetCell } from '#shared/commitments/sheet.ts';
import type { Cell } from '../grid.ts';
import type { SheetTable } from '../spreadsheet/write.ts';
import { dateCell, moneyCell } from './cells.ts';

/** Commitments as a reader takes them, in typed cells: dates are dates, and each amount carries its own currency. */
export function commitmentTable({ reader, columns, rows }: CommitmentSheet): SheetTable {
  return { name: reader, columns, rows: rows.map((row) => row.map((cell, index) => typedCell(cell, columns[index]?.kind))) };
}

function typedCell(cell: SheetCell, kind: 'text' | 'date' | 'money' | undefined): Cell {
  if (cell === null || typeof cell !== 'string') return moneyCell(cell);
  return kind === 'date' ? dateCell(cell) : cell;
}
