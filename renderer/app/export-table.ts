import { csvBytes } from '#shared/exchange/csv/write.ts';
import { sheetRows } from '#shared/exchange/outgoing/table-sheets.ts';
import type { Cell } from '#shared/exchange/grid.ts';
import type { SheetTable } from '#shared/exchange/spreadsheet/write.ts';
import { counted } from '#shared/kernel/text.ts';
import { plainText } from '#renderer/ui/data-table/cell-text.ts';
import type { Column } from '#renderer/ui/data-table/column.ts';
import type { ShownTable } from '#renderer/ui/data-table/data-table.tsx';
import { refusalText } from './refusals.ts';
import type { Planner } from './use-planner.ts';

/** Saves what a table shows as CSV: its rows in their order and its columns, with numbers and dates as spreadsheets take them. */
export async function exportTable<Row>({ platform, tell }: Planner, name: string, { rows, columns }: ShownTable<Row>): Promise<void> {
  const lines = [columns.map(({ title }) => title), ...rows.map((row) => columns.map((column) => cellOf(column, row)))];
  const saved = await platform.saveFile(`${name}.csv`, 'csv', csvBytes(lines));
  if (!saved.ok) tell(refusalText(saved.problem), 'bad');
  else if (saved.value) tell(saved.value.name === null ? `${name}.csv is in your downloads.` : `Saved ${saved.value.name}.`);
}

/** Numbers as numbers, so that one below zero is not taken for a formula; all else as plain text. */
function cellOf<Row>(column: Column<Row>, row: Row): Cell {
  const value = column.value(row);
  return column.kind === 'number' && typeof value === 'number' ? value : plainText(column, row);
}

/** Saves a picture as it is shown. */
export async function savePicture({ platform, tell }: Pick<Planner, 'platform' | 'tell'>, name: string, extension: 'svg' | 'png', picture: string | Uint8Array<ArrayBuffer>): Promise<void> {
  const fileName = `${plainName(name)}.${extension}`;
  const saved = await platform.saveFile(fileName, 'image', typeof picture === 'string' ? new TextEncoder().encode(picture) : picture);
  if (!saved.ok) tell(refusalText(saved.problem), 'bad');
  else if (saved.value) tell(saved.value.name === null ? `${fileName} is in your downloads.` : `Saved ${saved.value.name}.`);
}

/** One spreadsheet with a sheet a table, or one file a table. Tables are named after their readers; files after `name` and the reader. */
export type FileShape = 'one-workbook' | 'workbook-each' | 'csv-each';

/** Saves tables for readers outside the planner. True: they are saved. */
export async function exportSheets(planner: Planner, name: string, tables: readonly SheetTable[], shape: FileShape, readMe: readonly string[]): Promise<boolean> {
  const { platform, tell, now } = planner;
  // The spreadsheet library comes with the first spreadsheet, not with the window.
  const { workbookBytes } = await import('#shared/exchange/spreadsheet/write.ts');
  const workbook = async (title: string, sheets: readonly SheetTable[]) => (await workbookBytes(sheets, { title, asOf: now(), readMe })) as Uint8Array<ArrayBuffer>;
  const [only] = tables;
  if (!only) return false;
  if (shape === 'one-workbook' || tables.length === 1) {
    const fileName = `${plainName(tables.length === 1 ? `${name} – ${only.name}` : name)}.${shape === 'csv-each' ? 'csv' : 'xlsx'}`;
    const bytes = shape === 'csv-each' ? csvBytes(sheetRows(only)) : await workbook(name, tables);
    const saved = await platform.saveFile(fileName, shape === 'csv-each' ? 'csv' : 'spreadsheet', bytes);
    if (!saved.ok) tell(refusalText(saved.problem), 'bad');
    else if (saved.value) tell(saved.value.name === null ? `${fileName} is in your downloads.` : `Saved ${saved.value.name}.`);
    return saved.ok && saved.value !== null;
  }
  const isCsv = shape === 'csv-each';
  const fileNames = uniqueNames(tables.map((table) => plainName(`${name} – ${table.name}`)));
  const files = tables.map((table, index) => ({
    name: `${fileNames[index]}.${isCsv ? 'csv' : 'xlsx'}`, kind: isCsv ? ('csv' as const) : ('spreadsheet' as const),
    make: () => (isCsv ? Promise.resolve(csvBytes(sheetRows(table))) : workbook(`${name} – ${table.name}`, [table])),
  }));
  const saved = await platform.saveFiles(files, () => undefined);
  if (!saved.ok) tell(refusalText(saved.problem), 'bad');
  else if (saved.value) tell(`Saved ${counted(files.length, 'file')}${saved.value.folder === null ? ' to your downloads' : ` in ${saved.value.folder}`}.`);
  return saved.ok && saved.value !== null;
}

/** A name that every file system takes; readers are people and companies, whose names hold anything. */
function plainName(name: string): string {
  return [...name.replace(/[<>:"/\\|?*\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, ' ')].slice(0, 60).join('').replace(/\s+/g, ' ').replace(/^[. ]+|[. ]+$/g, '') || 'File';
}

function uniqueNames(names: readonly string[]): string[] {
  const taken = new Map<string, number>();
  return names.map((name) => {
    const count = (taken.get(name.toLowerCase()) ?? 0) + 1;
    taken.set(name.toLowerCase(), count);
    return count === 1 ? name : `${name} ${count}`;
  });
}
