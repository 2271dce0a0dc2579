import { csvBytes } from '#shared/exchange/csv/write.ts';
import { plainText } from '#renderer/ui/data-table/cell-text.ts';
import type { ShownTable } from '#renderer/ui/data-table/data-table.tsx';
import { refusalText } from './refusals.ts';
import type { Planner } from './use-planner.ts';

/** Saves what a table shows as CSV: its rows in their order and its columns, with numbers and dates as spreadsheets take them. */
export async function exportTable<Row>({ platform, tell }: Planner, name: string, { rows, columns }: ShownTable<Row>): Promise<void> {
  const lines = [columns.map(({ title }) => title), ...rows.map((row) => columns.map((column) => plainText(column, row)))];
  const saved = await platform.saveFile(`${name}.csv`, 'csv', csvBytes(lines));
  if (!saved.ok) tell(refusalText(saved.problem), 'bad');
  else if (saved.value) tell(saved.value.name === null ? `${name}.csv is in your downloads.` : `Saved ${saved.value.name}.`);
}
