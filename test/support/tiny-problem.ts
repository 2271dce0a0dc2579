import { type Random, seeded } from '#shared/kernel/random.ts';
import { valueOf } from '#shared/kernel/result.ts';
import { readProblem, type ScheduleProblem } from '#shared/meetings/scheduler/problem.ts';

export type TinyShape = { readonly kind: 'weight' | 'breaks'; readonly mostRequests: number };

/**
 * A problem small enough to try every plan, by its number alone. Every field of the form turns up. Every third is tight, every third in
 * between, every third roomy, so that everything can often be placed. In kind `breaks` more requests name their starts, which is what makes people wait.
 */
export function tinyProblem(number: number, { kind, mostRequests }: TinyShape): ScheduleProblem {
  const random = seeded(number * 2654435761);
  const marks = seeded(number);
  const tightness = 2 - number % 3;
  const isRoomy = tightness === 0;
  const oneIn = (count: number) => random.below(count) === 0;
  const rarely = () => random.below(8) < tightness;
  const some = (most: number, list: readonly number[]) => random.shuffled(list).slice(0, random.below(most + 1)).sort((a, b) => a - b);
  const slots = gridOf(random);
  const grid = [...slots.keys()];
  const people = ['ana', 'ben', 'cy', 'dee', 'eli'].slice(0, 3 + random.below(3));
  const rooms = ['x', 'y', 'z'].slice(0, 1 + random.below(3));
  const requests = Array.from({ length: 1 + random.below(mostRequests) }, (_, index) => `q${index}`);
  const pair = <Member>(list: readonly Member[]) => random.shuffled(list).slice(0, 2) as [Member, Member];
  const isIn = (chance: boolean, fields: object) => (chance ? fields : {});
  return valueOf(readProblem({
    format: 'summit-schedule/1',
    name: `tiny ${number}`,
    objective: kind === 'weight' ? { kind } : { kind, fairness: random.below(3) },
    slots,
    people: people.map((id) => ({
      id,
      unavailable: some(1 + Math.sign(tightness), grid),
      ...isIn(rarely(), { max: 1 + random.below(3) }),
      ...isIn(rarely(), { maxPerDay: 1 + random.below(2) }),
      ...isIn(oneIn(4), { minimum: 1 + random.below(2) }),
      ...isIn(oneIn(3), { home: random.pick(rooms) }),
      ...isIn(marks.below(2) === 0, { compact: marks.below(4) > 0 }),
    })),
    rooms: rooms.map((id) => ({
      id, parallel: 1 + random.below(2), capacity: isRoomy ? 4 : 1 + random.below(4), confidential: isRoomy || oneIn(2), reserved: rarely(), unavailable: some(Math.max(1, tightness), grid),
    })),
    requests: requests.map((id) => {
      const who = random.shuffled(people).slice(0, oneIn(4) ? 3 : 2);
      return {
        id, people: who, weight: 1 + random.below(5), length: random.pick(isRoomy ? [1, 1, 1, 1, 2] : [1, 1, 1, 2, 3]), must: oneIn(3),
        ...isIn(oneIn(3), { confidential: oneIn(2) }),
        ...isIn(oneIn(6), { optional: people.filter((one) => !who.includes(one)).slice(0, 1) }),
        ...isIn(oneIn(5), { allowedRooms: random.shuffled(rooms).slice(0, oneIn(8) ? 0 : 1 + random.below(rooms.length)) }),
        ...isIn(oneIn(kind === 'breaks' ? 2 : 4), { allowedSlots: oneIn(8) ? [] : [...new Set([random.pick(grid), ...some(3, grid)])].sort((a, b) => a - b) }),
        ...isIn(oneIn(3), { preferredSlots: some(2, grid) }),
      };
    }),
    pins: oneIn(3 + 3 * (2 - tightness)) ? random.shuffled(requests).slice(0, 1 + random.below(2)).map((request) => ({ request, slot: random.pick(grid), ...isIn(oneIn(2), { room: random.pick(rooms) }) })) : [],
    precedences: requests.length > 1 && oneIn(3) ? Array.from({ length: 1 + random.below(2) }, () => pair(requests)) : [],
    ...isIn(rooms.length > 1 && oneIn(3), {
      zones: [{ id: 'east', rooms: rooms.slice(0, 1), walking: { west: random.pick([5, 15, 40]) } }, { id: 'west', rooms: rooms.slice(1), walking: oneIn(2) ? { east: 20 } : {} }],
    }),
    ...isIn(oneIn(4), { apart: Array.from({ length: 1 + random.below(2) }, () => pair(people)), ...isIn(oneIn(2), { apartMinutes: random.pick([0, 1, 20, 40]) }) }),
  }));
}

/** Four to six slots over one or two days, in blocks with a pause between them; half of the grids in steps of fifteen minutes, others of thirty. */
function gridOf(random: Random): ScheduleProblem['slots'] {
  const count = 4 + random.below(3);
  const minutes = random.pick([15, 30]);
  const night = random.below(2) === 0 ? count : 2 + random.below(count - 2);
  const pause = random.below(2) === 0 ? count : 1 + random.below(count - 1);
  return Array.from({ length: count }, (_, slot) => {
    const day = slot < night ? 0 : 1;
    return { day, block: slot < pause ? 0 : 1, start: 540 + (slot - (day === 0 ? 0 : night)) * minutes + (slot < pause ? 0 : 20), minutes };
  });
}
