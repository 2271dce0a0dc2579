import { describe, expect, test } from 'vitest';
import { factsOf } from '#shared/meetings/scheduler/facts.ts';
import { breachesOf, ruleBook } from '#shared/meetings/scheduler/rule-book.ts';
import type { ScheduleProblem } from '#shared/meetings/scheduler/problem.ts';
import type { Meeting } from '#shared/meetings/scheduler/solution.ts';
import { solve } from '#shared/meetings/scheduler/solve.ts';
import { faultsOf } from '#test/support/schedule-checker.ts';
import { problemWith, request } from '#test/support/schedule-problems.ts';

const room = { parallel: 1, capacity: 4, confidential: false, reserved: false, unavailable: [] as number[] };
const at = (id: string, slot: number, where = 'hall'): Meeting => ({ request: id, slot, room: where });

/** The rules a plan breaks; the independent checker must find a fault in exactly the plans that break one. */
function broken(problem: ScheduleProblem, plan: readonly Meeting[]): string[] {
  const codes = [...new Set(breachesOf(factsOf(problem), plan).map(({ rule }) => rule))];
  expect(faultsOf(problem, { meetings: plan }).length > 0).toBe(codes.length > 0);
  return codes;
}

describe('the rule book', () => {
  test('says each rule in one sentence under its own code', () => {
    expect(new Set(ruleBook.map(({ code }) => code)).size).toBe(ruleBook.length);
    expect(ruleBook.filter(({ sentence }) => !/^[A-Z][^.]*\.$/.test(sentence))).toEqual([]);
  });

  test('a request is held at most once', () => {
    expect(broken(problemWith({ requests: [request('q', ['ana', 'ben'])] }), [at('q', 0), at('q', 2)])).toEqual(['placed-once']);
  });

  test('two meetings in one slot clash when they share a person, and only then', () => {
    const problem = problemWith({ rooms: [{ id: 'hall', ...room, parallel: 2 }], requests: [request('q', ['ana', 'ben']), request('r', ['ana', 'cy']), request('s', ['cy', 'dee'])] });
    expect(breachesOf(factsOf(problem), [at('q', 0), at('r', 0)])).toEqual([{ rule: 'person-in-one-place', people: ['ana'], slots: [0], requests: ['q', 'r'], rooms: [] }]);
    expect(broken(problem, [at('q', 0), at('s', 0)])).toEqual([]);
  });

  test('a long meeting keeps its people for every slot it takes', () => {
    const problem = problemWith({ rooms: [{ id: 'hall', ...room, parallel: 2 }], requests: [request('q', ['ana', 'ben'], { length: 2 }), request('r', ['ana', 'cy'])] });
    expect(broken(problem, [at('q', 0), at('r', 1)])).toEqual(['person-in-one-place']);
    expect(broken(problem, [at('q', 0), at('r', 2)])).toEqual([]);
  });

  test('nobody is met while away', () => {
    const problem = problemWith({ people: [{ id: 'ana', unavailable: [1] }, { id: 'ben', unavailable: [] }], requests: [request('q', ['ana', 'ben'], { length: 2 })] });
    expect(broken(problem, [at('q', 0)])).toEqual(['person-is-available']);
    expect(broken(problem, [at('q', 3)])).toEqual([]);
  });

  test('a room holds as many meetings at once as it has places', () => {
    const requests = [request('q', ['ana', 'ben']), request('r', ['cy', 'dee'])];
    expect(broken(problemWith({ requests }), [at('q', 0), at('r', 0)])).toEqual(['room-is-not-overfilled']);
    expect(broken(problemWith({ requests, rooms: [{ id: 'hall', ...room, parallel: 2 }] }), [at('q', 0), at('r', 0)])).toEqual([]);
  });

  test('a closed room is not used', () => {
    const problem = problemWith({ rooms: [{ id: 'hall', ...room, unavailable: [1] }], requests: [request('q', ['ana', 'ben'], { length: 2 })] });
    expect(broken(problem, [at('q', 0)])).toEqual(['room-is-open']);
  });

  test('everyone who must be there has a seat; those merely welcome need none', () => {
    const rooms = [{ id: 'hall', ...room, capacity: 2 }];
    expect(broken(problemWith({ rooms, requests: [request('q', ['ana', 'ben', 'cy'])] }), [at('q', 0)])).toEqual(['room-has-seats']);
    expect(broken(problemWith({ rooms, requests: [request('q', ['ana', 'ben'], { optional: ['cy'] })] }), [at('q', 0)])).toEqual([]);
  });

  test('confidential talk needs a room fit for it', () => {
    expect(broken(problemWith({ requests: [request('q', ['ana', 'ben'], { confidential: true })] }), [at('q', 0)])).toEqual(['confidential-talk-behind-a-door']);
  });

  test('a request begins in one of the starts it names; naming none at all forbids every start where not everything must be placed', () => {
    const requests = (allowedSlots: number[]) => [request('q', ['ana', 'ben'], { allowedSlots })];
    expect(broken(problemWith({ requests: requests([1]) }), [at('q', 0)])).toEqual(['start-is-allowed']);
    expect(broken(problemWith({ requests: requests([]) }), [at('q', 0)])).toEqual(['start-is-allowed']);
    expect(broken(problemWith({ requests: requests([]), objective: { kind: 'breaks', fairness: 2 } }), [at('q', 0)])).toEqual([]);
  });

  test('a reserved room is for those who name it, and those who name rooms use no other', () => {
    const rooms = [{ id: 'hall', ...room }, { id: 'suite', ...room, reserved: true }];
    const problem = problemWith({ rooms, requests: [request('q', ['ana', 'ben'], { allowedRooms: ['suite'] }), request('r', ['cy', 'dee'])] });
    expect(broken(problem, [at('q', 0, 'suite')])).toEqual([]);
    expect(broken(problem, [at('r', 0, 'suite')])).toEqual(['reserved-room-is-named']);
    expect(broken(problem, [at('q', 0, 'hall')])).toEqual(['room-is-allowed']);
  });

  test('a long meeting does not run over the end of a block', () => {
    const problem = problemWith({ requests: [request('q', ['ana', 'ben'], { length: 2 })] });
    expect(broken(problem, [at('q', 2)])).toEqual(['stays-in-one-block']);
    expect(broken(problem, [at('q', 5)])).toEqual(['stays-in-one-block']);
  });

  test('a pinned request stands at its pin', () => {
    const rooms = [{ id: 'hall', ...room }, { id: 'nook', ...room }];
    const problem = problemWith({ rooms, requests: [request('q', ['ana', 'ben'])], pins: [{ request: 'q', slot: 1, room: 'nook' }] });
    expect(broken(problem, [at('q', 1, 'nook')])).toEqual([]);
    expect(broken(problem, [at('q', 1, 'hall')])).toEqual(['pin-holds']);
    expect(broken(problem, [at('q', 2, 'nook')])).toEqual(['pin-holds']);
  });

  test('the first of two ordered meetings ends before the second begins; an unplaced side frees the other', () => {
    const problem = problemWith({ requests: [request('q', ['ana', 'ben'], { length: 2 }), request('r', ['cy', 'dee'])], precedences: [['q', 'r']], rooms: [{ id: 'hall', ...room, parallel: 2 }] });
    expect(broken(problem, [at('q', 0), at('r', 1)])).toEqual(['order-is-kept']);
    expect(broken(problem, [at('q', 0), at('r', 2)])).toEqual([]);
    expect(broken(problem, [at('r', 0)])).toEqual([]);
  });

  test('nobody has more meetings than their limits for the summit and for a day', () => {
    const requests = [request('q', ['ana', 'ben']), request('r', ['ana', 'cy'])];
    const people = (limit: object) => [{ id: 'ana', unavailable: [], ...limit }, { id: 'ben', unavailable: [] }, { id: 'cy', unavailable: [] }];
    expect(broken(problemWith({ requests, people: people({ max: 1 }) }), [at('q', 0), at('r', 3)])).toEqual(['person-has-enough']);
    expect(broken(problemWith({ requests, people: people({ maxPerDay: 1 }) }), [at('q', 0), at('r', 2)])).toEqual(['person-has-enough-today']);
    expect(broken(problemWith({ requests, people: people({ maxPerDay: 1 }) }), [at('q', 0), at('r', 3)])).toEqual([]);
  });

  test('nobody has to run: a walk of forty minutes does not fit a gap of thirty', () => {
    const problem = problemWith({
      rooms: [{ id: 'hall', ...room }, { id: 'tower', ...room }],
      zones: [{ id: 'ground', rooms: ['hall'], walking: {} }, { id: 'top', rooms: ['tower'], walking: { ground: 40 } }],
      requests: [request('q', ['ana', 'ben']), request('r', ['ana', 'cy'])],
    });
    expect(broken(problem, [at('q', 0), at('r', 1, 'tower')])).toEqual(['time-to-walk']);
    expect(broken(problem, [at('q', 0), at('r', 2, 'tower')])).toEqual(['time-to-walk']);
    expect(broken(problem, [at('q', 0), at('r', 3, 'tower')])).toEqual([]);
    expect(broken(problem, [at('q', 0), at('r', 1, 'hall')])).toEqual([]);
  });

  describe('rivals', () => {
    const two = [{ id: 'hall', ...room, parallel: 2 }, { id: 'suite', ...room, parallel: 2 }];
    const requests = [request('q', ['ana', 'ben']), request('r', ['cy', 'dee'])];
    const problem = problemWith({ rooms: two, requests, apart: [['ben', 'dee']] });

    test('are not in one room at the same time, at parallel tables, nor right after each other; another room is far enough', () => {
      expect([broken(problem, [at('q', 0), at('r', 0)]), broken(problem, [at('q', 1), at('r', 0)]), broken(problem, [at('q', 0), at('r', 1)])]).toEqual(Array(3).fill(['rivals-stay-apart']));
      expect([broken(problem, [at('q', 0), at('r', 2)]), broken(problem, [at('q', 0), at('r', 0, 'suite')]), broken(problem, [at('q', 2), at('r', 3)])]).toEqual([[], [], []]);
    });
    test('keep as many minutes between them as the problem asks', () => {
      const further = problemWith({ rooms: two, requests, apart: [['ben', 'dee']], apartMinutes: 31 });
      expect(broken(further, [at('q', 0), at('r', 2)])).toEqual(['rivals-stay-apart']);
    });
    test('are never asked into one meeting: it is not placed, and the reason is told', () => {
      const both = problemWith({ requests: [request('q', ['ana', 'ben', 'dee'])], apart: [['ben', 'dee']] });
      expect(broken(both, [at('q', 0)])).toEqual(['rivals-stay-apart']);
      expect(solve(both, { seed: 1, effort: { kind: 'work', units: 100 }, now: () => 0, solver: null }).unplaced).toEqual([{ request: 'q', reasons: [{ code: 'rivals-together', people: ['ben', 'dee'] }], cures: [] }]);
    });
    test('who can only have the same room one after the other are not both placed', () => {
      const tight = problemWith({ requests, rooms: two.slice(0, 1), apart: [['ben', 'dee']], slots: [0, 1].map((step) => ({ day: 0, block: 0, start: 540 + 30 * step, minutes: 30 })) });
      const { meetings, unplaced } = solve(tight, { seed: 1, effort: { kind: 'work', units: 500 }, now: () => 0, solver: null });
      expect([meetings.length, unplaced[0]?.reasons[0]?.code]).toEqual([1, 'rivals-are-near']);
    });
  });
});
