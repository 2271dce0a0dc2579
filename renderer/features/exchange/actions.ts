import { csvBytes } from '#shared/exchange/csv/write.ts';
import { sheetRows, tableSheets } from '#shared/exchange/outgoing/table-sheets.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { type Action, defineAction } from '#renderer/app/action.ts';
import { findDuplicates } from '#renderer/app/duplicates.ts';
import { importFiles, readExports } from '#renderer/app/import-files.ts';
import type { Planner } from '#renderer/app/use-planner.ts';

export const importFolder = defineAction({ id: 'exchange.import-folder', label: 'Import a folder', keys: 'Mod+Shift+I', run: openFolder });
export const exportCsv = defineAction({ id: 'exchange.export-csv', label: 'Export every table as CSV', run: saveCsv });
export const exportWorkbook = defineAction({ id: 'exchange.export-xlsx', label: 'Export every table as a spreadsheet', run: saveWorkbook });

export const exchangeActions: readonly Action[] = [importFolder, importFiles, findDuplicates, exportCsv, exportWorkbook];

async function openFolder(planner: Planner): Promise<void> {
  const opened = await planner.platform.openFolder(['csv', 'spreadsheet']);
  if (!opened.ok) return planner.tell('The folder could not be read. Nothing was changed.', 'bad');
  if (!opened.value) return;
  const { files, leftOut } = opened.value;
  if (leftOut.length > 0) planner.tell(`Not read: ${leftOut.map(({ name, reason }) => `${name} (${reason.replaceAll('-', ' ')})`).join(', ')}.`, 'bad');
  await readExports(planner, files);
}

async function saveCsv({ platform, snapshot, tell }: Planner): Promise<void> {
  const sheets = tableSheets(snapshot);
  const saved = await platform.saveFiles(sheets.map((sheet) => ({ name: `${sheet.name}.csv`, kind: 'csv' as const, make: () => Promise.resolve(csvBytes(sheetRows(sheet))) })), () => undefined);
  if (!saved.ok) tell('The tables could not be saved. Choose another folder.', 'bad');
  else if (saved.value) tell(`Exported ${sheets.length} tables.`);
}

async function saveWorkbook({ platform, snapshot, summit, now, tell }: Planner): Promise<void> {
  const asOf: Instant = now();
  // The spreadsheet library comes with the first spreadsheet, not with the window.
  const { workbookBytes } = await import('#shared/exchange/spreadsheet/write.ts');
  const bytes = await workbookBytes(tableSheets(snapshot), { title: summit.name, asOf, readMe: [`Every table of ${summit.name}.`, 'Import it again without mapping.'] });
  const saved = await platform.saveFile('Summit tables.xlsx', 'spreadsheet', bytes as Uint8Array<ArrayBuffer>);
  if (!saved.ok) tell('The spreadsheet could not be saved. Choose another place.', 'bad');
  else if (saved.value) tell('Exported every table.');
}
