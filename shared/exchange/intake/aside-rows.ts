import { folded } from '#shared/kernel/text.ts';
import { cellText, type GridRow, isBlankCell } from '../grid.ts';
import { isBlankRow, type Recognised } from '../recognise/recognise.ts';
import type { ReasonCode } from './reading.ts';

/** Rows below the header that are no records: blank ones, the totals line, and the lines a report prints below its data. The last records may have nothing but a name: see `onlyNamed`. */
export function asideRows(list: Recognised): ReadonlyMap<GridRow, ReasonCode> {
  const { kind, rows, columns } = list;
  const aside = new Map<GridRow, ReasonCode>();
  const named = columns.filter(({ header }) => header !== '');
  const idColumn = columns.find(({ field }) => field?.endsWith('_id') === true)?.index;
  const nameColumn = columns.find(({ field }) => field === 'name' || field === 'account_name')?.index;
  const isNamed = onlyNamed(list);
  let inFooter = true;
  for (const row of [...rows].reverse()) {
    if (isBlankRow(row)) aside.set(row, 'BLANK_ROW');
    else if (isTotals(row, idColumn, nameColumn, kind === 'metrics')) aside.set(row, 'TOTALS_ROW');
    // A report's closing lines stand alone, after the last record: in the first cell, or as words of a sentence.
    else if (inFooter && columns.length > 2 && filled(row) === 1 && !isNamed.has(row) && (!isBlankCell(row.cells[0]) || row.cells.some((cell) => typeof cell === 'string' && (/\S\s+\S/.test(cell) || closes(cell))))) aside.set(row, 'FOOTER_ROW');
    else inFooter = false;
    if (repeatsHeader(row, named)) aside.set(row, 'FOOTER_ROW');
  }
  return aside;
}

/**
 * The last rows that have nothing but a name and are records all the same: they follow the records without a blank line, in the column of
 * names, and read like a name. Each is flagged where it is read, since a report may print a word of its own there.
 */
export function onlyNamed({ kind, rows, columns }: Recognised): ReadonlySet<GridRow> {
  const found = new Set<GridRow>();
  const nameColumn = kind === 'metrics' ? undefined : nameColumnOf(columns)?.index;
  if (nameColumn === undefined || columns.length < 3) return found;
  const isAlone = ({ cells }: GridRow) => { const name = cells[nameColumn]; return typeof name === 'string' && !isBlankCell(name) && !closes(name) && cells.every((cell, index) => index === nameColumn || isBlankCell(cell)); };
  let from = rows.length;
  for (let above = rows[from - 1]; above !== undefined && filled(above) < 2; above = rows[from - 1]) from--;
  const last = rows[from - 1];
  if (last !== undefined && isTotals(last, columns.find(({ field }) => field?.endsWith('_id') === true)?.index, nameColumn, false)) return found;
  for (const row of rows.slice(from)) {
    if (!isAlone(row)) break;
    found.add(row);
  }
  return found;
}

/** The field that names the records of a list; null where none does. */
export function nameFieldOf({ columns }: Recognised): string | null {
  return nameColumnOf(columns)?.field ?? null;
}

function nameColumnOf(columns: Recognised['columns']): Recognised['columns'][number] | undefined {
  return columns.find(({ field }) => field !== null && names.has(field));
}

function filled({ cells }: GridRow): number {
  let count = 0;
  for (const cell of cells) if (!isBlankCell(cell)) count++;
  return count;
}

const names: ReadonlySet<string> = new Set(['name', 'account_name', 'counterparty', 'room', 'session', 'full_name', 'last']);

/** What a report says below its data and no name has: a sentence, a sign, a day or a time, or one of the words reports close with. */
const closing = /[:@©*†|?!]|https?|\d{2}|(?:\S+\s+){5}|^\(|^[-–—=_.]|[.…]$(?<!\b(?:inc|ltd|co|corp|llc|bv|b\.v|s\.a|s\.l|s\.r\.l|s\.p\.a|k\.k|pty|jr|sr|spa|plc|gmbh|a\.s|d\.o\.o|z\.o\.o|s\.r\.o)\.)|\b(?:end|page|report|generated|exported|export|printed|created|confidential|internal|copyright|source|notes?|filters?|prepared|rows?|records?|as of|legend|total|draft|disclaimer|ende|seite|bericht|erstellt|stand|quelle|vertraulich|intern|hinweis|rapport|fin|confidentiel|fuente|pagina|informe|confidencial|fonte|relatorio|riservato|bron|vertrouwelijk|zrodlo|poufne|strona|zdroj|kaynak|gizli|rapor|sayfa|kalla|kilde)\b|出典|注|機密|社外秘|以上|来源|机密|출처|대외비|보고서|이하 여백|конец|источник|конфиденциально|سري/u;

function closes(text: string): boolean {
  return closing.test(folded(text).normalize('NFC'));
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
