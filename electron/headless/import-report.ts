import { sheetsNotRead } from '#shared/exchange/intake/unread-sheets.ts';
import { importDocument } from '#shared/exchange/intake/import-document.ts';
import { unreadColumns } from '#shared/exchange/intake/unread-columns.ts';
import type { FileReading, FolderReading } from '#shared/exchange/intake/reading.ts';
import type { PacketChoices } from '#shared/exchange/packets/compare.ts';
import type { PacketMerge } from '#shared/exchange/packets/merge.ts';
import { fileProblemText } from '#shared/exchange/problem.ts';
import { counted } from '#shared/kernel/text.ts';
import type { Call } from './call.ts';
import type { Assumption } from './import-settings.ts';
import type { Outcome } from './outcome.ts';

/** What an import found. */
export type ImportReport = {
  readonly reading: FolderReading;
  /** What filled-in sheets brought, and what of them contradicts. */
  readonly merge: PacketMerge;
  /** What was taken of what contradicts; the rest stays as it is here. */
  readonly choices: PacketChoices;
  readonly assumed: readonly Assumption[];
  readonly empty: readonly EmptyValue[];
};

/** An empty cell where the summit has a value, which `--blank` takes away. */
export type EmptyValue = { readonly file: string; readonly line: number; readonly column: string; readonly whose: string; readonly now: string };

/** The report as a document and as lines. `out`: where the summit was written; null: nowhere. */
export function outcomeOf({ reading, merge, choices, assumed, empty }: ImportReport, call: Call, out: string | null): Outcome {
  const { files, totals } = importDocument(reading, call.has('records'));
  const document = { files, unread: reading.unread.map((problem) => ({ name: problem.file, code: problem.code, text: fileProblemText(problem) })), findings: assumed, totals, ...(empty.length === 0 ? {} : { emptyCells: { taken: call.has('blank'), cells: empty } }), ...(reading.packets.length === 0 ? {} : { packets: { files: reading.packets.map(({ file, mark }) => ({ name: file, kind: mark.kind, reader: mark.reader })), entries: merge.entries, conflicts: merge.conflicts.map((conflict) => ({ ...conflict, taken: choices[conflict.id] ?? conflict.here })), problems: merge.problems } }) };
  const lines = [
    ...reading.files.flatMap((file) => [fileLine(file), ...file.duplicateGroups.map(({ keepLine, lines: twins, code }) => `  line ${keepLine} stands for ${twins.filter((line) => line !== keepLine).map((line) => `line ${line}`).join(', ')}: ${code}`), ...file.issues.filter(({ disposition, code }) => disposition !== 'skip' || code === 'FOOTER_ROW' || code === 'TOTALS_ROW').map(({ line, disposition, code, field, value }) => `  line ${line}: ${disposition}, ${code}${field === null ? '' : ` in ${field}`}${value === null || value === '' ? '' : ` (${value.replace(/\s+/g, ' ').slice(0, 60)})`}`)]),
    ...sheetsNotRead(reading).map((text) => `not read: ${text}`),
    ...reading.unread.map((problem) => `not read: ${fileProblemText(problem)}`),
    ...reading.files.filter(({ askDateOrder }) => askDateOrder.length > 0).map(({ name, askDateOrder }) => `${name}: day and month cannot be told apart in ${askDateOrder.join(', ')}; say --date-order dmy or mdy`),
    ...reading.files.filter(({ askDecimalMark }) => askDecimalMark.length > 0).map(({ name, askDecimalMark, samples }) => `${name}: thousands and decimals cannot be told apart in ${askDecimalMark.join(', ')} (${askDecimalMark.flatMap((field) => samples[field] ?? []).slice(0, 3).join(', ')}); say --decimal-mark point or comma`),
    ...reading.files.flatMap(({ name, fiscal }) => fiscal.map(({ text, months }) => (months === null ? `${name}: the months of ${text} cannot be told; say --fiscal-start 1 to 12` : `${name}: ${text} is read as ${months}`))),
    ...reading.files.map((file) => ({ name: file.name, unread: unreadColumns(file) })).filter(({ unread }) => unread.length > 0).map(({ name, unread }) => `${name}: columns not read: ${unread.join(', ')}`),
    ...packetLines(reading, merge, choices),
    ...emptyLines(empty, call.has('blank')),
    ...assumed.map(({ text }) => text),
    `${totals.rows} rows: ${totals.accept} accepted, ${totals.flag} flagged, ${totals.duplicate} duplicates, ${totals.reject} rejected`,
    out === null ? 'nothing was written' : `written to ${out}`,
  ];
  return { document, lines, findings: totals.flag + totals.duplicate + totals.reject + reading.unread.length + assumed.length + merge.conflicts.filter(({ id }) => choices[id] === undefined).length + merge.problems.length };
}

function emptyLines(empty: readonly EmptyValue[], taken: boolean): string[] {
  if (empty.length === 0) return [];
  if (!taken) return [`${counted(empty.length, 'empty cell')} where the summit has a value: it stays. Say --blank to take it away.`];
  return [`${counted(empty.length, 'value')} of the summit blanked, since a cell is empty:`, ...empty.map(({ file, line, column, whose, now }) => `  ${file}, line ${line}: ${column} of ${whose} was ${now.replace(/\s+/g, ' ').slice(0, 60)}`)];
}

function packetLines({ packets }: FolderReading, { entries, conflicts, problems }: PacketMerge, choices: PacketChoices): string[] {
  if (packets.length === 0) return [];
  return [
    `${packets.length} filled-in sheets: ${entries.length} entries taken, ${conflicts.length} conflicts, ${problems.length} not entered`,
    ...conflicts.map(({ id, what, header, here, sheets }) => `  conflict, ${choices[id] === undefined ? 'left as it is here' : 'taken from the sheet'}: ${what}, ${header}: here “${here}”, ${sheets.map(({ file, value }) => `${file} “${value}”`).join(', ')}`),
    ...problems.map(({ file, line, text }) => `  not entered: ${file}${line === null ? '' : `, line ${line}`}: ${text}`),
  ];
}

function fileLine({ name, kind, encoding, delimiter, headerLine, counts }: FileReading): string {
  const form = encoding === null ? 'XLSX' : `${encoding}, ${delimiter === '\t' ? 'tab' : `“${delimiter}”`}`;
  return `${name}: ${kind}, ${form}, header in line ${headerLine}: ${counts.accept} accepted, ${counts.flag} flagged, ${counts.duplicate} duplicates, ${counts.reject} rejected, ${counts.skip} skipped`;
}
