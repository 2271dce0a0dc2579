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
  const nameColumn = columns.find(({ field }) => field === 'name' || field === 'account_name')?.index;
  let inFooter = true;
  for (const row of [...rows].reverse()) {
    if (isBlankRow(row)) aside.set(row, 'BLANK_ROW');
    else if (isTotals(row, idColumn, nameColumn, kind === 'metrics')) aside.set(row, 'TOTALS_ROW');
    // A report's closing lines stand alone, after the last record: in the first cell, or as words of a sentence.
    else if (inFooter && columns.length > 2 && filled(row) === 1 && (!isBlankCell(row.cells[0]) || row.cells.some((cell) => typeof cell === 'string' && /\S\s+\S/.test(cell)))) aside.set(row, 'FOOTER_ROW');
    else inFooter = false;
    if (repeatsHeader(row, named)) aside.set(row, 'FOOTER_ROW');
  }
  return aside;
}

/** Nothing but the word, a count, or what it is the total of: `Total Energies` is a partner. */
const totals = /^(grand |sub ?|overall |report )?(totals?|sum|summe|zwischensumme|gesamt(summe)?|totaux|sous total|totale|totaal|suma|razem|summa|toplam|celkem|yhteensa|итого|всего|lacznie|ogolem|totalt|i alt|sammanlagt|genel toplam|ara toplam|合計|小計|総計|总计|小计|總計|합계|소계|총계|المجموع|الاجمالي)(?:\s*[:=(].*|\s+(?:\d|of |for |in |rows|records|partners|accounts|contacts|commitments|revenue|value|amount|all|general|geral|generale).*)?$/u;

/** `EMEA Total`, `Gold (3)`: of a group. */
const groupTotals = /^.+ (?:sub ?)?totals?:?$|^.+ (?:gesamt|summe)$|^.+ \(\d+(?: \p{L}+)?\)$/u;

/** A totals line names itself, has no id and leaves most columns empty, except below figures; that of a group also has no name. */
function isTotals({ cells }: GridRow, idColumn: number | undefined, nameColumn: number | undefined, ofFigures: boolean): boolean {
  let written = 0;
  const hasNoId = idColumn !== undefined && isBlankCell(cells[idColumn]);
  // Counted first: hardly a record leaves half of its columns empty, and looking for the word is dear.
  for (const cell of cells) if (!isBlankCell(cell) && ++written * 2 > cells.length && !ofFigures && !hasNoId) return false;
  const isCalled = (names: RegExp) => cells.findIndex((cell) => typeof cell === 'string' && cell !== '' && cell.length < 80 && names.test(folded(cell).normalize('NFC')));
  const named = isCalled(totals);
  if (named >= 0) return (idColumn === undefined || idColumn === named || hasNoId) && (written * 2 <= cells.length || ofFigures || words(cells) <= 2);
  return hasNoId && nameColumn !== undefined && isBlankCell(cells[nameColumn]) && isCalled(groupTotals) >= 0 && words(cells) === 1;
}

/** Cells that are no numbers. */
function words(cells: GridRow['cells']): number {
  return cells.filter((cell) => typeof cell === 'string' && /\p{L}/u.test(cell)).length;
}

function repeatsHeader({ cells }: GridRow, named: Recognised['columns']): boolean {
  return named.length > 2 && named.every(({ header, index }) => cellText(cells[index]).trim() === header);
}
