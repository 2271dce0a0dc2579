import type { CalendarFile } from '#shared/exchange/calendar-file/send.ts';
import { csvBytes } from '#shared/exchange/csv/write.ts';
import { readerLists } from '#shared/exchange/outgoing/reader-lists.ts';
import { sheetRows } from '#shared/exchange/outgoing/table-sheets.ts';
import { packetKinds } from '#shared/exchange/packets/packet.ts';
import { wholeTables } from '#shared/exchange/tables/whole-tables.ts';
import { counted } from '#shared/kernel/text.ts';
import { type CalendarReaderKind, calendarReaderKinds } from '#shared/workspace/sent-calendar.ts';
import { type Action, defineAction } from '#renderer/app/action.ts';
import { findDuplicates } from '#renderer/app/duplicates.ts';
import { type FileToSave, plainName, saveEach, sendPackets, uniqueNames } from '#renderer/app/export-table.ts';
import { importFiles, readExports, readNamedColumns, saveNamedColumns } from '#renderer/app/import-files.ts';
import type { Planner } from '#renderer/app/use-planner.ts';
import { textIn } from '#renderer/ui/forms/field.ts';

export const importFolder = defineAction({ id: 'exchange.import-folder', label: 'Import a folder', keys: 'Mod+Shift+I', run: openFolder });
export const exportCsv = defineAction({ id: 'exchange.export-csv', label: 'Export every table as CSV', run: (planner) => saveText(planner, 'csv') });
export const exportTsv = defineAction({ id: 'exchange.export-tsv', label: 'Export every table as TSV', run: (planner) => saveText(planner, 'tsv') });
export const exportWorkbook = defineAction({ id: 'exchange.export-xlsx', label: 'Export every table as a spreadsheet', run: saveWorkbook });
export const exportLists = defineAction({ id: 'exchange.export-lists', label: 'Lists for account managers…', isEnabled: ({ snapshot }) => snapshot.partners.size > 0, run: saveLists });
export const exportCalendars = defineAction({ id: 'exchange.calendars', label: 'Calendar files…', keys: 'Mod+Shift+C', run: saveCalendars });
export const exportPackets = defineAction({ id: 'exchange.packets', label: 'Sheets to fill in…', run: (planner) => sendPackets(planner, packetKinds) });

export const exchangeActions: readonly Action[] = [importFolder, importFiles, findDuplicates, exportCsv, exportTsv, exportWorkbook, exportLists, exportCalendars, exportPackets, saveNamedColumns, readNamedColumns];

async function openFolder(planner: Planner): Promise<void> {
  const opened = await planner.platform.openFolder(['csv', 'spreadsheet']);
  if (!opened.ok) return planner.tell('The folder could not be read. Nothing was changed.', 'bad');
  if (!opened.value) return;
  const { files, leftOut } = opened.value;
  if (leftOut.length > 0) planner.tell(`Not read: ${leftOut.map(({ name, reason }) => `${name} (${reason.replaceAll('-', ' ')})`).join(', ')}.`, 'bad');
  await readExports(planner, files);
}

async function saveText({ platform, snapshot, tell }: Planner, ending: 'csv' | 'tsv'): Promise<void> {
  const sheets = wholeTables(snapshot);
  const saved = await platform.saveFiles(sheets.map((sheet) => ({ name: `${sheet.name}.${ending}`, kind: 'csv' as const, make: () => Promise.resolve(csvBytes(sheetRows(sheet), ending === 'tsv' ? '\t' : ',')) })), () => undefined);
  if (!saved.ok) tell('The tables could not be saved. Choose another folder.', 'bad');
  else if (saved.value) tell(`Exported ${sheets.length} tables.`);
}

async function saveWorkbook({ platform, snapshot, summit, now, tell }: Planner): Promise<void> {
  // The spreadsheet library comes with the first spreadsheet, not with the window.
  const { workbookBytes } = await import('#shared/exchange/spreadsheet/write.ts');
  const bytes = await workbookBytes(wholeTables(snapshot), { title: summit.name, asOf: now(), readMe: [`Every table of ${summit.name}, with every value that is stored.`, 'Import it again without mapping: a row with an id that is known is updated, another is added. What is left blank stays as it is.', 'Columns that end in “(name)” say whom an id means; they are passed over.'] });
  const saved = await platform.saveFile('Summit tables.xlsx', 'spreadsheet', bytes as Uint8Array<ArrayBuffer>);
  if (!saved.ok) tell('The spreadsheet could not be saved. Choose another place.', 'bad');
  else if (saved.value) tell('Exported every table.');
}

async function saveLists(planner: Planner): Promise<void> {
  const values = await planner.fill({
    title: 'Lists for account managers', submit: 'Save', intro: 'Partners, people, NDAs, requests and commitments, under names. For your own people: staff notes are among them.', initial: { by: 'cam', shape: 'xlsx' },
    fields: [
      { name: 'by', label: 'One set for each', kind: 'choice', required: true, choices: [{ value: 'cam', label: 'Account manager' }, { value: 'partner', label: 'Partner' }] },
      { name: 'shape', label: 'As', kind: 'choice', required: true, choices: [{ value: 'xlsx', label: 'A spreadsheet each' }, { value: 'csv', label: 'CSV files' }, { value: 'tsv', label: 'TSV files' }] },
    ],
  });
  if (!values) return;
  const shape = textIn(values, 'shape');
  const sets = readerLists(planner.snapshot, textIn(values, 'by') === 'partner' ? 'partner' : 'cam');
  const names = uniqueNames(sets.map(({ reader }) => plainName(`Lists – ${reader}`)));
  const { workbookBytes } = await import('#shared/exchange/spreadsheet/write.ts');
  const asOf = planner.now();
  await saveEach(planner, sets.flatMap(({ reader, tables }, index): FileToSave[] => (shape === 'xlsx'
    ? [{ name: `${names[index]}.xlsx`, kind: 'spreadsheet', make: async () => (await workbookBytes(tables, { title: `Lists – ${reader}`, asOf, readMe: ['For the vendor’s own people.'] })) as Uint8Array<ArrayBuffer> }]
    : tables.map((table) => ({ name: `${names[index]} – ${table.name.replaceAll('_', ' ')}.${shape}`, kind: 'csv', make: () => Promise.resolve(csvBytes(sheetRows(table), shape === 'tsv' ? '\t' : ',')) })))));
}

const calendarsFor: Readonly<Record<CalendarReaderKind, string>> = { everything: 'The whole summit', host: 'Hosts', contact: 'People of partners', partner: 'Partners', cam: 'Account managers', room: 'Rooms' };

/** What goes out is remembered in the same step, so that the next file can raise what changed and cancel what is gone. */
async function saveCalendars(planner: Planner): Promise<void> {
  const { snapshot, summit, tell } = planner;
  // Calendars and their time zones come with the first file, not with the window.
  const [{ deskOf }, { calendarReaders, readerName }, { calendarFiles }] = await Promise.all([import('#shared/briefings/desk.ts'), import('#shared/exchange/calendar-file/readers.ts'), import('#shared/exchange/calendar-file/send.ts')]);
  const desk = deskOf(snapshot);
  const readers = calendarReaderKinds.map((kind) => ({ kind, readers: calendarReaders(desk, kind) })).filter((each) => each.readers.length > 0);
  const values = await planner.fill({
    title: 'Calendar files', submit: 'Save', intro: `Sessions, meetings and due dates as each reader may see them, in the time of ${summit.zone}. What is sent is remembered: the next files move and cancel what these have put into calendars.`, initial: { reader: 'all everything' },
    fields: [{ name: 'reader', label: 'For', kind: 'choice', required: true, choices: [
      ...readers.map(({ kind, readers: all }) => ({ value: `all ${kind}`, label: kind === 'everything' ? calendarsFor[kind] : `${calendarsFor[kind]}, a file each (${all.length})` })),
      ...readers.flatMap(({ kind, readers: all }) => (kind === 'everything' ? [] : all.map((reader, index) => ({ value: `${index} ${kind}`, label: `${readerName(snapshot, reader)} (${calendarsFor[kind].toLowerCase()})` })))),
    ] }],
  });
  if (!values) return;
  const [which = '', kind = ''] = textIn(values, 'reader').split(' ');
  const all = readers.find((each) => each.kind === kind)?.readers ?? [];
  const { files, change } = calendarFiles(desk, which === 'all' ? all : all.filter((_, index) => String(index) === which), planner.now(), planner.mint);
  if (files.length === 0) return tell('No session, meeting or due date has a time yet for this reader. Nothing was saved.', 'bad');
  const names = uniqueNames(files.map(({ name }) => plainName(`${summit.name} – ${name}`)));
  const saved = await saveEach(planner, files.map(({ text }, index) => ({ name: `${names[index]}.ics`, kind: 'calendar' as const, make: () => Promise.resolve(new TextEncoder().encode(text)) })), ` ${sentText(files)}`);
  if (saved && change.edits.length > 0) planner.commit(change);
}

function sentText(files: readonly CalendarFile[]): string {
  const [events, cancelled] = [files.reduce((sum, file) => sum + file.events, 0), files.reduce((sum, file) => sum + file.cancelled, 0)];
  return `${counted(events, 'event')}${cancelled === 0 ? '' : `, ${cancelled} of them cancelled`}; what was sent is remembered.`;
}
