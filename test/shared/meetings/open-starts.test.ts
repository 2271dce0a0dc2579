import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clashesOfTime } from '#shared/meetings/clashes.ts';
import { openStarts } from '#shared/meetings/open-starts.ts';
import { whereabouts } from '#shared/meetings/whereabouts.ts';
import { gridOver } from '#shared/summit/slot-grid.ts';
import { randomSummit } from '#test/support/random-summit.ts';

test('a request without a meeting may begin wherever no rule of hand placement speaks against the time', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 2 ** 31 }), (seed) => {
    const mayHear = ({ partner }: { partner: string }, day: string) => (seed + Number(partner.slice(-1)) + Number(day.slice(-1))) % 3 !== 0;
    const where = whereabouts(randomSummit(seed), mayHear);
    const slots = gridOver(where.summit, where.time);
    const startsOf = openStarts(where, slots);
    for (const request of where.tables.requests.values()) {
      if (where.meetingOf(request.id)) continue;
      const open = slots.flatMap(({ startsAt, tail }, slot) => (!tail && clashesOfTime(where, request, startsAt).length === 0 ? [slot] : []));
      expect(startsOf(request)).toEqual(open);
    }
  }), { numRuns: 300 });
});
