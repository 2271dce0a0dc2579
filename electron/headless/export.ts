import { join } from 'node:path';
import { deskOf } from '#shared/briefings/desk.ts';
import { calendarReaders } from '#shared/exchange/calendar-file/readers.ts';
import { calendarFiles } from '#shared/exchange/calendar-file/send.ts';
import type { SummitFile } from '#shared/exchange/archive/summit-file.ts';
import { csvBytes } from '#shared/exchange/csv/write.ts';
import { readerLists } from '#shared/exchange/outgoing/reader-lists.ts';
import { sheetRows } from '#shared/exchange/outgoing/table-sheets.ts';
import { type SheetTable, workbookBytes } from '#shared/exchange/spreadsheet/write.ts';
import { wholeTables } from '#shared/exchange/tables/whole-tables.ts';
import { apply } from '#shared/kernel/change.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { calendarReaderKinds } from '#shared/workspace/sent-calendar.ts';
import { theSummit } from '#shared/summit/summit.ts';
import type { Snapshot } from '#shared/workspace/snapshot.ts';
import { type Call, oneOf } from './call.ts';
import { loadSummit, mintSeededBy, plainFileName, saveFile, saveSummit, type Written } from './files.ts';
import type { Command, Outcome } from './outcome.ts';

export const exportTables: Command = {
  name: 'export',
  usage: 'summit export FILE.summit --out DIR --format csv|tsv|xlsx|ics [--lists-by cam|partner] [--by everything|host|contact|partner|cam|room] [--remember FILE.summit]',
  shape: { words: ['the summit file'], values: ['out', 'format', 'by', 'lists-by', 'remember'], flags: [] },
  async run(call, { now }) {
    const out = call.value('out');
    if (out === null) return err('export needs --out DIR');
    const format = oneOf(call, 'format', ['csv', 'tsv', 'xlsx', 'ics'], 'csv');
    if (!format.ok) return format;
    const file = await loadSummit(call.words[0] ?? '');
    if (!file.ok) return file;
    if (format.value === 'ics') return exportCalendars(file.value, out, call, now);
    const title = theSummit(file.value.snapshot).name || 'Summit';
    if (call.value('lists-by') !== null) return exportLists(file.value.snapshot, format.value, out, call, now);
    const saved = await saveAll(await filesOf(wholeTables(file.value.snapshot), format.value, title, '', now, ['Every table of the summit. Reads back without mapping.']), out);
    return saved.ok ? ok({ document: { files: saved.value }, lines: filesWritten(saved.value), findings: 0 }) : saved;
  },
};

/** What is known of the partners of each account manager, or of each partner, under names: for the vendor's own people. */
async function exportLists(snapshot: Snapshot, format: 'csv' | 'tsv' | 'xlsx', out: string, call: Call, now: Instant): Promise<Result<Outcome, string>> {
  const by = oneOf(call, 'lists-by', ['cam', 'partner'], 'cam');
  if (!by.ok) return by;
  const sets = readerLists(snapshot, by.value);
  const names = uniqueNames(sets.map(({ reader }) => plainFileName(`Lists – ${reader}`)));
  const files = await Promise.all(sets.map(async ({ reader, tables }, index) => (await filesOf(tables, format, names[index] ?? 'Lists', `${names[index] ?? 'Lists'} – `, now, ['For the vendor’s own people.'])).map(([name, kind, bytes]) => [name, kind, bytes, { reader }] as const)));
  const saved = await saveAll(files.flat(), out);
  return saved.ok ? ok({ document: { files: saved.value }, lines: filesWritten(saved.value), findings: 0 }) : saved;
}

async function filesOf(tables: readonly SheetTable[], format: 'csv' | 'tsv' | 'xlsx', title: string, before: string, asOf: Instant, readMe: readonly string[]): Promise<(readonly [name: string, kind: string, bytes: Uint8Array])[]> {
  if (format === 'xlsx') return [[`${plainFileName(title)}.xlsx`, 'workbook', await workbookBytes(tables, { title, asOf, readMe })]];
  return tables.map((table) => [`${before}${table.name}.${format}`, table.name, csvBytes(sheetRows(table), format === 'tsv' ? '\t' : ',')]);
}

/** What was sent can raise its sequence and be cancelled next time only where it is remembered, so `--remember` names the summit file that is to know. */
async function exportCalendars({ snapshot, name, digest }: SummitFile & { readonly digest: string }, out: string, call: Call, now: Instant): Promise<Result<Outcome, string>> {
  const by = oneOf(call, 'by', calendarReaderKinds, 'everything');
  if (!by.ok) return by;
  const desk = deskOf(snapshot);
  const { files, change } = calendarFiles(desk, calendarReaders(desk, by.value), now, mintSeededBy(now, digest));
  const title = theSummit(snapshot).name || 'Summit';
  const names = uniqueNames(files.map((file) => plainFileName(`${title} – ${file.name}`)));
  const saved = await saveAll(files.map(({ name: reader, text }, index) => [`${names[index] ?? 'Calendar'}.ics`, `calendar-${by.value}`, new TextEncoder().encode(text), { reader }] as const), out);
  if (!saved.ok) return saved;
  const remember = call.value('remember');
  const kept = remember === null ? null : await saveSummit(remember, apply(snapshot, change.edits), name, now);
  if (kept && !kept.ok) return kept;
  return ok({ document: { files: saved.value }, lines: [...filesWritten(saved.value), remember === null ? 'not remembered: later files cannot raise or cancel these; say --remember FILE.summit' : `remembered in ${remember}`], findings: 0 });
}

/** Two readers whose names differ only in case, or in what a file system drops, still get a file each. */
export function uniqueNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    let unique = name;
    for (let count = 2; taken.has(unique.toLowerCase()); count++) unique = `${name} ${count}`;
    taken.add(unique.toLowerCase());
    return unique;
  });
}

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
