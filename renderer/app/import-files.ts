import { createStore } from 'zustand/vanilla';
import type { SourceFile } from '#shared/exchange/grid.ts';
import type { Mends } from '#shared/exchange/intake/mend.ts';
import type { FolderReading, ReadOptions } from '#shared/exchange/intake/reading.ts';
import { readOptionsFor } from '#shared/exchange/intake/to-change.ts';
import { headerSet, type Mapping } from '#shared/exchange/recognise/mapping.ts';
import { mappingsIn, mappingsText } from '#shared/exchange/recognise/mapping-file.ts';
import type { Place } from '#shared/kernel/finding.ts';
import { counted } from '#shared/kernel/text.ts';
import { withImportWorker } from '#renderer/workers/import-client.ts';
import { defineAction } from './action.ts';
import { changeOfImport, lookForDuplicates, review } from './duplicates.ts';
import { forgetHeaders, mappedHeaders, rememberAll, rememberHeaders } from './mapped-headers.ts';
import { refusalText } from './refusals.ts';
import type { Planner } from './use-planner.ts';

/** What was read and waits for the planner's word. Nothing of it is in the summit yet. */
export type DryRun = {
  readonly files: readonly SourceFile[];
  readonly reading: FolderReading;
  /** What was asked of a list and answered: the order of its dates, the mark before its decimals. */
  readonly answers: NonNullable<ReadOptions['answers']>;
  /** Cells the planner has written anew; the files stay as they are. */
  readonly mends: Mends;
  /** The place the import began in, to which the planner comes back. */
  readonly from: Place;
};

/** Outlives the place, so that looking elsewhere does not lose a dry run. */
export const dryRun = createStore<{ readonly waiting: DryRun | null; /** Its files are being read anew: what is shown is out of date and cannot be taken. */ readonly isStale: boolean }>(() => ({ waiting: null, isStale: false }));

/** Kinds of file that hold lists, as pickers and drops take them. */
export const listEndings = ['.csv', '.tsv', '.txt', '.xlsx'] as const;

export const saveNamedColumns = defineAction({ id: 'exchange.save-columns', label: 'Save named columns', isEnabled: () => namedLists() > 0, run: saveColumns });
export const readNamedColumns = defineAction({ id: 'exchange.read-columns', label: 'Read named columns', run: readColumns });
export const importFiles = defineAction({ id: 'exchange.import-files', label: 'Import files', keys: 'Mod+I', run: openFiles });

/** Reads lists in the background and shows what they would do; the planner comes back to this place afterwards. */
export async function readExports(planner: Planner, files: readonly SourceFile[], { answers = {}, mends = {}, from = dryRun.getState().waiting?.from ?? planner.place }: Partial<Omit<DryRun, 'files' | 'reading'>> = {}): Promise<void> {
  const options: ReadOptions = { ...readOptionsFor(planner.snapshot), answers, mends, mappings: mappedHeaders() };
  // Read again for an answer, a mended cell or named columns: what was decided about their pairs is kept.
  const former = files === dryRun.getState().waiting?.files ? review.getState().import : null;
  dryRun.setState({ isStale: true });
  const reading = await planner.work({
    title: 'Read exports',
    run: (report, signal) => withImportWorker(async (worker) => {
      const read = await worker.read(files, options, report);
      await lookForDuplicates(planner, worker, read, former, report);
      return read;
    }, signal),
  });
  dryRun.setState({ isStale: false });
  if (!reading) return;
  dryRun.setState({ waiting: { files, reading, answers, mends, from } });
  planner.go('exchange');
}

/** Writes one cell anew and judges every row again, since others may have waited for it. */
export async function mendCell(planner: Planner, run: DryRun, list: string, cell: string, text: string): Promise<void> {
  await readExports(planner, run.files, { ...run, mends: { ...run.mends, [list]: { ...run.mends[list], [cell]: text } } });
}

/** Answers a question about one list and judges every row again. */
export async function answerList(planner: Planner, run: DryRun, list: string, answer: NonNullable<ReadOptions['answers']>[string]): Promise<void> {
  await readExports(planner, run.files, { ...run, answers: { ...run.answers, [list]: { ...run.answers[list], ...answer } } });
}

/** Remembers on this device what the planner says of a set of headers, or forgets it (null), and judges every row again. */
export async function sayColumns(planner: Planner, run: DryRun, headers: readonly string[], mapping: Mapping | null): Promise<void> {
  const set = headerSet(headers);
  if (mapping === null) forgetHeaders(set);
  else rememberHeaders(set, mapping);
  await readExports(planner, run.files, run);
}

/** Sets of headers whose columns were named on this device. */
export function namedLists(): number {
  return Object.keys(mappedHeaders()).length;
}

/** Takes every accepted and flagged row as one change, after a copy of the summit as it was. */
export async function takeDryRun(planner: Planner, { reading, from }: DryRun): Promise<void> {
  const change = await changeOfImport(planner, reading);
  if (change === null) return;
  await planner.keepCopy('import');
  planner.commit(change);
  if (change.edits.length === 0) planner.tell('These files hold nothing that the summit does not have already.');
  leaveDryRun(planner, from);
}

/** Leaves sheets that came back, taken or not; lists that were dropped with them are shown next. */
export function leavePackets(planner: Planner, run: DryRun): void {
  if (run.reading.files.length + run.reading.unread.length === 0) return leaveDryRun(planner, run.from);
  dryRun.setState({ waiting: { ...run, reading: { ...run.reading, packets: [] } } });
}

/** Forgets what was read; the summit stays as it was. */
export function discardDryRun(planner: Planner, { from }: DryRun): void {
  leaveDryRun(planner, from);
}

function leaveDryRun(planner: Planner, from: Place): void {
  dryRun.setState({ waiting: null });
  planner.go(from);
}

async function openFiles(planner: Planner): Promise<void> {
  const opened = await planner.platform.openFiles(['csv', 'spreadsheet'], true);
  if (!opened.ok) return planner.tell(refusalText(opened.problem), 'bad');
  if (opened.value) await readExports(planner, opened.value);
}

async function saveColumns({ platform, tell }: Planner): Promise<void> {
  const saved = await platform.saveFile('Named columns.json', 'json', new TextEncoder().encode(mappingsText(mappedHeaders())));
  if (!saved.ok) tell('The named columns could not be saved. Choose another place.', 'bad');
  else if (saved.value) tell(`Saved the columns of ${counted(namedLists(), 'list')}.`);
}

async function readColumns({ platform, tell }: Planner): Promise<void> {
  const opened = await platform.openFiles(['json'], false);
  if (!opened.ok) return tell(refusalText(opened.problem), 'bad');
  const [file] = opened.value ?? [];
  if (file === undefined) return;
  const mappings = mappingsIn(new TextDecoder().decode(file.bytes));
  if (!mappings.ok) return tell(`${file.name} holds no named columns: ${mappings.problem}. Nothing was changed.`, 'bad');
  rememberAll(mappings.value);
  tell(`The columns of ${counted(Object.keys(mappings.value).length, 'list')} are remembered on this device.`);
}
