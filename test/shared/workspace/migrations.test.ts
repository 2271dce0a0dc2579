import { describe, expect, test } from 'vitest';
import { type Migration, migrated } from '#shared/workspace/migrations.ts';

const tag = (to: number): Migration => ({ to, sentence: `To ${to}`, migrate: ({ rooms = [] }) => ({ rooms: rooms.map((row) => ({ ...row, path: `${(row as { path?: string }).path ?? ''}${to}` })) }) });
const steps = [tag(2), tag(3), tag(4)];
const stored = { rooms: [{ id: 'a' }] };

describe('rows of an older version', () => {
  test.each([[1, '234'], [2, '34'], [3, '4']])('of version %i take every later step, in order', (from, path) => {
    expect(migrated(stored, from, steps)).toEqual({ rooms: [{ id: 'a', path }] });
  });

  test('of this version are left as they are', () => {
    expect(migrated(stored, 4, steps)).toBe(stored);
  });
});
