import { expect, test } from 'vitest';
import { at, broken, openRoom } from '#test/support/rule-case.ts';
import { problemWith, request } from '#test/support/schedule-problems.ts';

test('nobody has to run: a walk of forty minutes does not fit a gap of thirty', () => {
  const problem = problemWith({
    rooms: [{ id: 'hall', ...openRoom }, { id: 'tower', ...openRoom }],
    zones: [{ id: 'ground', rooms: ['hall'], walking: {} }, { id: 'top', rooms: ['tower'], walking: { ground: 40 } }],
    requests: [request('q', ['ana', 'ben']), request('r', ['ana', 'cy'])],
  });
  expect(broken(problem, [at('q', 0), at('r', 1, 'tower')])).toEqual(['time-to-walk']);
  expect(broken(problem, [at('q', 0), at('r', 2, 'tower')])).toEqual(['time-to-walk']);
  expect(broken(problem, [at('q', 0), at('r', 3, 'tower')])).toEqual([]);
  expect(broken(problem, [at('q', 0), at('r', 1, 'hall')])).toEqual([]);
});
