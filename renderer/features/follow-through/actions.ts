import { acknowledge, moveTo, route as handOver } from '#shared/commitments/commands.ts';
import type { Commitment, CommitmentStatus } from '#shared/commitments/commitment.ts';
import { statusTitles } from '#shared/commitments/life.ts';
import { type Route, routes, routeTitles } from '#shared/commitments/routes.ts';
import { commitmentSheets } from '#shared/commitments/sheet.ts';
import { commitmentTable } from '#shared/exchange/outgoing/commitment-tables.ts';
import type { CommitmentId } from '#shared/kernel/ids.ts';
import { counted } from '#shared/kernel/text.ts';
import { editFields } from '#shared/workspace/edit-field.ts';
import { type Action, defineAction } from '#renderer/app/action.ts';
import { exportSheets, type FileShape } from '#renderer/app/export-table.ts';
import { askReason } from '#renderer/app/record.ts';
import { refused } from '#renderer/app/refused.ts';
import type { Planner, SummitDesk } from '#renderer/app/use-planner.ts';
import { textIn } from '#renderer/ui/forms/field.ts';
import { handOffOf } from './select.ts';

export const saveHandOff = defineAction({ id: 'follow-through.hand-off', label: 'Save hand-off files…', keys: 'Mod+Shift+E', place: 'follow-through', isEnabled: ({ snapshot }) => commitmentSheets(snapshot, 'route').length > 0, run: askForFiles });

export const followThroughActions: readonly Action[] = [saveHandOff];

/** Saves the hand-off of one route, or of all, in each route's own columns. */
export async function saveRoute(planner: Planner, route: Route | null, shape: FileShape): Promise<void> {
  const sheets = commitmentSheets(planner.snapshot, 'route').filter(({ reader }) => route === null || reader === routeTitles[route]);
  if (sheets.length === 0) return planner.tell('Nothing is to be fulfilled on this route. Nothing was saved.', 'bad');
  await exportSheets(planner, 'Hand-off', sheets.map(commitmentTable), shape, ['Promises still to be fulfilled, in the columns of the team that receives them.', 'Send your reference back for each line: it is the proof that the hand-off arrived.']);
}

/** Marks agreed promises as handed over. */
export function routeAll(planner: Planner, commitments: readonly Commitment[]): void {
  const agreed = commitments.filter((commitment) => handOffOf(commitment) === 'to-route').map(({ id }) => id);
  planner.attempt(handOver(planner.snapshot, agreed));
}

/** The reference typed back: a routed promise is in progress from then on; one under way keeps its status. A string: why it was refused. */
export function typeReceipt(planner: SummitDesk, commitment: Commitment, receipt: string): string | null {
  const typed = receipt.trim();
  if (commitment.status === 'routed' && typed !== '') return refused(planner, acknowledge(planner.snapshot, commitment.id, typed));
  return refused(planner, editFields(planner.snapshot, 'commitments', commitment.id, { receipt: typed }, `Receipt of ${commitment.code || 'a commitment'}`));
}

/** Only what has been handed over can have a reference back. */
export function canHaveReceipt({ status }: Commitment): boolean {
  return status === 'routed' || status === 'in_progress' || status === 'partly';
}

/** Takes promises a step on, asking why where the step needs a reason. True: taken. */
export async function move(planner: Planner, ids: readonly CommitmentId[], to: CommitmentStatus): Promise<boolean> {
  const outcome = moveTo(planner.snapshot, ids, to);
  if (outcome.ok || outcome.problem.code !== 'reason-missing') return planner.attempt(outcome);
  const why = await askReason(planner, `${statusTitles[to]}: ${counted(ids.length, 'commitment')}`, `Mark ${statusTitles[to].toLowerCase()}`);
  return why !== null && planner.attempt(moveTo(planner.snapshot, ids, to, why));
}

async function askForFiles(planner: Planner): Promise<void> {
  const offered = new Set(commitmentSheets(planner.snapshot, 'route').map(({ reader }) => reader));
  const choices = routes.filter((route) => offered.has(routeTitles[route])).map((route) => ({ value: route as string, label: routeTitles[route] }));
  const values = await planner.fill({
    title: 'Save hand-off files', submit: 'Save', intro: 'What is still to be fulfilled, in the columns of each receiving team.', initial: { route: 'all', shape: 'one-workbook' },
    fields: [
      { name: 'route', label: 'Route', kind: 'choice', required: true, choices: [{ value: 'all', label: 'All routes' }, ...choices] },
      { name: 'shape', label: 'As', kind: 'choice', required: true, choices: [{ value: 'one-workbook', label: 'One spreadsheet with a sheet each' }, { value: 'workbook-each', label: 'A spreadsheet (XLSX) each' }, { value: 'csv-each', label: 'A CSV file each' }] },
    ],
  });
  if (!values) return;
  const route = routes.find((each) => each === textIn(values, 'route')) ?? null;
  await saveRoute(planner, route, textIn(values, 'shape') as FileShape);
}
