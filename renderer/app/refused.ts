import type { Change } from '#shared/kernel/change.ts';
import type { Result } from '#shared/kernel/result.ts';
import { refusalText } from './refusals.ts';
import type { Planner, Refusal } from './use-planner.ts';

/** Commits the change of a command for a cell or a fact; the words why not are shown beside it. */
export function refused(planner: Pick<Planner, 'commit'>, outcome: Result<Change, Refusal>): string | null {
  if (!outcome.ok) return refusalText(outcome.problem);
  planner.commit(outcome.value);
  return null;
}
