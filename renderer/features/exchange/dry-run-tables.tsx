import { useMemo } from 'react';
import type { EmptyCell } from '#shared/exchange/intake/blanking.ts';
import { emptyCellText } from '#shared/exchange/intake/empty-cell-text.ts';
import { cellKey, listKey } from '#shared/exchange/intake/mend.ts';
import type { Disposition, FileReading, ReasonCode } from '#shared/exchange/intake/reading.ts';
import { columnLetters } from '#shared/exchange/spreadsheet/column-letters.ts';
import { type DryRun, mendCell } from '#renderer/app/import-files.ts';
import { usePlanner } from '#renderer/app/use-planner.ts';
import type { Column } from '#renderer/ui/data-table/column.ts';
import { DataTable } from '#renderer/ui/data-table/data-table.tsx';
import { listOf, nameColumns } from './name-columns.ts';
import { outcomeText, reasonText } from './reason-text.ts';

type FileRow = { readonly id: string; readonly file: FileReading };

/** Every list that was read, with what would become of its rows. */
export function FilesTable({ run, quick, active, onActive }: { readonly run: DryRun; readonly quick: string; readonly active: number; readonly onActive: (index: number) => void }) {
  const planner = usePlanner();
  const { files } = run.reading;
  const rows = useMemo(() => files.map((file, index): FileRow => ({ id: String(index), file })), [files]);
  return <DataTable label="Files" rows={rows} columns={fileColumns} rowId={({ id }) => id} quick={quick} activeId={String(active)} onActiveChange={(id) => { onActive(Number(id)); }} onOpen={({ file }) => { if (!file.kind.startsWith('table ')) void nameColumns(planner, run, listOf(file)); }} />;
}

const fileColumns: readonly Column<FileRow>[] = [
  { id: 'name', title: 'File', kind: 'text', width: 190, value: ({ file }) => (file.sheet ? `${file.name}, ${file.sheet}` : file.name) },
  { id: 'kind', title: 'Read as', kind: 'text', width: 128, value: ({ file }) => listText(file.kind) },
  { id: 'columns', title: 'Columns', kind: 'text', width: 164, hint: 'Enter shows which column is which, and changes it', value: ({ file }) => columnsText(file) },
  { id: 'written', title: 'Written as', kind: 'text', width: 140, hidden: true, hint: 'How its numbers and dates are read', value: ({ file }) => writtenText(file) },
  { id: 'encoding', title: 'Encoding', kind: 'text', width: 88, hidden: true, value: ({ file }) => file.encoding ?? 'spreadsheet' },
  { id: 'header', title: 'Header line', kind: 'number', width: 96, sum: false, value: ({ file }) => file.headerLine },
  { id: 'accept', title: 'Accepted', kind: 'number', width: 92, value: ({ file }) => file.counts.accept },
  { id: 'flag', title: 'Flagged', kind: 'number', width: 88, value: ({ file }) => file.counts.flag },
  { id: 'duplicate', title: 'Duplicate', kind: 'number', width: 92, value: ({ file }) => file.counts.duplicate },
  { id: 'reject', title: 'Rejected', kind: 'number', width: 88, value: ({ file }) => file.counts.reject },
  { id: 'skip', title: 'Skipped', kind: 'number', width: 88, hint: 'Blank lines, totals and footers', value: ({ file }) => file.counts.skip },
];

/** A list as people call it. */
function listText(kind: string): string {
  return kind === 'ndas' ? 'NDAs' : kind.replaceAll('_', ' ');
}

/** How many of a list's columns are used, and who says so. */
function columnsText({ columns, asMapped, confidence }: FileReading): string {
  const named = columns.filter(({ header }) => header !== '');
  return `${named.filter(({ field }) => field !== null).length} of ${named.length}${asMapped ? ', as you named them' : confidence < 0.8 ? ', have a look' : ''}`;
}

function writtenText({ written: { dateOrder, decimalMark } }: FileReading): string {
  return [dateOrder === null ? '' : dateOrder === 'dmy' ? 'day first' : 'month first', decimalMark === null ? '' : decimalMark === ',' ? '1.234,56' : '1,234.56'].filter((part) => part !== '').join(', ');
}

type IssueRow = { readonly id: string; readonly file: string; readonly line: number; readonly disposition: Disposition; readonly code: ReasonCode; readonly field: string; readonly value: string; readonly list: string; /** Where the value stands, so that it can be written anew; null: the reason is not of one cell. */ readonly cell: string | null };

/** Every row that is not taken as it stands, and why; the value that is the reason can be written anew. */
export function ReasonsTable({ run, quick }: { readonly run: DryRun; readonly quick: string }) {
  const planner = usePlanner();
  const rows = useMemo(() => run.reading.files.flatMap((file, index) => file.issues.map((issue, number): IssueRow => ({ id: `${index}-${number}`, file: file.name, line: issue.line, disposition: issue.disposition, code: issue.code, field: headerOf(file, issue), value: issue.value ?? '', list: listKey(file.name, file.sheet), cell: issue.at === null ? null : cellKey(issue.at.line, issue.at.column) }))), [run.reading]);
  const columns = useMemo(() => issueColumns((row, text) => { if (row.cell !== null) void mendCell(planner, run, row.list, row.cell, text); }), [planner, run]);
  return <DataTable label="Rows with a reason" rows={rows} columns={columns} rowId={({ id }) => id} quick={quick} tone={({ disposition }) => (disposition === 'reject' ? 'blocker' : disposition === 'skip' ? 'quiet' : 'warning')} />;
}

const issueColumns = (mend: (row: IssueRow, text: string) => void): readonly Column<IssueRow>[] => [
  { id: 'file', title: 'File', kind: 'text', width: 140, value: ({ file }) => file },
  { id: 'line', title: 'Line', kind: 'number', width: 64, sum: false, value: ({ line }) => line },
  { id: 'disposition', title: 'Row', kind: 'choice', width: 96, choices: ['flag', 'duplicate', 'reject', 'skip'].map((value) => ({ value, label: { flag: 'flagged', duplicate: 'duplicate', reject: 'rejected', skip: 'skipped' }[value] ?? value })), value: ({ disposition }) => disposition },
  { id: 'field', title: 'Column', kind: 'text', width: 130, value: ({ field }) => field },
  { id: 'value', title: 'Value', kind: 'text', width: 140, hint: 'Enter writes it anew; the file stays as it is', value: ({ value }) => value, edit: { allowed: ({ cell }) => cell !== null, commit: (row, value) => { mend(row, typeof value === 'string' ? value : ''); } } },
  { id: 'reason', title: 'Reason', kind: 'text', width: 250, value: ({ code, value }) => reasonText(code, value) },
  { id: 'outcome', title: 'What becomes of it', kind: 'text', width: 236, value: ({ disposition, code }) => outcomeText(disposition, code) },
];

/** A column as the file calls it, which is where the planner looks for it; in a table of two directions by its letter. */
function headerOf({ columns, fromTable }: FileReading, { field, at }: FileReading['issues'][number]): string {
  if (fromTable && at !== null) return `Column ${columnLetters(at.column)}`;
  return field === null ? '' : ((columns.find((column) => column.field === field) ?? columns.find(({ index }) => index === at?.column))?.header ?? field);
}

type EmptyRow = { readonly id: string; readonly cell: EmptyCell; readonly whose: string; readonly now: string };

/** Every empty cell of the files where the summit has a value. */
export function EmptyCellsTable({ empty, blank, quick }: { readonly empty: readonly EmptyCell[]; readonly blank: boolean; readonly quick: string }) {
  const { snapshot } = usePlanner();
  const rows = useMemo(() => empty.map((cell, index): EmptyRow => ({ id: String(index), cell, ...emptyCellText(snapshot, cell) })), [empty, snapshot]);
  const columns = useMemo(() => emptyColumns(blank), [blank]);
  return <DataTable label="Empty cells" rows={rows} columns={columns} rowId={({ id }) => id} quick={quick} tone={() => (blank ? 'warning' : 'quiet')} />;
}

const emptyColumns = (blank: boolean): readonly Column<EmptyRow>[] => [
  { id: 'file', title: 'File', kind: 'text', width: 160, value: ({ cell }) => cell.file },
  { id: 'line', title: 'Line', kind: 'number', width: 64, sum: false, value: ({ cell }) => cell.line },
  { id: 'column', title: 'Column', kind: 'text', width: 160, value: ({ cell }) => cell.column },
  { id: 'whose', title: 'Of', kind: 'text', width: 220, value: ({ whose }) => whose },
  { id: 'now', title: 'In the summit now', kind: 'text', width: 260, value: ({ now }) => now },
  { id: 'outcome', title: 'What becomes of it', kind: 'text', width: 180, value: () => (blank ? 'It is blanked' : 'It stays') },
];
