import { Button, SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import { csvBytes } from '#shared/exchange/csv/write.ts';
import { failedRows } from '#shared/exchange/intake/failed-rows.ts';
import { cellKey, listKey } from '#shared/exchange/intake/mend.ts';
import type { Disposition, FileReading, ReasonCode } from '#shared/exchange/intake/reading.ts';
import { sheetRows } from '#shared/exchange/outgoing/table-sheets.ts';
import { fileProblemText } from '#shared/exchange/problem.ts';
import { counted } from '#shared/kernel/text.ts';
import { discardDryRun, type DryRun, importFiles, mendCell, readExports, takeDryRun } from '#renderer/app/import-files.ts';
import { type Planner, usePlanner } from '#renderer/app/use-planner.ts';
import type { Column } from '#renderer/ui/data-table/column.ts';
import { DataTable } from '#renderer/ui/data-table/data-table.tsx';
import { FindingList } from '#renderer/ui/feedback/findings.tsx';
import { EmptyState } from '#renderer/ui/place/empty-state.tsx';
import { Place } from '#renderer/ui/place/place.tsx';
import { ImportPairs, useImportDuplicates } from './import-duplicates.tsx';
import { outcomeText, reasonText } from './reason-text.ts';

type FileRow = { readonly id: string; readonly file: FileReading };
type IssueRow = { readonly id: string; readonly file: string; readonly line: number; readonly disposition: Disposition; readonly code: ReasonCode; readonly field: string; readonly value: string; readonly list: string; /** Where the value stands, so that it can be written anew; null: the reason is not of one cell. */ readonly cell: string | null };

const fileColumns: readonly Column<FileRow>[] = [
  { id: 'name', title: 'File', kind: 'text', width: 220, value: ({ file }) => (file.sheet ? `${file.name}, ${file.sheet}` : file.name) },
  { id: 'kind', title: 'Read as', kind: 'text', width: 150, value: ({ file }) => file.kind.replaceAll('_', ' ') },
  { id: 'encoding', title: 'Encoding', kind: 'text', width: 96, value: ({ file }) => file.encoding ?? 'spreadsheet' },
  { id: 'header', title: 'Header line', kind: 'number', width: 100, sum: false, value: ({ file }) => file.headerLine },
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

/** What an import would do, row by row, before it does anything. */
export function DryRunView({ run }: { readonly run: DryRun }) {
  const planner = usePlanner();
  const { reading } = run;
  const [view, setView] = useState('files');
  const [quick, setQuick] = useState('');
  const files = useMemo(() => reading.files.map((file, index): FileRow => ({ id: String(index), file })), [reading]);
  const issues = useMemo(() => reading.files.flatMap((file, index) => file.issues.map((issue, number): IssueRow => ({ id: `${index}-${number}`, file: file.name, line: issue.line, disposition: issue.disposition, code: issue.code, field: headerOf(file, issue.field), value: issue.value ?? '', list: listKey(file.name, file.sheet), cell: cellOf(file, issue) }))), [reading]);
  const columns = useMemo(() => issueColumns((row, text) => { if (row.cell !== null) void mendCell(planner, run, row.list, row.cell, text); }), [planner, run]);
  const duplicates = useImportDuplicates(reading);
  const [waiting, decided] = [duplicates?.open.length ?? 0, duplicates?.review.decided.length ?? 0];
  const mends = Object.values(run.mends).reduce((sum, cells) => sum + Object.keys(cells).length, 0);
  const total = (what: Disposition) => reading.files.reduce((sum, { counts }) => sum + counts[what], 0);
  const usable = total('accept') + total('flag');
  const undecided = reading.files.filter(({ askDateOrder }) => askDateOrder.length > 0);
  const failed = () => failedRows(reading, { row: ({ disposition }) => disposition, reason: ({ code, field, value }) => `${reasonText(code)}${field === null ? '' : ` (${value === null || value === '' ? 'empty' : value})`}` });
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
      tools={files.length > 0 && <SegmentedControl aria-label="View" value={view} onChange={setView} data={[{ value: 'files', label: `Files ${reading.files.length}` }, { value: 'reasons', label: `Rows with a reason ${issues.length}` }, { value: 'duplicates', label: duplicates ? `Duplicates ${duplicates.open.length}` : 'Duplicates' }]} />}
      notice={(undecided.length > 0 || reading.unread.length > 0 || waiting > 0) && (
        <FindingList
          label="Before importing" findings={[
            ...undecided.map((file, index) => ({ id: `order-${index}`, severity: 'blocker' as const, text: `${file.name}: is 03/04 the third of April or the fourth of March? No date in ${file.askDateOrder.join(', ')} decides it.`, detail: <span className="sp-recovery-actions"><Button size="compact-sm" variant="default" onClick={() => void readExports(planner, run.files, { ...run, dateOrder: 'dmy' })}>Day first</Button><Button size="compact-sm" variant="default" onClick={() => void readExports(planner, run.files, { ...run, dateOrder: 'mdy' })}>Month first</Button></span> })),
            ...(waiting === 0 ? [] : [{ id: 'duplicates', severity: 'advice' as const, text: `${counted(waiting, 'pair of records looks', 'pairs of records look')} like one and the same. Decide under Duplicates before you import, or later with “Find duplicates”.` }]),
            ...reading.unread.map((problem, index) => ({ id: `unread-${index}`, severity: reading.files.length === 0 ? ('blocker' as const) : ('warning' as const), text: fileProblemText(problem) })),
          ]}
        />
      )}
      actions={files.length > 0 && <><Button variant="default" onClick={() => { discardDryRun(planner, run); }}>Discard</Button>{reading.files.some((file) => file.failed.length > 0) && <><Button variant="default" onClick={() => void saveFailedCsv()}>Rows with reasons as CSV</Button><Button variant="default" onClick={() => void saveFailedWorkbook()}>As a spreadsheet</Button></>}<Button disabled={usable === 0 || undecided.length > 0} onClick={() => void takeDryRun(planner, run)}>Import {counted(usable, 'row')}</Button></>}
    >
      {files.length === 0 ? <NothingRead planner={planner} run={run} /> : view === 'duplicates' ? <ImportPairs reading={reading} found={duplicates} /> : view === 'files'
        ? <DataTable label="Files" rows={files} columns={fileColumns} rowId={({ id }) => id} quick={quick} />
        : <DataTable label="Rows with a reason" rows={issues} columns={columns} rowId={({ id }) => id} quick={quick} tone={({ disposition }) => (disposition === 'reject' ? 'blocker' : disposition === 'skip' ? 'quiet' : 'warning')} />}
    </Place>
  );
}

function NothingRead({ planner, run }: { readonly planner: Planner; readonly run: DryRun }) {
  return (
    <EmptyState title="Nothing was read, and nothing was changed" actions={<><Button onClick={() => void importFiles.run(planner)}>Choose other files…</Button><Button variant="default" onClick={() => { discardDryRun(planner, run); }}>Back</Button></>}>
      Mend the file as said above, then import it again.
    </EmptyState>
  );
}

/** Where the value of a reason stands in its file. Reasons of a whole row, and of columns the file lacks, have no place. */
function cellOf({ columns }: FileReading, { field, line, disposition }: FileReading['issues'][number]): string | null {
  const column = columns.find((one) => one.field === field) ?? (field === 'first' || field === 'last' ? columns.find((one) => one.field === 'full_name') : undefined);
  return column === undefined || disposition === 'skip' ? null : cellKey(line, column.index);
}

/** A column as the file calls it, which is where the planner looks for it. */
function headerOf({ columns }: FileReading, field: string | null): string {
  return field === null ? '' : (columns.find((column) => column.field === field)?.header ?? field);
}
