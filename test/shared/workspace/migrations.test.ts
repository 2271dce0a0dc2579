import { describe, expect, test } from 'vitest';
import type { Row } from '#shared/kernel/table.ts';
import { changeOf, type JournalLine } from '#shared/workspace/journal-line.ts';
import { type Migration, migrated } from '#shared/workspace/migrations.ts';
import { rowSchemas, type Snapshot, tableNames } from '#shared/workspace/snapshot.ts';
import { anySnapshot } from '#test/support/any-snapshot.ts';
import { smallSummit } from '#test/support/small-summit.ts';

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

/** What version 2 added, so that a summit of today can be put back to version 1. */
const addedBy2: Readonly<Record<string, readonly string[]>> = {
  summits: ['walking', 'travelMarginMinutes', 'partnerMayAsk', 'vendorMayAsk'], rooms: ['reserved', 'closed'], partners: ['maxMeetingsPerDay', 'maxMeetings', 'minMeetings', 'keepApart'],
  contacts: ['unavailable', 'maxMeetingsPerDay', 'maxMeetings', 'arrivesAt', 'departsAt', 'worksFrom', 'worksUntil'], executives: ['maxMeetings', 'arrivesAt', 'departsAt', 'worksFrom', 'worksUntil'],
  requests: ['weight', 'coHosts', 'guestPartners', 'optionalAttendees', 'optionalHosts', 'allowedDays', 'allowedPart', 'allowedRooms', 'veto'],
};
const asVersion1 = (table: string, row: Row): Row => Object.fromEntries(Object.entries(row).filter(([field]) => !addedBy2[table]?.includes(field))) as unknown as Row;

describe('a summit of version 1', () => {
  const today = smallSummit();
  const rowsOf = (table: keyof Snapshot) => [...(today[table] as ReadonlyMap<string, Row>).values()];
  const old = Object.fromEntries(tableNames.map((table) => [table, rowsOf(table).map((row) => asVersion1(table, row))]));

  test('is not readable as it stands, and opens as the summit of today with nothing said in the new fields', () => {
    const unreadable = tableNames.filter((table) => (old[table] ?? []).some((row) => !rowSchemas[table].safeParse(row).success));
    expect(unreadable).toEqual(expect.arrayContaining(Object.keys(addedBy2)));
    const opened = migrated(old, 1);
    for (const table of tableNames) expect((opened[table] ?? []).map((row) => rowSchemas[table].parse(row))).toEqual(rowsOf(table));
  });

  test('opens too where some of its rows were written by this version since', () => {
    const mixed = Object.fromEntries(tableNames.map((table) => [table, rowsOf(table).map((row, index) => (index === 0 ? asVersion1(table, row) : row))]));
    const opened = migrated(mixed, 1);
    for (const table of tableNames) expect(opened[table]).toEqual(rowsOf(table));
  });

  test('gives its rows back whole when an old step is taken back or done again', () => {
    const [room] = rowsOf('rooms');
    if (!room) throw new Error('no room');
    const removal: Pick<JournalLine, 'label' | 'edits'> = { label: 'Remove', edits: [{ table: 'rooms', id: room.id, was: { ...asVersion1('rooms', room) }, now: null }] };
    expect(changeOf(removal, { rooms: new Map() }, 'back').edits[0]?.after).toEqual(room);
  });
});

test('a summit of version 3 opens with every row as it was and no calendar remembered', () => {
  const today = anySnapshot(4);
  const rows = Object.fromEntries(tableNames.filter((table) => table !== 'sentCalendars' && table !== 'lookAlikes').map((table) => [table, [...today[table].values()]]));
  expect(migrated(rows, 3)).toEqual({ ...rows, sentCalendars: [], lookAlikes: [] });
});
