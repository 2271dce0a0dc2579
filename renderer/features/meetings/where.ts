import type { Change } from '#shared/kernel/change.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { type Clash, clashesAt } from '#shared/meetings/clashes.ts';
import { mayHearBy } from '#shared/meetings/may-hear.ts';
import { type Meeting, type Whereabouts, whereabouts } from '#shared/meetings/whereabouts.ts';
import { clashText } from '#shared/meetings/words.ts';
import type { Snapshot } from '#shared/workspace/snapshot.ts';
import { type Planner, type Refusal, usePlanner } from '#renderer/app/use-planner.ts';

const lookedUp = new WeakMap<Snapshot, Whereabouts>();

/** Who and what is where, looked up once a snapshot. */
export function whereOf(snapshot: Snapshot): Whereabouts {
  const where = lookedUp.get(snapshot) ?? whereabouts(snapshot, mayHearBy(snapshot));
  lookedUp.set(snapshot, where);
  return where;
}

export function useWhereabouts(): Whereabouts {
  return whereOf(usePlanner().snapshot);
}

const known = new WeakMap<Whereabouts, Map<Meeting, readonly Clash[]>>();

/** What speaks against a placed meeting: asked by the table, the board and the inspector of one snapshot, and found out once. */
export function clashesOf(where: Whereabouts, meeting: Meeting): readonly Clash[] {
  const of = known.get(where) ?? new Map<Meeting, readonly Clash[]>();
  known.set(where, of);
  const clashes = of.get(meeting) ?? clashesAt(where, meeting.request, meeting.placement);
  of.set(meeting, clashes);
  return clashes;
}

/** Clashes as one line, the first two of them in full. */
export function clashLine(where: Whereabouts, clashes: readonly Clash[]): string {
  const words = [...new Set(clashes.map((clash) => clashText(where.tables, clash)))];
  return words.length > 2 ? `${words.slice(0, 2).join(' ')} And ${words.length - 2} more.` : words.join(' ');
}

/** A refusal whose clashes are spelled out. */
export function inWords(where: Whereabouts, outcome: Result<Change, Refusal>): Result<Change, Refusal & { readonly text?: string }> {
  if (outcome.ok) return ok(outcome.value);
  const { problem } = outcome;
  if (problem.code === 'meeting-is-pinned') return { ok: false, problem: { ...problem, text: 'The meeting is pinned. Unpin it first.' } };
  if (problem.code === 'already-requested') return { ok: false, problem: { ...problem, text: 'This partner already has a request for that host. Edit that one, or withdraw it first.' } };
  return 'clashes' in problem ? { ok: false, problem: { ...problem, text: `${clashLine(where, problem.clashes as readonly Clash[])} Nothing was changed.` } } : outcome;
}

export function attempt(planner: Planner, where: Whereabouts, outcome: Result<Change, Refusal>): boolean {
  return planner.attempt(inWords(where, outcome));
}
