import { describe, expect, test } from 'vitest';
import { add, apply, change, drop, inverse, set, together } from '#shared/kernel/change.ts';

const ana = { id: 'ana', name: 'Ana' };
const ben = { id: 'ben', name: 'Ben' };
const tables = { people: new Map([[ana.id, ana]]), rooms: new Map() };

describe('a change', () => {
  test('adds, sets and drops rows, leaving tables it does not touch the same value', () => {
    const after = apply(tables, [add('people', ben), set('people', ana, { name: 'Anna' })]);
    expect(after).toEqual({ people: new Map([['ana', { id: 'ana', name: 'Anna' }], ['ben', ben]]), rooms: new Map() });
    expect(after.rooms).toBe(tables.rooms);
    expect(apply(after, [drop('people', ben)]).people).toEqual(new Map([['ana', { id: 'ana', name: 'Anna' }]]));
  });

  test('taken and taken back leaves what was there', () => {
    const step = change('Replace Ana', [drop('people', ana), add('people', ben)]);
    expect(apply(apply(tables, step.edits), inverse(step).edits)).toEqual(tables);
  });

  test('that is taken back puts a removed row where it stood', () => {
    const people = { people: new Map([['ana', ana], ['ben', ben], ['cleo', { id: 'cleo', name: 'Cleo' }]]) };
    const step = change('Remove Ana', [drop('people', ana)]);
    expect([...apply(apply(people, step.edits), inverse(step).edits).people.keys()]).toEqual(['ana', 'ben', 'cleo']);
  });

  test('joined with a later one goes from the first before to the last after', () => {
    const renamed = { ...ana, name: 'Anna' };
    expect(together('Both', [change('1', [set('people', ana, { name: 'Anna' })]), change('2', [drop('people', renamed)])])).toEqual({
      label: 'Both',
      edits: [{ table: 'people', id: 'ana', before: ana, after: null }],
    });
  });
});
