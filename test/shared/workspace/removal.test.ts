import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apply, inverse } from '#shared/kernel/change.ts';
import { seeded } from '#shared/kernel/random.ts';
import { damageOf } from '#shared/workspace/integrity.ts';
import { removal, takenAlong } from '#shared/workspace/removal.ts';
import { tableNames } from '#shared/workspace/snapshot.ts';
import { anySnapshot } from '#test/support/any-snapshot.ts';

const removable = tableNames.filter((table) => table !== 'summits');

describe('removing records', () => {
  test('never leaves a reference to nothing, whatever is removed from whatever summit', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.constantFrom(...removable), (seed, table) => {
      const snapshot = anySnapshot(seed);
      expect(damageOf(snapshot)).toEqual([]);
      const ids = seeded(seed).shuffled([...snapshot[table].keys()]).slice(0, 2);
      const step = removal(snapshot, table, ids, 'Remove');
      const without = apply(snapshot, step.edits);
      expect(damageOf(without)).toEqual([]);
      expect(ids.filter((id) => (without[table] as ReadonlyMap<string, unknown>).has(id))).toEqual([]);
      expect(apply(without, inverse(step).edits)).toEqual(snapshot);
    }), { numRuns: 80 });
  });

  test('touches each row once and says how many of each kind go along', () => {
    const snapshot = anySnapshot(11);
    const step = removal(snapshot, 'partners', [...snapshot.partners.keys()], 'Remove all partners');
    const keys = step.edits.map(({ table, id }) => `${table}/${id}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect(takenAlong(step, 'partners')).toMatchObject({ invitations: snapshot.invitations.size, requests: snapshot.requests.size, nominations: snapshot.nominations.size, commitments: snapshot.commitments.size });
  });

  test('of a record that is gone already changes nothing', () => {
    expect(removal(anySnapshot(1), 'rooms', ['nowhere'], 'Remove').edits).toEqual([]);
  });
});

describe('damage of stored tables', () => {
  test('is named: a row that cannot be read, one under another id, a reference to nothing', () => {
    const sound = anySnapshot(5);
    const [id, room] = [...sound.rooms][0] ?? [];
    const [placementId, placement] = [...sound.placements][0] ?? [];
    if (!id || !room || !placementId || !placement) throw new Error('the seeded summit has a room and a placement');
    const damaged = { ...sound, rooms: new Map([...sound.rooms, [id, { ...room, name: '' }], ['other', room]]), placements: new Map([...sound.placements, [placementId, { ...placement, room: 'gone' }]]) };
    expect(damageOf(damaged as never).map(({ code, table, id: row }) => [code, table, row])).toEqual([['row-unreadable', 'rooms', id], ['row-under-wrong-id', 'rooms', 'other'], ['reference-to-nothing', 'placements', placementId]]);
  });
});
