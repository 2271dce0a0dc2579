import { join } from 'node:path';
import { csvBytes } from '#shared/exchange/csv/write.ts';
import { sheetRows, tableSheets } from '#shared/exchange/outgoing/table-sheets.ts';
import { workbookBytes } from '#shared/exchange/spreadsheet/write.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { theSummit } from '#shared/summit/summit.ts';
import { oneOf } from './call.ts';
import { loadSummit, plainFileName, saveFile, type Written } from './files.ts';
import type { Command } from './outcome.ts';

export const exportTables: Command = {
  name: 'export',
  usage: 'summit export FILE.summit --out DIR --format csv|xlsx',
  shape: { words: ['the summit file'], values: ['out', 'format'], flags: [] },
  async run(call, { now }) {
    const out = call.value('out');
    if (out === null) return err('export needs --out DIR');
    const format = oneOf(call, 'format', ['csv', 'xlsx'], 'csv');
    if (!format.ok) return format;
    const file = await loadSummit(call.words[0] ?? '');
    if (!file.ok) return file;
    const tables = tableSheets(file.value.snapshot);
    const title = theSummit(file.value.snapshot).name || 'Summit';
    const saved = await saveAll(
      format.value === 'csv'
        ? tables.map((table) => [`${table.name}.csv`, table.name, csvBytes(sheetRows(table))])
        : [[`${plainFileName(title)}.xlsx`, 'workbook', await workbookBytes(tables, { title, asOf: now, readMe: ['Every list of the summit. Reads back without mapping.'] })]],
      out,
    );
    return saved.ok ? ok({ document: { files: saved.value }, lines: filesWritten(saved.value), findings: 0 }) : saved;
  },
};

export async function saveAll(files: readonly (readonly [name: string, kind: string, bytes: Uint8Array, more?: Partial<Pick<Written, 'reader' | 'pages'>>])[], folder: string): Promise<Result<Written[], string>> {
  const written: Written[] = [];
  for (const [name, kind, bytes, more] of files) {
    const saved = await saveFile(join(folder, name), bytes, kind, more);
    if (!saved.ok) return saved;
    written.push(saved.value);
  }
  return ok(written);
}

export function filesWritten(files: readonly Written[]): string[] {
  return files.map(({ path, bytes, pages }) => `${path} (${pages === null ? '' : `${pages} pages, `}${Math.ceil(bytes / 1024)} KB)`);
}
