import { describe, expect, test } from 'vitest';
import { readFolder } from '#shared/exchange/intake/read-folder.ts';
import { readOptionsFor, toChange } from '#shared/exchange/intake/to-change.ts';
import { apply } from '#shared/kernel/change.ts';
import { type InvitationId, mintFrom, type SummitId } from '#shared/kernel/ids.ts';
import { seeded } from '#shared/kernel/random.ts';
import { valueOf } from '#shared/kernel/result.ts';
import { findings } from '#shared/meetings/findings.ts';
import { mayHearBy } from '#shared/meetings/may-hear.ts';
import { buildProblem } from '#shared/meetings/problem.ts';
import { readProblem } from '#shared/meetings/scheduler/problem.ts';
import { solve } from '#shared/meetings/scheduler/solve.ts';
import { takePlan } from '#shared/meetings/take.ts';
import { newSnapshot, type Snapshot } from '#shared/workspace/snapshot.ts';
import { scheduleFaults } from '#test/support/placement-checker.ts';
import { filesOf, inputSets, setNames } from '../exchange/input-sets.ts';

if (setNames.length === 0) {
  test('data set absent: no imported summit is scheduled', () => console.log(`data set absent: ${inputSets}`));
}

const random = seeded(1);
const mint = mintFrom(() => random.below(256));

/** The imported summit with the first partners that ask for a meeting invited. */
async function invited(set: string, seats: number): Promise<Snapshot> {
  const empty = newSnapshot('summit' as SummitId, 'Summit');
  const snapshot = apply(empty, toChange(await readFolder(filesOf(set), readOptionsFor(empty)), empty, mint).change.edits);
  const partners = [...new Set([...snapshot.requests.values()].map(({ partner }) => partner))].slice(0, seats);
  const invitations = partners.map((partner) => ({ id: mint<InvitationId>(), partner, stage: 'accepted' as const, wave: null, seats: 2, grounds: [], approver: '', steps: [] }));
  return { ...snapshot, invitations: new Map(invitations.map((invitation) => [invitation.id, invitation])) };
}

describe.each(setNames)('the imported summit %s', (set) => {
  test('is scheduled automatically without a clash, by the planner\'s rules and by an independent judge of the rows', async () => {
    const snapshot = await invited(set, 80);
    const mayHear = mayHearBy(snapshot);
    const began = performance.now();
    const built = buildProblem(snapshot, mayHear);
    const builtMs = performance.now() - began;
    expect(readProblem(built.problem).ok).toBe(true);
    const plan = solve(built.problem, { seed: 1, effort: { kind: 'work', units: 200_000 }, now: () => 0, solver: null });
    const after = apply(snapshot, valueOf(takePlan(snapshot, built, plan, mayHear, mint)).edits);
    console.log(`${set}: ${built.problem.requests.length} of ${snapshot.requests.size} requests in ${built.slots.length} slots and ${built.problem.rooms.length} rooms, ${built.impossible.length} impossible; ${plan.meetings.length} placed, weight ${plan.weight} of at most ${plan.bound}; problem built in ${builtMs.toFixed(0)} ms`);
    expect(plan.meetings.length).toBeGreaterThan(0);
    expect(scheduleFaults(after)).toEqual([]);
    expect(findings(after, mayHear).filter(({ severity }) => severity === 'blocker')).toEqual([]);
  });
});
