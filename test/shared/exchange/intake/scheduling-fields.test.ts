import { describe, expect, test } from 'vitest';
import { csvBytes } from '#shared/exchange/csv/write.ts';
import { readFolder } from '#shared/exchange/intake/read-folder.ts';
import { readOptionsFor, toChange } from '#shared/exchange/intake/to-change.ts';
import { sheetRows, tableSheets } from '#shared/exchange/outgoing/table-sheets.ts';
import { workbookBytes } from '#shared/exchange/spreadsheet/write.ts';
import { apply } from '#shared/kernel/change.ts';
import { mintFrom } from '#shared/kernel/ids.ts';
import { seeded } from '#shared/kernel/random.ts';
import type { Instant, LocalDate, LocalDateTime, LocalTime } from '#shared/kernel/time.ts';
import type { Snapshot } from '#shared/workspace/snapshot.ts';
import { smallSummit } from '#test/support/small-summit.ts';

const moment = (time: string) => `2027-03-23T${time}` as LocalDateTime;
const time = (text: string) => text as LocalTime;
const mint = () => { const random = seeded(3); return mintFrom(() => random.below(256)); };

/** The small summit with everything said that scheduling asks. */
function toldSummit(): Snapshot {
  const small = smallSummit();
  const edited = <Name extends 'rooms' | 'partners' | 'contacts' | 'executives' | 'requests'>(table: Name, id: string, fields: object) => [id, { ...(small[table] as ReadonlyMap<string, object>).get(id), ...fields }] as const;
  const times = { arrivesAt: moment('09:15'), departsAt: moment('17:45'), worksFrom: time('09:00'), worksUntil: time('17:00'), maxMeetings: 5 };
  return {
    ...small,
    rooms: new Map([...small.rooms, edited('rooms', 'suite', { reserved: true, parallelMeetings: 3, closed: [{ startsAt: moment('12:00'), endsAt: moment('13:00') }] })]),
    partners: new Map([...small.partners, edited('partners', 'acme', { minMeetings: 2, maxMeetings: 4, maxMeetingsPerDay: 2, keepApart: ['bolt'] })]),
    contacts: new Map([...small.contacts, edited('contacts', 'ana', { ...times, maxMeetingsPerDay: 3, unavailable: [{ startsAt: moment('14:00'), endsAt: moment('14:30') }] })]),
    executives: new Map([...small.executives, edited('executives', 'eve', times)]),
    requests: new Map([...small.requests, edited('requests', 'acme-max', {
      side: 'both', weight: 4, coHosts: ['eve'], guestPartners: ['core'], optionalAttendees: ['ana'], allowedDays: ['2027-03-23' as LocalDate], allowedPart: 'afternoon', allowedRooms: ['suite'], veto: { side: 'vendor', reason: 'in a lawsuit' },
    })]),
  } as unknown as Snapshot;
}

async function sources(snapshot: Snapshot) {
  const sheets = tableSheets(snapshot);
  return [
    ['CSV', sheets.map((sheet) => ({ name: `${sheet.name}.csv`, bytes: csvBytes(sheetRows(sheet)) }))],
    ['XLSX', [{ name: 'summit.xlsx', bytes: await workbookBytes(sheets, { title: 'Summit', readMe: [], asOf: '2027-01-01T00:00:00.000Z' as Instant }) }]],
  ] as const;
}

describe('what scheduling asks of people, rooms and requests', () => {
  test('goes out and comes back as it was, in CSV and XLSX', async () => {
    const told = toldSummit();
    for (const [, files] of await sources(told)) {
      expect(toChange(await readFolder(files, readOptionsFor(told)), told, mint()).change.edits).toEqual([]);
      const plain = smallSummit();
      const read = apply(plain, toChange(await readFolder(files, readOptionsFor(plain)), plain, mint()).change.edits);
      for (const table of ['rooms', 'partners', 'contacts', 'executives', 'requests'] as const) expect(new Map<string, unknown>(read[table])).toEqual(new Map<string, unknown>(told[table]));
    }
  });

  test('is read from a planner’s own columns: arrival, optional attendees, rooms; no flight is kept', async () => {
    const csv = (text: string) => new TextEncoder().encode(text);
    const files = [
      { name: 'delegates.csv', bytes: csv('First Name,Last Name,Email,Company,Attendee Type,Arrival,Flight\nAna,Lima,ana@acme.example,Acme,Delegate,2027-03-23 09:30,TP 622\n') },
      { name: 'meeting requests.csv', bytes: csv('Request no,Company,Requested executive,Priority,Optional attendees,Only in rooms,Co-hosts\nR9,Acme,Max Chief,must,Ana Lima,Suite 1; Suite 9,Nobody Known\n') },
    ];
    const small = smallSummit();
    const reading = await readFolder(files, readOptionsFor(small));
    const after = apply(small, toChange(reading, small, mint()).change.edits);
    expect(after.contacts.get('ana' as never)?.arrivesAt).toBe('2027-03-23T09:30');
    expect(JSON.stringify([...after.contacts.values()])).not.toContain('622');
    const request = [...after.requests.values()].find(({ code }) => code === 'R9');
    expect([request?.optionalAttendees, request?.allowedRooms, request?.coHosts]).toEqual([['ana'], ['suite'], []]);
    expect(reading.files.flatMap(({ issues }) => issues.map(({ code, field }) => `${code} ${field}`))).toEqual(['UNKNOWN_HOST co_hosts', 'UNKNOWN_ROOM allowed_rooms']);
  });
});
