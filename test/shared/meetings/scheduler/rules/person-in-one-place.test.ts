import { expect, test } from 'vitest';
import { factsOf } from '#shared/meetings/scheduler/facts.ts';
import { breachesOf } from '#shared/meetings/scheduler/rule-book.ts';
import { at, broken, openRoom } from '#test/support/rule-case.ts';
import { problemWith, request } from '#test/support/schedule-problems.ts';

test('two meetings in one slot clash when they share a person, and only then', () => {
  const problem = problemWith({ rooms: [{ id: 'hall', ...openRoom, parallel: 2 }], requests: [request('q', ['ana', 'ben']), request('r', ['ana', 'cy']), request('s', ['cy', 'dee'])] });
  expect(breachesOf(factsOf(problem), [at('q', 0), at('r', 0)])).toEqual([{ rule: 'person-in-one-place', people: ['ana'], slots: [0], requests: ['q', 'r'], rooms: [] }]);
  expect(broken(problem, [at('q', 0), at('s', 0)])).toEqual([]);
});

test('a long meeting keeps its people for every slot it takes', () => {
  const problem = problemWith({ rooms: [{ id: 'hall', ...openRoom, parallel: 2 }], requests: [request('q', ['ana', 'ben'], { length: 2 }), request('r', ['ana', 'cy'])] });
  expect(broken(problem, [at('q', 0), at('r', 1)])).toEqual(['person-in-one-place']);
  expect(broken(problem, [at('q', 0), at('r', 2)])).toEqual([]);
});
