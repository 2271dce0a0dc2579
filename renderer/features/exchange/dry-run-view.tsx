import { Button, SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { csvBytes } from '#shared/exchange/csv/write.ts';
import type { EmptyCell } from '#shared/exchange/intake/blanking.ts';
import { emptyCellText } from '#shared/exchange/intake/empty-cell-text.ts';
import { failedRows } from '#shared/exchange/intake/failed-rows.ts';
import { hiddenSheetsOf } from '#shared/exchange/intake/hidden-sheets.ts';
import { cellKey, listKey } from '#shared/exchange/intake/mend.ts';
import type { Disposition, FileReading, ReasonCode } from '#shared/exchange/intake/reading.ts';
import { sheetRows } from '#shared/exchange/outgoing/table-sheets.ts';
import { fileProblemText } from '#shared/exchange/problem.ts';
import { kinds } from '#shared/exchange/recognise/kinds.ts';
import { counted } from '#shared/kernel/text.ts';
import { blankEmptyCells } from '#renderer/app/duplicates.ts';
import { discardDryRun, dryRun, type DryRun, importFiles, mendCell, takeDryRun } from '#renderer/app/import-files.ts';
import { type Planner, usePlanner } from '#renderer/app/use-planner.ts';
import type { Column } from '#renderer/ui/data-table/column.ts';
import { DataTable } from '#renderer/ui/data-table/data-table.tsx';
import { type FindingItem, FindingList } from '#renderer/ui/feedback/findings.tsx';
import { EmptyState } from '#renderer/ui/place/empty-state.tsx';
import { Place } from '#renderer/ui/place/place.tsx';
import { ImportPairs, useImportDuplicates } from './import-duplicates.tsx';
import { nameColumns, type NamedList } from './name-columns.ts';
import { isUndecided, questions } from './questions.ts';
import { outcomeText, reasonText } from './reason-text.ts';

type FileRow = { readonly id: string; readonly file: FileReading };
type EmptyRow = { readonly id: string; readonly cell: EmptyCell; readonly whose: string; readonly now: string };
type IssueRow = { readonly id: string; readonly file: string; readonly line: number; readonly disposition: Disposition; readonly code: ReasonCode; readonly field: string; readonly value: string; readonly list: string; /** Where the value stands, so that it can be written anew; null: the reason is not of one cell. */ readonly cell: string | null };

const fileColumns: readonly Column<FileRow>[] = [
  { id: 'name', title: 'File', kind: 'text', width: 190, value: ({ file }) => (file.sheet ? `${file.name}, ${file.sheet}` : file.name) },
  { id: 'kind', title: 'Read as', kind: 'text', width: 128, value: ({ file }) => file.kind.replaceAll('_', ' ') },
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

const issueColumns = (mend: (row: IssueRow, text: string) => void): readonly Column<IssueRow>[] => [
  { id: 'file', title: 'File', kind: 'text', width: 140, value: ({ file }) => file },
  { id: 'line', title: 'Line', kind: 'number', width: 64, sum: false, value: ({ line }) => line },
  { id: 'disposition', title: 'Row', kind: 'choice', width: 96, choices: ['flag', 'duplicate', 'reject', 'skip'].map((value) => ({ value, label: { flag: 'flagged', duplicate: 'duplicate', reject: 'rejected', skip: 'skipped' }[value] ?? value })), value: ({ disposition }) => disposition },
  { id: 'field', title: 'Column', kind: 'text', width: 130, value: ({ field }) => field },
  { id: 'value', title: 'Value', kind: 'text', width: 140, hint: 'Enter writes it anew; the file stays as it is', value: ({ value }) => value, edit: { allowed: ({ cell }) => cell !== null, commit: (row, value) => { mend(row, typeof value === 'string' ? value : ''); } } },
  { id: 'reason', title: 'Reason', kind: 'text', width: 250, value: ({ code }) => reasonText(code) },
  { id: 'outcome', title: 'What becomes of it', kind: 'text', width: 236, value: ({ disposition, code }) => outcomeText(disposition, code) },
];

const emptyColumns = (blank: boolean): readonly Column<EmptyRow>[] => [
  { id: 'file', title: 'File', kind: 'text', width: 160, value: ({ cell }) => cell.file },
  { id: 'line', title: 'Line', kind: 'number', width: 64, sum: false, value: ({ cell }) => cell.line },
  { id: 'column', title: 'Column', kind: 'text', width: 160, value: ({ cell }) => cell.column },
  { id: 'whose', title: 'Of', kind: 'text', width: 220, value: ({ whose }) => whose },
  { id: 'now', title: 'In the summit now', kind: 'text', width: 260, value: ({ now }) => now },
  { id: 'outcome', title: 'What becomes of it', kind: 'text', width: 180, value: () => (blank ? 'It is blanked' : 'It stays') },
];

/** What an import would do, row by row, before it does anything. */
export function DryRunView({ run }: { readonly run: DryRun }) {
  const planner = usePlanner();
  const isStale = useStore(dryRun, (state) => state.isStale);
  const { reading } = run;
  const [view, setView] = useState('files');
  const [quick, setQuick] = useState('');
  const files = useMemo(() => reading.files.map((file, index): FileRow => ({ id: String(index), file })), [reading]);
  const issues = useMemo(() => reading.files.flatMap((file, index) => file.issues.map((issue, number): IssueRow => ({ id: `${index}-${number}`, file: file.name, line: issue.line, disposition: issue.disposition, code: issue.code, field: headerOf(file, issue.field), value: issue.value ?? '', list: listKey(file.name, file.sheet), cell: issue.at === null ? null : cellKey(issue.at.line, issue.at.column) }))), [reading]);
  const columns = useMemo(() => issueColumns((row, text) => { if (row.cell !== null) void mendCell(planner, run, row.list, row.cell, text); }), [planner, run]);
  const duplicates = useImportDuplicates(reading);
  const [waiting, decided] = [duplicates?.open.length ?? 0, duplicates?.review.decided.length ?? 0];
  const { proposal, blank = false } = duplicates?.review ?? {};
  const empty = useMemo(() => (proposal?.empty ?? []).map((cell, index): EmptyRow => ({ id: String(index), cell, ...emptyCellText(planner.snapshot, cell) })), [proposal, planner.snapshot]);
  const emptyShape = useMemo(() => emptyColumns(blank), [blank]);
  const mends = Object.values(run.mends).reduce((sum, cells) => sum + Object.keys(cells).length, 0);
  const total = (what: Disposition) => reading.files.reduce((sum, { counts }) => sum + counts[what], 0);
  const usable = total('accept') + total('flag');
  const hidden = hiddenSheetsOf(reading);
  const undecided = reading.files.filter(isUndecided);
  const [active, setActive] = useState<string | null>(null);
  const activeFile = files.find(({ id }) => id === active)?.file ?? files[0]?.file;
  /** A whole export of ours says itself what its columns are. */
  const nameable = activeFile !== undefined && !activeFile.kind.startsWith('table ');
  const failed = () => failedRows(reading, { row: ({ disposition }) => disposition, reason: ({ code, field, value }) => `${reasonText(code)}${field === null ? '' : ` (${value === null || value === '' ? 'empty' : value})`}` });
  /** A list whose columns nobody knows can still be read, once the planner has named them. */
  const namable = (file: string) => {
    const lists = reading.unmapped.filter(({ name }) => name === file);
    return { cures: lists.map(({ sheet, headers, samples }) => ({ label: lists.length > 1 ? `Name the columns of ${sheet ?? file}…` : 'Name its columns…', onClick: () => void nameColumns(planner, run, { name: sheet === null ? file : `${file}, ${sheet}`, headers, samples, kind: null, fields: [], asMapped: false }) })) };
  };
  async function saveFailedCsv() {
    const saved = await planner.platform.saveFiles(failed().map((table) => ({ name: `${table.name} – rows with a reason.csv`, kind: 'csv' as const, make: () => Promise.resolve(csvBytes(sheetRows(table))) })), () => undefined);
    if (!saved.ok) planner.tell('The rows could not be saved. Choose another folder.', 'bad');
  }
  async function saveFailedWorkbook() {
    // The spreadsheet library comes with the first spreadsheet, not with the window.
    const { workbookBytes } = await import('#shared/exchange/spreadsheet/write.ts');
    const bytes = await workbookBytes(failed(), { title: 'Rows with a reason', asOf: planner.now(), readMe: ['Every row that is not taken as it stands, and why. Mend the cells, then import this file: the columns “Import: …” are passed over.'] });
    const saved = await planner.platform.saveFile('Rows with a reason.xlsx', 'spreadsheet', bytes as Uint8Array<ArrayBuffer>);
    if (!saved.ok) planner.tell('The rows could not be saved. Choose another place.', 'bad');
  }
  return (
    <Place
      title="Import: dry run" counts={files.length === 0 ? `${counted(reading.unread.length, 'file')} could not be read` : `${counted(usable, 'row')} to take, ${total('reject')} rejected, ${total('duplicate')} duplicate${mends === 0 ? '' : `, ${counted(mends, 'cell')} mended here`}${decided === 0 ? '' : `, ${counted(decided, 'pair')} decided`}`} {...(files.length > 0 && view !== 'duplicates' && { quick, onQuickChange: setQuick })}
      tools={files.length > 0 && <SegmentedControl aria-label="View" value={view} onChange={setView} data={[{ value: 'files', label: `Files ${reading.files.length}` }, { value: 'reasons', label: `Rows with a reason ${issues.length}` }, { value: 'duplicates', label: duplicates ? `Duplicates ${duplicates.open.length}` : 'Duplicates' }, ...(empty.length === 0 ? [] : [{ value: 'empty', label: `Empty cells ${empty.length}` }])]} />}
      notice={(undecided.length > 0 || reading.unread.length > 0 || hidden.length > 0 || waiting > 0 || empty.length > 0) && (
        <FindingList
          label="Before importing" findings={[
            ...questions(planner, run),
            ...(waiting === 0 ? [] : [{ id: 'duplicates', severity: 'advice' as const, text: `${counted(waiting, 'pair of records looks', 'pairs of records look')} like one and the same. Decide under Duplicates before you import, or later with “Find duplicates”.` }]),
            ...(empty.length === 0 ? [] : [emptyFinding(planner, run, empty.length, blank)]),
            ...hidden.map((text, index) => ({ id: `hidden-${index}`, severity: 'advice' as const, text: `Not read: ${text}` })),
            ...reading.unread.map((problem, index) => ({ id: `unread-${index}`, severity: reading.files.length === 0 ? ('blocker' as const) : ('warning' as const), text: fileProblemText(problem), ...namable(problem.file) })),
          ]}
        />
      )}
      actions={files.length > 0 && <><Button variant="default" onClick={() => { discardDryRun(planner, run); }}>Discard</Button>{view === 'files' && <Button variant="default" disabled={!nameable} title="Which column is which in the marked file" onClick={() => { if (activeFile) void nameColumns(planner, run, listOf(activeFile)); }}>Columns…</Button>}{reading.files.some((file) => file.failed.length > 0) && <><Button variant="default" onClick={() => void saveFailedCsv()}>Rows with reasons as CSV</Button><Button variant="default" onClick={() => void saveFailedWorkbook()}>As a spreadsheet</Button></>}<Button disabled={usable === 0 || undecided.length > 0 || isStale} onClick={() => void takeDryRun(planner, run)}>Import {counted(usable, 'row')}</Button></>}
    >
      {files.length === 0 ? <NothingRead planner={planner} run={run} /> : view === 'duplicates' ? <ImportPairs reading={reading} found={duplicates} /> : view === 'empty' && empty.length > 0 ? <DataTable label="Empty cells" rows={empty} columns={emptyShape} rowId={({ id }) => id} quick={quick} tone={() => (blank ? 'warning' : 'quiet')} /> : view !== 'reasons'
        ? <DataTable label="Files" rows={files} columns={fileColumns} rowId={({ id }) => id} quick={quick} activeId={active} onActiveChange={setActive} onOpen={({ file }) => { if (!file.kind.startsWith('table ')) void nameColumns(planner, run, listOf(file)); }} />
        : <DataTable label="Rows with a reason" rows={issues} columns={columns} rowId={({ id }) => id} quick={quick} tone={({ disposition }) => (disposition === 'reject' ? 'blocker' : disposition === 'skip' ? 'quiet' : 'warning')} />}
    </Place>
  );
}

/** A cell left empty may mean that nothing is known, or that what was known is no longer so: only the planner can tell. */
function emptyFinding(planner: Planner, { reading }: DryRun, count: number, blank: boolean): FindingItem {
  return {
    id: 'empty', severity: blank ? 'warning' : 'advice',
    text: blank ? `${counted(count, 'value')} of the summit will be blanked, because ${count === 1 ? 'its cell is' : 'their cells are'} empty in these files. See Empty cells.` : `${counted(count, 'cell is', 'cells are')} empty where the summit has a value. What is there stays. See Empty cells.`,
    cures: [{ label: blank ? 'Keep what is there' : 'Blank them in the summit', onClick: () => void blankEmptyCells(planner, reading, !blank) }],
  };
}

function NothingRead({ planner, run }: { readonly planner: Planner; readonly run: DryRun }) {
  return (
    <EmptyState title="Nothing was read, and nothing was changed" actions={<><Button onClick={() => void importFiles.run(planner)}>Choose other files…</Button><Button variant="default" onClick={() => { discardDryRun(planner, run); }}>Back</Button></>}>
      Mend the file as said above, then import it again.
    </EmptyState>
  );
}

function listOf({ name, sheet, columns, cellSamples, kind, asMapped }: FileReading): NamedList {
  return { name: sheet === null ? name : `${name}, ${sheet}`, headers: columns.map(({ header }) => header), samples: cellSamples, kind: kinds.find((one) => one === kind) ?? null, fields: columns.map(({ field }) => field), asMapped };
}

/** How many of a list's columns are used, and who says so. */
function columnsText({ columns, asMapped, confidence }: FileReading): string {
  const named = columns.filter(({ header }) => header !== '');
  return `${named.filter(({ field }) => field !== null).length} of ${named.length}${asMapped ? ', as you named them' : confidence < 0.8 ? ', have a look' : ''}`;
}

function writtenText({ written: { dateOrder, decimalMark } }: FileReading): string {
  return [dateOrder === null ? '' : dateOrder === 'dmy' ? 'day first' : 'month first', decimalMark === null ? '' : decimalMark === ',' ? '1.234,56' : '1,234.56'].filter((part) => part !== '').join(', ');
}

/** A column as the file calls it, which is where the planner looks for it. */
function headerOf({ columns }: FileReading, field: string | null): string {
  return field === null ? '' : (columns.find((column) => column.field === field)?.header ?? field);
}
