import { groupBy } from '#shared/kernel/group.ts';
import type { SheetTable } from '../spreadsheet/write.ts';
import { noteHeaders } from '../recognise/notes.ts';
import type { FolderReading, Issue } from './reading.ts';

/**
 * The rows that are not taken as they stand, one table a list, under the headers of their own file and with their line, what becomes of
 * them and why beside them. Mended there, they can be imported again: the columns of notes are passed over.
 */
export function failedRows({ files }: FolderReading, say: { readonly row: (issue: Issue) => string; readonly reason: (issue: Issue) => string }): SheetTable[] {
  return files.filter(({ failed }) => failed.length > 0).map(({ name, sheet, columns, failed, issues }) => {
    const byLine = groupBy(issues, ({ line }) => line);
    return {
      name: sheet === null ? name.replace(/\.[^.]*$/, '') : `${name.replace(/\.[^.]*$/, '')} ${sheet}`,
      columns: [...columns.map(({ header }) => ({ header, kind: 'text' as const })), { header: noteHeaders.line, kind: 'number' as const }, ...[noteHeaders.row, noteHeaders.reason].map((header) => ({ header, kind: 'text' as const }))],
      rows: failed.map(({ line, cells }) => {
        const said = byLine.get(line) ?? [];
        return [...columns.map((_, index) => cells[index] ?? ''), line, [...new Set(said.map(say.row))].join('; '), [...new Set(said.map(say.reason))].join('; ')];
      }),
    };
  });
}
