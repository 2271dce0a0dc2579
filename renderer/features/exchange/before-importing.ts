import { monthName, monthsText } from '#shared/exchange/figures/periods.ts';
import { sheetsNotRead } from '#shared/exchange/intake/unread-sheets.ts';
import type { FileReading, FolderReading } from '#shared/exchange/intake/reading.ts';
import { unreadColumns } from '#shared/exchange/intake/unread-columns.ts';
import { fileProblemText } from '#shared/exchange/problem.ts';
import { counted } from '#shared/kernel/text.ts';
import { blankEmptyCells } from '#renderer/app/duplicates.ts';
import type { DryRun } from '#renderer/app/import-files.ts';
import type { Planner } from '#renderer/app/use-planner.ts';
import type { FindingItem } from '#renderer/ui/feedback/findings.tsx';
import { nameColumns } from './name-columns.ts';
import { questions } from './questions.ts';

/** What a planner should know or decide before an import is taken: questions first, then what looks alike, is empty, or was not read. */
export function beforeImporting(planner: Planner, run: DryRun, pairs: number, empty: number, blank: boolean): FindingItem[] {
  const { reading } = run;
  return [
    ...questions(planner, run),
    ...(pairs === 0 ? [] : [{ id: 'duplicates', severity: 'advice' as const, text: `${counted(pairs, 'pair of records looks', 'pairs of records look')} like one and the same. Decide under Duplicates before you import, or later with “Find duplicates”.` }]),
    ...(empty === 0 ? [] : [emptyFinding(planner, run, empty, blank)]),
    ...reading.files.flatMap((file, index) => howReportsAreRead(planner, file, index)),
    ...sheetsNotRead(reading).map((text, index) => ({ id: `hidden-${index}`, severity: 'advice' as const, text: `Not read: ${text}` })),
    ...reading.unread.map((problem, index) => ({ id: `unread-${index}`, severity: reading.files.length === 0 ? ('blocker' as const) : ('warning' as const), text: fileProblemText(problem), cures: namings(planner, run, reading, problem.file) })),
  ];
}

/** Fiscal years lie where Set-up says, and columns of a report's own making may be of no use here: both are said, so that nothing is taken for something else. */
function howReportsAreRead({ summit }: Planner, file: FileReading, index: number): FindingItem[] {
  const unread = unreadColumns(file);
  return [
    ...file.fiscal.map(({ text, months }) => ({ id: `fiscal-${index}`, severity: 'advice' as const, text: `${file.name}: ${text} is read as ${months === null ? 'no months yet' : monthsText(months)}. Fiscal years begin in ${monthName(summit.fiscalYearStartMonth)} and are called by the year they end in; if that is wrong, mend the month in Set-up and import again.` })),
    ...(unread.length === 0 ? [] : [{ id: `columns-${index}`, severity: 'advice' as const, text: `${file.name}: not read, since no field holds ${unread.length === 1 ? 'it' : 'them'}: ${unread.map((header) => `“${header}”`).join(', ')}.` }]),
  ];
}

/** A cell left empty may mean that nothing is known, or that what was known is no longer so: only the planner can tell. */
function emptyFinding(planner: Planner, { reading }: DryRun, count: number, blank: boolean): FindingItem {
  return {
    id: 'empty', severity: blank ? 'warning' : 'advice',
    text: blank ? `${counted(count, 'value')} of the summit will be blanked, because ${count === 1 ? 'its cell is' : 'their cells are'} empty in these files. See Empty cells.` : `${counted(count, 'cell is', 'cells are')} empty where the summit has a value. What is there stays. See Empty cells.`,
    cures: [{ label: blank ? 'Keep what is there' : 'Blank them in the summit', onClick: () => void blankEmptyCells(planner, reading, !blank) }],
  };
}

/** A list whose columns nobody knows can still be read, once the planner has named them. */
function namings(planner: Planner, run: DryRun, { unmapped }: FolderReading, file: string): NonNullable<FindingItem['cures']> {
  const lists = unmapped.filter(({ name }) => name === file);
  return lists.map(({ sheet, headers, samples }) => ({ label: lists.length > 1 ? `Name the columns of ${sheet ?? file}…` : 'Name its columns…', onClick: () => void nameColumns(planner, run, { name: sheet === null ? file : `${file}, ${sheet}`, headers, samples, kind: null, fields: [], asMapped: false }) }));
}
