import { moveTo, tie } from '#shared/commitments/commands.ts';
import type { Commitment, CommitmentStatus } from '#shared/commitments/commitment.ts';
import { commitmentSteps, statusTitles } from '#shared/commitments/life.ts';
import { commitmentSheets, type SheetsBy } from '#shared/commitments/sheet.ts';
import { commitmentTable } from '#shared/exchange/outgoing/commitment-tables.ts';
import { change, set } from '#shared/kernel/change.ts';
import type { CommitmentId } from '#shared/kernel/ids.ts';
import { ok } from '#shared/kernel/result.ts';
import { counted } from '#shared/kernel/text.ts';
import { type Action, defineAction } from '#renderer/app/action.ts';
import { exportSheets, type FileShape, sendPackets } from '#renderer/app/export-table.ts';
import { askReason, removeRecords } from '#renderer/app/record.ts';
import { refused } from '#renderer/app/refused.ts';
import type { Planner, SummitDesk } from '#renderer/app/use-planner.ts';
import { textIn } from '#renderer/ui/forms/field.ts';
import { openCaptureSheet } from './capture-state.ts';

export const captureCommitment = defineAction({
  id: 'commitments.capture',
  label: 'Capture a commitment',
  keys: 'Mod+Alt+N',
  place: 'commitments',
  isEnabled: ({ snapshot }) => snapshot.partners.size > 0,
  run: (planner) => { openCaptureSheet(selectedCommitment(planner)?.partner ?? null); },
});
export const exportForReaders = defineAction({ id: 'commitments.export', label: 'Export for readers…', keys: 'Mod+Shift+E', place: 'commitments', isEnabled: ({ snapshot }) => snapshot.commitments.size > 0, run: askForExport });
export const sendCommitmentSheets = defineAction({ id: 'commitments.send-sheets', label: 'Send commitment sheets…', keys: 'Mod+Alt+C', place: 'commitments', isEnabled: ({ snapshot }) => snapshot.commitments.size > 0, run: (planner) => sendPackets(planner, ['cam-commitments', 'partner-commitments']) });
export const removeCommitment = defineAction({
  id: 'commitments.remove',
  label: 'Remove commitment',
  place: 'commitments',
  isEnabled: (planner) => selectedCommitment(planner) !== undefined,
  run: async (planner) => { await removeCommitments(planner, planner.selected === null ? [] : [planner.selected]); },
});

export const commitmentActions: readonly Action[] = [captureCommitment, exportForReaders, sendCommitmentSheets, removeCommitment];

export function selectedCommitment({ selected, snapshot }: Planner): Commitment | undefined {
  return selected === null ? undefined : snapshot.commitments.get(selected as CommitmentId);
}

export async function removeCommitments(planner: Planner, ids: readonly string[]): Promise<boolean> {
  return removeRecords(planner, 'commitments', ids, 'commitment', (id) => planner.snapshot.commitments.get(id as CommitmentId)?.code || 'a commitment');
}

/** The steps that every one of the commitments can take. */
export function stepsOf(commitments: readonly Commitment[]): CommitmentStatus[] {
  const [first, ...others] = commitments.map(({ status }) => commitmentSteps[status ?? 'captured']);
  return (first ?? []).filter((step) => others.every((steps) => steps.includes(step)));
}

/** Takes commitments a step on, asking why where the step needs a reason. A string: why it was refused. */
export async function moveCommitments(planner: SummitDesk, ids: readonly CommitmentId[], to: CommitmentStatus): Promise<string | null> {
  const outcome = moveTo(planner.snapshot, ids, to);
  if (outcome.ok || outcome.problem.code !== 'reason-missing') return refused(planner, outcome);
  const [first] = ids;
  const what = ids.length === 1 && first ? planner.snapshot.commitments.get(first)?.code || 'the commitment' : counted(ids.length, 'commitment');
  const why = await askReason(planner, `${statusTitles[to]}: ${what}`, `Mark ${statusTitles[to].toLowerCase()}`);
  return why === null ? null : refused(planner, moveTo(planner.snapshot, ids, to, why));
}

/** Ties a promise to its counterpart; null lets go of it. */
export function tieTo({ snapshot }: Planner, commitment: Commitment, counterpart: CommitmentId | null): ReturnType<typeof tie> {
  if (counterpart !== null) return tie(snapshot, commitment.id, counterpart);
  return ok(change(`Untie ${commitment.code || 'a commitment'}`, [set('commitments', commitment, { inReturnFor: null })]));
}

async function askForExport(planner: Planner): Promise<void> {
  const values = await planner.fill({
    title: 'Export for readers', submit: 'Export', intro: 'The promises of both sides, for those who keep them.', initial: { by: 'cam', shape: 'one-workbook' },
    fields: [
      { name: 'by', label: 'One sheet for each', kind: 'choice', required: true, choices: [{ value: 'cam', label: 'Account manager' }, { value: 'partner', label: 'Partner' }, { value: 'route', label: 'Route, in its own columns' }] },
      { name: 'shape', label: 'As', kind: 'choice', required: true, choices: [{ value: 'one-workbook', label: 'One spreadsheet with a sheet each' }, { value: 'workbook-each', label: 'A spreadsheet (XLSX) each' }, { value: 'csv-each', label: 'A CSV file each' }] },
    ],
  });
  if (!values) return;
  const by = textIn(values, 'by') as SheetsBy;
  const tables = commitmentSheets(planner.snapshot, by).map(commitmentTable);
  if (tables.length === 0) return planner.tell('No commitment is still to be fulfilled on any route. Nothing was exported.', 'bad');
  await exportSheets(planner, by === 'route' ? 'Hand-off' : 'Commitments', tables, textIn(values, 'shape') as FileShape, [`Commitments of ${planner.summit.name}, ${by === 'cam' ? 'by account manager' : `by ${by}`}.`, 'Amounts keep their own currency and are never added across currencies.']);
}
