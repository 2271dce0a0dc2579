import { createStore } from 'zustand/vanilla';
import type { FoundPairs } from '#shared/exchange/duplicates/find-pairs.ts';
import { type ImportProposal, importWithDecisions, stillFits } from '#shared/exchange/duplicates/import-proposal.ts';
import { keptDecisions } from '#shared/exchange/duplicates/kept-decisions.ts';
import type { FolderReading } from '#shared/exchange/intake/reading.ts';
import { toChange } from '#shared/exchange/intake/to-change.ts';
import { apply, type Change } from '#shared/kernel/change.ts';
import type { Place } from '#shared/kernel/finding.ts';
import type { Snapshot } from '#shared/workspace/snapshot.ts';
import { findPairsInWorker } from '#renderer/workers/duplicates-client.ts';
import { type ImportWorker, withImportWorker } from '#renderer/workers/import-client.ts';
import { defineAction } from './action.ts';
import type { Report } from './ask.ts';
import type { Planner } from './use-planner.ts';

/** Pairs found in the summit, waiting for the planner's word. */
export type Review = FoundPairs & { readonly from: Place };

/** Pairs that an import would bring, with what was decided about them so far. None of it is in the summit before the import is taken. */
export type ImportReview = { readonly reading: FolderReading; readonly proposal: ImportProposal; /** Empty cells take away what the summit has. */ readonly blank: boolean; /** The latest last. */ readonly decided: readonly Change[] };

/** Outlives the place, so that looking elsewhere does not lose a review. */
export const review = createStore<{ readonly summit: Review | null; readonly import: ImportReview | null }>(() => ({ summit: null, import: null }));

export const findDuplicates = defineAction({ id: 'exchange.find-duplicates', label: 'Find duplicates', keys: 'Mod+Alt+D', isEnabled: ({ snapshot }) => snapshot.partners.size + snapshot.contacts.size > 1, run: seekDuplicates });

export function leaveReview(planner: Planner, { from }: Review): void {
  review.setState({ summit: null });
  planner.go(from);
}

/** Looks for what an import would bring twice, as the last step of reading it, in the worker that has the reading. `former` is the review of the same files as they were read before: what was decided in it is kept as far as its records are still there. */
export async function lookForDuplicates(planner: Planner, worker: ImportWorker, reading: FolderReading, former: Former | null, report: Report): Promise<void> {
  review.setState({ summit: null, import: null });
  if (reading.files.length === 0) return;
  report({ doing: 'looking for duplicates', fraction: null });
  const { snapshot } = planner;
  const blank = former?.blank ?? false;
  const proposal = await worker.propose(reading, snapshot, planner.mint, { blank, ...(former && { ids: former.proposal.ids }) }, ({ doing, fraction }) => { report({ doing: `looking for duplicates: ${doing}`, fraction }); });
  review.setState({ import: { reading, proposal, blank, decided: former === null ? [] : keptDecisions(snapshot, proposal, former.decided) } });
}

type Former = Pick<ImportReview, 'proposal' | 'blank' | 'decided'>;

/** The review of this reading, as long as the summit is still what the reading was compared with. */
export function importReviewOf(state: { readonly import: ImportReview | null }, reading: FolderReading, snapshot: Snapshot): ImportReview | null {
  return state.import?.reading.files === reading.files && stillFits(state.import.proposal, snapshot) ? state.import : null;
}

/** The summit as it would be with the import and everything decided about its pairs. */
export function withImport(snapshot: Snapshot, { proposal, decided }: ImportReview): Snapshot {
  return decided.reduce((after, { edits }) => apply(after, edits), apply(snapshot, proposal.change.edits));
}

export function decideInImport(change: Change): void {
  review.setState(({ import: now }) => ({ import: now && { ...now, decided: [...now.decided, change] } }));
}

/** Forgets the last decision about an import's pairs. */
export function takeBackDecision(): void {
  review.setState(({ import: now }) => ({ import: now && { ...now, decided: now.decided.slice(0, -1) } }));
}

/** Compares the files anew with the summit as it is now; what was decided about their pairs before is kept where it still fits. */
export async function lookAgain(planner: Planner, reading: FolderReading): Promise<void> {
  const former = review.getState().import;
  await planner.work({ title: 'Find duplicates', run: (report, signal) => lookAnew(planner, reading, former, report, signal) });
}

function lookAnew(planner: Planner, reading: FolderReading, former: Former | null, report: Report, signal: AbortSignal): Promise<void> {
  return withImportWorker(async (worker) => {
    await worker.hold(reading);
    await lookForDuplicates(planner, worker, reading, former, report);
  }, signal);
}

/** Says whether empty cells take away what the summit has, and works the import out anew. */
export async function blankEmptyCells(planner: Planner, reading: FolderReading, blank: boolean): Promise<void> {
  const former = review.getState().import;
  if (former) await planner.work({ title: 'Work out the import', run: (report, signal) => lookAnew(planner, reading, { ...former, blank }, report, signal) });
}

/** The change of an import with what was decided about its pairs. Null: the summit has changed under the decisions; the planner is told and asked anew. */
export async function changeOfImport(planner: Planner, reading: FolderReading): Promise<Change | null> {
  const state = review.getState();
  const found = importReviewOf(state, reading, planner.snapshot);
  if (found) return importWithDecisions(found.proposal, found.decided);
  if (state.import?.reading.files !== reading.files || state.import.decided.length === 0) return toChange(reading, planner.snapshot, planner.mint, { blank: state.import?.blank ?? false }).change;
  planner.tell('The summit has changed since these files were read, and what you decided about their duplicates must be looked at again. Nothing was imported: see Duplicates, then import.', 'bad');
  await lookAgain(planner, reading);
  return null;
}

async function seekDuplicates(planner: Planner): Promise<void> {
  const found = await planner.work({ title: 'Find duplicates', run: (report, signal) => findPairsInWorker(planner.snapshot, report, signal) });
  if (!found) return;
  review.setState({ summit: { ...found, from: review.getState().summit?.from ?? planner.place } });
  planner.go('exchange');
}
