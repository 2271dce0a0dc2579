import { folded } from '#shared/kernel/text.ts';
import { cellText, type GridRow, isBlankCell } from '../grid.ts';
import { isBlankRow, type Recognised } from '../recognise/recognise.ts';
import type { ReasonCode } from './reading.ts';

/** Rows below the header that are no records: blank ones, the totals line, and the lines a report prints below its data. */
export function asideRows({ kind, rows, columns }: Recognised): ReadonlyMap<GridRow, ReasonCode> {
  const aside = new Map<GridRow, ReasonCode>();
  const filled = (row: GridRow) => row.cells.filter((cell) => !isBlankCell(cell)).length;
  const named = columns.filter(({ header }) => header !== '');
  const idColumn = columns.find(({ field }) => field?.endsWith('_id') === true)?.index;
  let inFooter = true;
  for (const row of [...rows].reverse()) {
    if (isBlankRow(row)) aside.set(row, 'BLANK_ROW');
    else if (isTotals(row, idColumn, kind === 'metrics')) aside.set(row, 'TOTALS_ROW');
    // A report's closing lines stand alone, after the last record: in the first cell, or as words of a sentence.
    else if (inFooter && columns.length > 2 && filled(row) === 1 && (!isBlankCell(row.cells[0]) || row.cells.some((cell) => typeof cell === 'string' && /\S\s+\S/.test(cell)))) aside.set(row, 'FOOTER_ROW');
    else inFooter = false;
    if (repeatsHeader(row, named)) aside.set(row, 'FOOTER_ROW');
  }
  return aside;
}

/** Nothing but the word, a count, or what it is the total of: `Total Energies` is a partner. */
const totals = /^(grand |sub ?|overall |report )?(totals?|sum|summe|zwischensumme|gesamt(summe)?|totaux|sous total|totale|totaal|suma|razem|summa|toplam|celkem|yhteensa|итого|всего|合計|总计|합계)(?:\s*[:=(].*|\s+(?:\d|of |for |in |rows|records|partners|accounts|contacts|commitments|revenue|value|amount|all|general|geral|generale).*)?$/u;

/** A totals line names itself, has no id and leaves most columns empty, except below figures. */
function isTotals({ cells }: GridRow, idColumn: number | undefined, ofFigures: boolean): boolean {
  let written = 0;
  // Counted first: hardly a record leaves half of its columns empty, and looking for the word is dear.
  for (const cell of cells) if (!isBlankCell(cell) && ++written * 2 > cells.length && !ofFigures) return false;
  const named = cells.findIndex((cell) => typeof cell === 'string' && cell !== '' && cell.length < 80 && totals.test(folded(cell)));
  return named >= 0 && (idColumn === undefined || idColumn === named || isBlankCell(cells[idColumn]));
}

function repeatsHeader({ cells }: GridRow, named: Recognised['columns']): boolean {
  return named.length > 2 && named.every(({ header, index }) => cellText(cells[index]).trim() === header);
}
