import { csvBytes } from '#shared/exchange/csv/write.ts';
import { sheetRows } from '#shared/exchange/outgoing/table-sheets.ts';
import { packetsOf } from '#shared/exchange/packets/forms.ts';
import type { PacketKind } from '#shared/exchange/packets/packet.ts';
import type { Cell } from '#shared/exchange/grid.ts';
import type { SheetTable } from '#shared/exchange/spreadsheet/write.ts';
import { expectedPartners } from '#shared/invitations/stage.ts';
import { counted } from '#shared/kernel/text.ts';
import type { PictureFormat } from '#renderer/ui/charts/chart-frame.tsx';
import { pngBytes } from '#renderer/ui/charts/png-bytes.ts';
import { plainText } from '#renderer/ui/data-table/cell-text.ts';
import type { Column } from '#renderer/ui/data-table/column.ts';
import type { ShownTable } from '#renderer/ui/data-table/data-table.tsx';
import { textIn } from '#renderer/ui/forms/field.ts';
import type { FileToMake } from '#renderer/platform/platform.ts';
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

/** Saves a chart as it stands on the screen. */
export async function saveChart({ platform, tell }: Pick<Planner, 'platform' | 'tell'>, name: string, svg: string, format: PictureFormat): Promise<void> {
  const bytes = format === 'svg' ? (new TextEncoder().encode(svg) as Uint8Array<ArrayBuffer>) : await pngBytes(svg);
  const saved = await platform.saveFile(`${plainName(name)}.${format}`, 'image', bytes);
  if (!saved.ok) tell(refusalText(saved.problem), 'bad');
  else if (saved.value) tell(saved.value.name === null ? `${plainName(name)}.${format} is in your downloads.` : `Saved ${saved.value.name}.`);
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
  return saveEach(planner, files);
}

/** Sheets that go out to be filled in and come back, one a reader. */
const packetTitles: Readonly<Record<PacketKind, string>> = { 'score-sheet': 'Score sheets for judges', 'request-form': 'Meeting request forms for partners', 'cam-commitments': 'Commitment sheets for account managers', 'partner-commitments': 'Commitment sheets for partners' };

/** Asks for whom, and saves a sheet to fill in for each. */
export async function sendPackets(planner: Planner, kinds: readonly PacketKind[]): Promise<void> {
  const { snapshot, summit, tell, now } = planner;
  const offered = kinds.map((kind) => ({ kind, packets: packetsOf(snapshot, kind, expectedPartners(snapshot)) })).filter(({ packets }) => packets.length > 0);
  if (offered.length === 0) return tell('There is nobody to send such a sheet to yet. Nothing was saved.', 'bad');
  const values = await planner.fill({
    title: 'Sheets to fill in', submit: 'Save', intro: 'Spreadsheets with locked lines and lists to choose from. Drop them on the window when they come back: what was filled in is shown first, with everything that contradicts.', initial: { kind: offered[0]?.kind ?? '', reader: 'all' },
    fields: [
      { name: 'kind', label: 'Sheets', kind: 'choice', required: true, choices: offered.map(({ kind, packets }) => ({ value: kind, label: `${packetTitles[kind]} (${packets.length})` })) },
      { name: 'reader', label: 'For', kind: 'choice', required: true, choices: [{ value: 'all', label: 'Everyone' }, ...[...new Set(offered.flatMap(({ packets }) => packets.map(({ name }) => name)))].map((name) => ({ value: `one ${name}`, label: name }))] },
    ],
  });
  if (!values) return;
  const [kind, reader] = [textIn(values, 'kind'), textIn(values, 'reader')];
  const packets = (offered.find((each) => each.kind === kind)?.packets ?? []).filter(({ name }) => reader === 'all' || reader === `one ${name}`);
  if (packets.length === 0) return tell(`There is no such sheet for ${reader.slice(4)}. Nothing was saved.`, 'bad');
  const { packetBytes } = await import('#shared/exchange/spreadsheet/write-packet.ts');
  const names = uniqueNames(packets.map(({ title }) => plainName(title)));
  const sentAt = now();
  const files = packets.map((packet, index) => ({ name: `${names[index]}.xlsx`, kind: 'spreadsheet' as const, make: async () => (await packetBytes(packet, summit.id, sentAt)) as Uint8Array<ArrayBuffer> }));
  await saveEach(planner, files);
}

export type FileToSave = FileToMake;

/** Saves one file where the planner says, several in a folder, and says where they are and what is in them. True: they are saved. */
export async function saveEach({ platform, tell }: Planner, files: readonly FileToSave[], holding = ''): Promise<boolean> {
  const [only] = files;
  if (!only) return false;
  if (files.length === 1) {
    const saved = await platform.saveFile(only.name, only.kind, await only.make());
    if (!saved.ok) tell(refusalText(saved.problem), 'bad');
    else if (saved.value) tell(`${saved.value.name === null ? `${only.name} is in your downloads.` : `Saved ${saved.value.name}.`}${holding}`);
    return saved.ok && saved.value !== null;
  }
  const saved = await platform.saveFiles(files, () => undefined);
  if (!saved.ok) tell(refusalText(saved.problem), 'bad');
  else if (saved.value) tell(`Saved ${counted(files.length, 'file')}${saved.value.folder === null ? ' to your downloads' : ` in ${saved.value.folder}`}.${holding}`);
  return saved.ok && saved.value !== null;
}

/** A name that every file system takes; readers are people and companies, whose names hold anything. */
export function plainName(name: string): string {
  return [...name.replace(/[<>:"/\\|?*\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, ' ')].slice(0, 60).join('').replace(/\s+/g, ' ').replace(/^[. ]+|[. ]+$/g, '') || 'File';
}

export function uniqueNames(names: readonly string[]): string[] {
  const taken = new Map<string, number>();
  return names.map((name) => {
    const count = (taken.get(name.toLowerCase()) ?? 0) + 1;
    taken.set(name.toLowerCase(), count);
    return count === 1 ? name : `${name} ${count}`;
  });
}
