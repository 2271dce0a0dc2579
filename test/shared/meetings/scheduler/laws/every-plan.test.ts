import { expect, test } from 'vitest';
import { seeded } from '#shared/kernel/random.ts';
import { Tries } from '#test/support/every-plan.ts';
import { faultsOf, tallyOf } from '#test/support/schedule-checker.ts';
import { tinyProblem } from '#test/support/tiny-problem.ts';

test('meetings join a plan that is tried exactly when the checker of whole plans finds no fault, and breaks are those it draws', () => {
  const seen = { joined: 0, refused: 0 };
  const differ: string[] = [];
  for (let number = 0; number < 600; number++) {
    const problem = tinyProblem(number, { kind: number % 2 === 0 ? 'weight' : 'breaks', mostRequests: 6 });
    const tries = new Tries(problem);
    const random = seeded(number);
    for (let step = 0; step < 20; step++) {
      const request = random.below(problem.requests.length);
      const meeting = { request: problem.requests[request]?.id ?? '', slot: random.below(problem.slots.length), room: random.pick(problem.rooms).id };
      if (tries.chosen.some((way) => way.request === request)) continue;
      const way = tries.ways[request]?.find((one) => one.meeting.slot === meeting.slot && one.meeting.room === meeting.room);
      const joins = way !== undefined && tries.fits(way);
      const faults = faultsOf(problem, { meetings: [...tries.plan(), meeting] });
      if (joins !== (faults.length === 0)) differ.push(`${problem.name}: ${JSON.stringify(meeting)} ${faults.join('; ')}`);
      seen[joins ? 'joined' : 'refused']++;
      if (joins) tries.put(way);
    }
    const { breaks, spread } = tallyOf(problem, { meetings: tries.plan() });
    const drawn = tries.breaks();
    if (problem.objective.kind === 'breaks' && (drawn.total !== breaks || drawn.spread !== spread)) differ.push(`${problem.name}: breaks`);
  }
  expect(differ).toEqual([]);
  console.log(`tried against the checker: ${seen.joined} meetings joined, ${seen.refused} refused`);
  expect([seen.joined > 500, seen.refused > 500]).toEqual([true, true]);
});
