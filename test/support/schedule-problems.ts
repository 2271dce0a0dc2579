import fc from 'fast-check';
import { type ScheduleProblem, readProblem } from '#shared/meetings/scheduler/problem.ts';
import { valueOf } from '#shared/kernel/result.ts';

type Draft = Partial<Omit<ScheduleProblem, 'format'>>;

/** A problem with what a case does not speak about filled in: two days of three half-hour slots, Ana, Ben, Cy and Dee, one open room of four seats. */
export function problemWith(draft: Draft = {}): ScheduleProblem {
  return valueOf(readProblem({
    format: 'summit-schedule/1',
    name: 'case',
    objective: { kind: 'weight' },
    slots: [0, 1].flatMap((day) => [0, 1, 2].map((step) => ({ day, block: day, start: 540 + 30 * step, minutes: 30 }))),
    people: ['ana', 'ben', 'cy', 'dee'].map((id) => ({ id, unavailable: [] })),
    rooms: [{ id: 'hall', parallel: 1, capacity: 4, confidential: false, reserved: false, unavailable: [] }],
    requests: [],
    pins: [],
    precedences: [],
    ...draft,
  }));
}

export function request(id: string, people: readonly string[], more: Partial<ScheduleProblem['requests'][number]> = {}): ScheduleProblem['requests'][number] {
  return { id, people, weight: 1, length: 1, must: false, ...more };
}

const slotCount = 5;
const slotList = fc.uniqueArray(fc.integer({ min: 0, max: slotCount - 1 }), { maxLength: 2 });
const person = (id: string, rooms: readonly string[]) => fc.record({
  unavailable: slotList,
  max: fc.option(fc.integer({ min: 1, max: 2 }), { nil: undefined, freq: 4 }),
  maxPerDay: fc.option(fc.constant(1), { nil: undefined, freq: 5 }),
  minimum: fc.option(fc.integer({ min: 1, max: 2 }), { nil: undefined, freq: 3 }),
  home: fc.option(fc.constantFrom(...rooms), { nil: undefined, freq: 3 }),
  compact: fc.option(fc.boolean(), { nil: undefined, freq: 2 }),
}).map((fields) => ({ id, ...defined(fields) }));

/** Small problems of every feature of the form, small enough to try every plan. */
export function anyProblem(kinds: readonly ('weight' | 'breaks')[] = ['weight', 'breaks'], mostRequests = 5): fc.Arbitrary<ScheduleProblem> {
  const people = ['a', 'b', 'c', 'd'];
  const rooms = ['x', 'y'];
  const ids = Array.from({ length: mostRequests }, (_, index) => `q${index}`);
  return fc.record({
    kind: fc.constantFrom(...kinds),
    fairness: fc.integer({ min: 0, max: 2 }),
    split: fc.integer({ min: 2, max: 4 }),
    people: fc.tuple(...people.map((id) => person(id, rooms))),
    rooms: fc.tuple(...rooms.map((id) => fc.record({
      id: fc.constant(id), parallel: fc.integer({ min: 1, max: 2 }), capacity: fc.integer({ min: 1, max: 3 }), confidential: fc.boolean(), reserved: fc.boolean(), unavailable: slotList,
    }))),
    requests: fc.tuple(...ids.map((id) => fc.record({
      who: fc.shuffledSubarray(people, { minLength: 2, maxLength: 3 }), welcome: fc.boolean(), weight: fc.integer({ min: 1, max: 5 }), length: fc.constantFrom(1, 1, 2),
      must: fc.constantFrom(false, false, true), confidential: fc.constantFrom(false, false, true),
      allowedRooms: fc.option(fc.subarray(rooms), { nil: undefined, freq: 3 }), allowedSlots: fc.option(slotList, { nil: undefined, freq: 3 }), preferredSlots: fc.option(slotList, { nil: undefined, freq: 2 }),
    }).map(({ who, welcome, ...fields }) => ({ id, ...defined(fields), people: welcome ? who.slice(0, 2) : who, optional: welcome ? who.slice(2) : [] })))),
    count: fc.integer({ min: 1, max: mostRequests }),
    pin: fc.option(fc.record({ slot: fc.integer({ min: 0, max: slotCount - 1 }), room: fc.option(fc.constantFrom(...rooms), { nil: undefined }) }), { nil: null, freq: 3 }),
    precedence: fc.boolean(),
    walk: fc.option(fc.constantFrom(5, 40), { nil: null, freq: 3 }),
    apart: fc.option(fc.constantFrom(0, 1, 20, 40), { nil: null, freq: 3 }),
  }).map(({ kind, fairness, split, count, pin, precedence, walk, apart, ...rest }) => problemWith({
    objective: kind === 'weight' ? { kind } : { kind, fairness },
    slots: Array.from({ length: slotCount }, (_, slot) => ({ day: slot < split ? 0 : 1, block: slot < split ? 0 : 1, start: 540 + 30 * slot, minutes: 30 })),
    people: rest.people as ScheduleProblem['people'],
    rooms: rest.rooms,
    requests: rest.requests.slice(0, count) as ScheduleProblem['requests'],
    pins: pin === null ? [] : [{ request: 'q0', ...defined(pin) } as ScheduleProblem['pins'][number]],
    precedences: precedence && count > 2 ? [['q1', 'q2']] : [],
    ...(walk === null ? {} : { zones: [{ id: 'east', rooms: ['x'], walking: { west: walk } }, { id: 'west', rooms: ['y'], walking: {} }] }),
    ...(apart === null ? {} : { apart: [['a', 'b']], ...(apart === 0 ? {} : { apartMinutes: apart }) }),
  }));
}

function defined<Fields extends object>(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Fields;
}
