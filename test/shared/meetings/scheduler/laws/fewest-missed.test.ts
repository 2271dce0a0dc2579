import { expect, test } from 'vitest';
import { loadSatSolver } from '#electron/headless/cadical.ts';
import { loadLinearSolver } from '#electron/headless/highs.ts';
import type { Meeting } from '#shared/meetings/scheduler/solution.ts';
import type { ScheduleProblem } from '#shared/meetings/scheduler/problem.ts';
import { seeded } from '#shared/kernel/random.ts';
import { meetingsOf } from '#shared/meetings/scheduler/board/board.ts';
import { fewestMissed, type WishLimits } from '#shared/meetings/scheduler/breaks/fewest-missed.ts';
import type { News } from '#shared/meetings/scheduler/proof/prove.ts';
import { breachesOf } from '#shared/meetings/scheduler/rule-book.ts';
import { construct } from '#shared/meetings/scheduler/search/construct.ts';
import { compiledFor } from '#shared/meetings/scheduler/solve.ts';
import { allPlans } from '#test/support/schedule-brute-force.ts';
import { tallyOf } from '#test/support/schedule-checker.ts';
import { tinyProblem } from '#test/support/tiny-problem.ts';

const [linear, sat] = await Promise.all([loadLinearSolver(), loadSatSolver()]);
const problems = 600;
const never = () => false;
const unlimited = { conflicts: null, shouldStop: never };
const ways: readonly WishLimits[] = [{ plans: unlimited, bound: null }, { plans: { conflicts: 0, shouldStop: never }, bound: unlimited }];

/** Meetings that begin outside what their requests wish. */
function missedOf({ requests }: ScheduleProblem, meetings: readonly Meeting[]): number {
  const wishes = new Map(requests.map(({ id, preferredSlots }) => [id, preferredSlots]));
  return meetings.filter(({ request, slot }) => { const wished = wishes.get(request) ?? []; return wished.length > 0 && !wished.includes(slot); }).length;
}

test('asked for plans that miss fewer or for how few must be missed, clauses say what trying every plan says', () => {
  const wrong: string[] = [];
  const seen = { asked: 0, better: 0, others: 0 };
  for (let number = 0; number < problems; number++) {
    const problem = tinyProblem(number, { kind: 'weight', mostRequests: 4 });
    const compiled = compiledFor(problem, number);
    // A first plan, which nothing has arranged: there is something to find.
    const board = construct(compiled, seeded(number));
    const plan = board.arrangement();
    const { shortfall, breaks } = board;
    const meetings = meetingsOf(compiled, plan);
    const { weight } = tallyOf(problem, { meetings });
    const missed = missedOf(problem, meetings);
    const musts = (held: typeof meetings) => held.filter(({ request }) => problem.requests.some(({ id, must }) => id === request && must)).length;
    let fewest = Infinity;
    for (const other of allPlans(problem)) {
      const tally = tallyOf(problem, { meetings: other });
      if (tally.weight >= weight && tally.shortfall === 0 && tally.breaks === 0 && musts([...other]) >= musts(meetings)) fewest = Math.min(fewest, missedOf(problem, other));
    }
    for (const [way, limits] of ways.entries()) {
      const news: News[] = [];
      fewestMissed(compiled, number % 2 === 0 ? linear : null, sat, plan, limits, (one) => { news.push(one); });
      if (shortfall > 0 || breaks > 0 || missed === 0) {
        if (news.length > 0) wrong.push(`${problem.name}: asked of a plan that waits or misses nothing`);
        continue;
      }
      const plans = news.flatMap((one) => (one.kind === 'plan' ? [meetingsOf(compiled, one.plan)] : []));
      const bound = news.reduce((most, one) => (one.kind === 'wishes' ? Math.max(most, one.missed) : most), 0);
      seen.asked += Number(news.length > 0);
      seen.better += Number(way === 0 && plans.length > 0);
      seen.others += Number(way === 0 && plans.some((held) => held.some(({ request }) => !meetings.some((before) => before.request === request))));
      for (const held of plans) {
        const tally = tallyOf(problem, { meetings: held });
        if (breachesOf(compiled.facts, held).length > 0 || tally.breaks > 0 || tally.shortfall > 0 || tally.weight < weight || missedOf(problem, held) > missed) wrong.push(`${problem.name}: way ${way} found a plan that is no better`);
      }
      if (news.length > 0 && bound !== fewest) wrong.push(`${problem.name}: way ${way} says ${bound}, trying ${fewest}`);
      const best = Math.min(missed, ...plans.map((held) => missedOf(problem, held)));
      if (news.length > 0 && best !== fewest) wrong.push(`${problem.name}: way ${way} found ${best}, trying ${fewest}`);
    }
  }
  console.log(`fewest wishes missed: ${problems} problems, every plan of each; ${JSON.stringify(seen)}`);
  expect(wrong).toEqual([]);
});
