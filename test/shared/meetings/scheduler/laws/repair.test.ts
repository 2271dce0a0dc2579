import { expect, test } from 'vitest';
import { loadLinearSolver } from '#electron/headless/highs.ts';
import { seeded } from '#shared/kernel/random.ts';
import type { ScheduleProblem } from '#shared/meetings/scheduler/problem.ts';
import { repair } from '#shared/meetings/scheduler/repair/repair.ts';
import { solve } from '#shared/meetings/scheduler/solve.ts';
import { bestRepairByTrying, reachedBy } from '#test/support/repair-brute-force.ts';
import { faultsOf } from '#test/support/schedule-checker.ts';
import { tinyProblem } from '#test/support/tiny-problem.ts';

const solver = await loadLinearSolver();
const problems = 600;

/** Somebody is away for longer, a room is lost for a while. */
function troubled(problem: ScheduleProblem, number: number): ScheduleProblem {
  const random = seeded(number);
  const [person, room] = [random.below(problem.people.length), random.below(problem.rooms.length)];
  const more = (old: readonly number[], most: number) => [...new Set([...old, ...random.shuffled([...problem.slots.keys()]).slice(0, random.below(most + 1))])];
  return {
    ...problem,
    people: problem.people.map((one, index) => (index === person ? { ...one, unavailable: more(one.unavailable, 3) } : one)),
    rooms: problem.rooms.map((one, index) => (index === room ? { ...one, unavailable: more(one.unavailable, 2) } : one)),
  };
}

test('a repair is the least there is, by trying every plan of up to 8 requests: pins, musts, weight, then the most meetings at their time, then in their room, then the fewest people touched', () => {
  const wrong: string[] = [];
  const seen = { proven: 0, least: 0, withEight: 0, somethingMoved: 0, pinsHeld: 0, withZones: 0, withRivals: 0 };
  for (let number = 0; number < problems; number++) {
    const whole = tinyProblem(number, { kind: 'weight', mostRequests: 8 });
    const before = solve(whole, { seed: number, effort: { kind: 'work', units: 500 }, now: () => 0, solver: null }).meetings;
    const [first] = before;
    const fixed = first && !whole.pins.some(({ request }) => request === first.request) ? [{ request: first.request, slot: first.slot }] : [];
    const problem = troubled({ ...whole, pins: [...whole.pins, ...fixed] }, number);
    const repaired = repair(problem, before, { seed: number, effort: { kind: 'work', units: 6000 }, now: () => 0, solver });
    const [is, best] = [reachedBy(problem, before, repaired.meetings), bestRepairByTrying(problem, before)];
    const faults = faultsOf(problem, repaired);
    if (faults.length > 0) wrong.push(`${problem.name}: ${faults.join('; ')}`);
    const isLeast = String(is) === String(best);
    if (!isLeast) wrong.push(`${problem.name}: ${JSON.stringify({ is, best, proven: repaired.proven })}`);
    if (repaired.bound < best[2] && is[1] === best[1]) wrong.push(`${problem.name}: the bound ${repaired.bound} is below ${best[2]}`);
    for (const pin of problem.pins) {
      const stood = before.find(({ request }) => request === pin.request);
      const canStand = stood !== undefined && faultsOf(problem, { meetings: [stood] }).length === 0;
      if (!canStand) continue;
      seen.pinsHeld++;
      if (repaired.meetings.find(({ request }) => request === pin.request)?.slot !== stood.slot) wrong.push(`${problem.name}: pinned ${pin.request} was moved or dropped`);
    }
    seen.proven += Number(repaired.proven);
    seen.least += Number(isLeast);
    seen.withEight += Number(problem.requests.length === 8);
    seen.withZones += Number(problem.zones !== undefined);
    seen.withRivals += Number(problem.apart !== undefined);
    seen.somethingMoved += Number(repaired.moved.length + repaired.dropped.length > 0);
  }
  console.log(`repair: ${problems} problems tried; ${JSON.stringify(seen)}`);
  expect(wrong).toEqual([]);
  expect(Object.entries(seen).filter(([, often]) => often < 50)).toEqual([]);
});
