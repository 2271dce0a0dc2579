import { failedRows } from '#shared/exchange/intake/failed-rows.ts';
import type { FolderReading } from '#shared/exchange/intake/reading.ts';
import { exportSheets, type FileShape } from '#renderer/app/export-table.ts';
import type { Planner } from '#renderer/app/use-planner.ts';
import { textIn } from '#renderer/ui/forms/field.ts';
import { reasonText } from './reason-text.ts';

/** Rows that are not taken as they stand go out under their own headers with the reason, to be mended elsewhere and imported. */
export async function saveFailedRows(planner: Planner, reading: FolderReading): Promise<void> {
  const values = await planner.fill({
    title: 'Rows with reasons', submit: 'Save', intro: 'Every row that is not taken as it stands, and why. Mend the cells, then import the file.', initial: { shape: 'one-workbook' },
    fields: [{ name: 'shape', label: 'As', kind: 'choice', required: true, choices: [{ value: 'one-workbook', label: 'A spreadsheet' }, { value: 'csv-each', label: 'CSV, a file for each list' }] }],
  });
  if (!values) return;
  const tables = failedRows(reading, { row: ({ disposition }) => disposition, reason: ({ code, field, value }) => `${reasonText(code, value)}${field === null ? '' : ` (${value === null || value === '' ? 'empty' : value})`}` });
  await exportSheets(planner, 'Rows with a reason', tables, textIn(values, 'shape') as FileShape, ['Every row that is not taken as it stands, and why. Mend the cells, then import this file: the columns “Import: …” are passed over.']);
}
