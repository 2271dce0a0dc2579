import type { Instant } from '#shared/kernel/time.ts';
import { type CommitmentSheet, commitmentSheets, type SheetCell, type SheetColumn, type SheetsBy } from '#shared/commitments/sheet.ts';
import { csvBytes } from '#shared/exchange/csv/write.ts';
import type { Cell } from '#shared/exchange/grid.ts';
import { sheetRows } from '#shared/exchange/outgoing/table-sheets.ts';
import { type SheetTable, workbookBytes } from '#shared/exchange/spreadsheet/write.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { commitmentSheetsOf } from '#shared/briefings/books.ts';
import { saveBooks } from './books.ts';
import { oneOf } from './call.ts';
import { filesWritten, saveAll } from './export.ts';
import { loadSummit, plainFileName, type Written } from './files.ts';
import type { Command } from './outcome.ts';

const tableFormats = ['xlsx', 'csv'] as const;
const formats = ['pdf', ...tableFormats] as const;
type TableFormat = (typeof tableFormats)[number];

export const sheets: Command = {
  name: 'sheets',
  usage: 'summit sheets FILE.summit --out DIR [--by cam|partner|route] [--format pdf,xlsx,csv]',
  shape: { words: ['the summit file'], values: ['out', 'by', 'format'], flags: [] },
  async run(call, surroundings) {
    const { now, progress } = surroundings;
    const out = call.value('out');
    if (out === null) return err('sheets needs --out DIR');
    const by = oneOf(call, 'by', ['cam', 'partner', 'route'], 'cam');
    if (!by.ok) return by;
    const asked = (call.value('format') ?? 'pdf,xlsx,csv').split(',').map((format) => format.trim());
    const unknown = asked.find((format) => !formats.some((known) => known === format));
    if (unknown !== undefined) return err(`--format must be ${formats.join(', ')}, not “${unknown}”`);
    const file = await loadSummit(call.words[0] ?? '');
    if (!file.ok) return file;
    const made = commitmentSheets(file.value.snapshot, by.value);
    progress(`${made.length} sheets`);
    const tables = await saveSheets(made, by.value, tableFormats.filter((format) => asked.includes(format)), out, now);
    if (!tables.ok) return tables;
    // A sheet for signature is a partner's, whoever the tables are for.
    const printed = asked.includes('pdf') ? await saveBooks(commitmentSheetsOf(file.value.snapshot, { madeAt: now }), out, surroundings) : ok({ files: [], problems: [] });
    if (!printed.ok) return printed;
    const files = [...tables.value, ...printed.value.files];
    return ok({ document: { files }, lines: [...filesWritten(files), ...printed.value.problems], findings: printed.value.problems.length });
  },
};

/** Writes every sheet in every format into a folder. */
export async function saveSheets(made: readonly CommitmentSheet[], by: SheetsBy, asked: readonly TableFormat[], folder: string, now: Instant): Promise<Result<Written[], string>> {
  const files = await Promise.all(made.flatMap((sheet, index) => asked.map(async (format) =>
    [`${nameOf(sheet, made, index)}.${format}`, `commitments-${by}`, await bytesOf(sheet, format, now), { reader: sheet.reader }] as const)));
  return saveAll(files, folder);
}

/** Two readers whose names differ only in what a file system drops still get a file each. */
function nameOf({ title }: CommitmentSheet, all: readonly CommitmentSheet[], index: number): string {
  const name = plainFileName(title);
  const earlier = all.slice(0, index).filter((other) => plainFileName(other.title).toLowerCase() === name.toLowerCase()).length;
  return earlier === 0 ? name : `${name} ${earlier + 1}`;
}

async function bytesOf(sheet: CommitmentSheet, format: TableFormat, asOf: Instant): Promise<Uint8Array> {
  const table: SheetTable = { name: sheet.reader, columns: sheet.columns, rows: sheet.rows.map((row) => row.map((cell, column) => typedCell(cell, sheet.columns[column]?.kind ?? 'text'))) };
  return format === 'csv' ? csvBytes(sheetRows(table)) : workbookBytes([table], { title: sheet.title, asOf, readMe: ['Promises of both sides. Amounts are in the currency of their row and are not added across currencies.'] });
}

function typedCell(cell: SheetCell, kind: SheetColumn['kind']): Cell {
  if (cell === null) return null;
  if (typeof cell === 'object') return { amount: cell.hundredths / 100, currency: cell.currency };
  return kind === 'date' ? { moment: cell } : cell;
}
