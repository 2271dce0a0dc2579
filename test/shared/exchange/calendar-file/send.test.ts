import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { deskOf } from '#shared/briefings/desk.ts';
import type { CalendarReader } from '#shared/exchange/calendar-file/items.ts';
import { calendarReaders } from '#shared/exchange/calendar-file/readers.ts';
import { calendarFiles } from '#shared/exchange/calendar-file/send.ts';
import { zoneText } from '#shared/exchange/calendar-file/zone.ts';
import { apply } from '#shared/kernel/change.ts';
import { mintFrom } from '#shared/kernel/ids.ts';
import { instantOf, type Instant, type LocalDate, type LocalDateTime } from '#shared/kernel/time.ts';
import { theSummit } from '#shared/summit/summit.ts';
import type { Snapshot } from '#shared/workspace/snapshot.ts';
import { calendarReaderKinds } from '#shared/workspace/sent-calendar.ts';
import { table } from '#test/support/small-awards.ts';
import { smallSummit } from '#test/support/small-summit.ts';

const now = '2027-03-01T08:00:00.000Z' as Instant;
const eve: CalendarReader = { kind: 'host', executive: 'eve' as never };
const mint = mintFrom(() => 7);

function sent(snapshot: Snapshot, reader: CalendarReader = eve) {
  const { files, change } = calendarFiles(deskOf(snapshot), [reader], now, mint);
  return { text: files[0]?.text ?? '', after: apply(snapshot, change.edits), edits: change.edits };
}

function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text) as never);
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
  const events = calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    return { uid: event.uid, sequence: event.sequence, title: event.summary, place: event.location, notes: event.description, at: event.startDate.toJSDate().toISOString(), until: event.endDate.toJSDate().toISOString(), status: String(component.getFirstPropertyValue('status')) };
  });
  ICAL.TimezoneService.reset();
  return events;
}

const meetingIn = (text: string) => read(text).find(({ uid }) => uid.startsWith('meeting-acme-eve@'));
const moved = (snapshot: Snapshot, startsAt: string) => ({ ...snapshot, placements: table([...snapshot.placements.values()].map((row) => ({ ...row, startsAt: startsAt as LocalDateTime }))) });

describe('a host’s calendar file', () => {
  test('is read by another program with the meeting at the venue’s hour', () => {
    expect(meetingIn(sent(smallSummit()).text)).toMatchObject({ uid: 'meeting-acme-eve@summit.summit-planner', sequence: 0, title: 'One-to-one: Acme', place: 'Suite 1', at: '2027-03-23T10:00:00.000Z', until: '2027-03-23T10:30:00.000Z', status: 'CONFIRMED' });
  });

  test('keeps its sequence when nothing changed, and then changes nothing in the summit', () => {
    const first = sent(smallSummit());
    const second = sent(first.after);
    expect([second.text, second.edits]).toEqual([first.text, []]);
  });

  test('raises the sequence when the meeting moves, when its room changes and when its people change', () => {
    let { after } = sent(smallSummit());
    const sequences: (number | undefined)[] = [];
    const step = (change: (snapshot: Snapshot) => Snapshot) => { const next = sent(change(after)); after = next.after; sequences.push(meetingIn(next.text)?.sequence); };
    step((snapshot) => moved(snapshot, '2027-03-23T11:00'));
    step((snapshot) => ({ ...snapshot, placements: table([...snapshot.placements.values()].map((row) => ({ ...row, room: 'hall' as never }))) }));
    step((snapshot) => ({ ...snapshot, requests: table([...snapshot.requests.values()].map((row) => ({ ...row, attendeeNames: ['Zoe New'] }))) }));
    step((snapshot) => snapshot);
    expect(sequences).toEqual([1, 2, 3, 3]);
  });

  test('cancels under a higher sequence what is no longer held, once for all, and brings it back under a higher one still', () => {
    const first = sent(smallSummit());
    const gone = sent({ ...first.after, placements: new Map() });
    expect(meetingIn(gone.text)).toMatchObject({ status: 'CANCELLED', sequence: 1, title: 'Cancelled: one-to-one' });
    expect(meetingIn(sent(gone.after).text)).toMatchObject({ status: 'CANCELLED', sequence: 1 });
    expect(meetingIn(sent({ ...gone.after, placements: smallSummit().placements }).text)).toMatchObject({ status: 'CONFIRMED', sequence: 2 });
  });

  test('escapes and folds any text, so that no title makes a line of its own', () => {
    const base = smallSummit();
    const name = `a;b,c\\d\r\nATTENDEE:mailto:x@y\u0000 ${'é😀'.repeat(60)}`;
    const { text } = sent({ ...base, partners: table([...base.partners.values()].map((row) => ({ ...row, name }))) });
    expect(text.split('\r\n').every((line) => new TextEncoder().encode(line).length <= 75)).toBe(true);
    expect(text.replace(/\r\n/g, '')).not.toMatch(/[\r\n\u0000]/);
    expect(text).not.toMatch(/^ATTENDEE/m);
    expect(meetingIn(text)?.title).toBe(`One-to-one: ${name.replace('\r\n', '\n').replace('\u0000', '')}`);
  });

  test('has what Outlook and Google insist on: a published calendar, moments of writing in UTC, a zone described', () => {
    const { text } = sent(smallSummit());
    expect(text).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\nPRODID:-\/\/Summit Planner\/\/Calendar\/\/EN\r\n/);
    expect(text).toMatch(/\r\nMETHOD:PUBLISH\r\n/);
    expect([...new Set(text.match(/^DTSTAMP:.*$/gm))]).toEqual(['DTSTAMP:20270301T080000Z']);
    expect(text).toMatch(/\r\nDTSTART;TZID=Europe\/Lisbon:20270323T100000\r\n/);
    expect(text).not.toMatch(/^(ATTENDEE|ORGANIZER)/m);
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
  });
});

describe('across a daylight-saving change', () => {
  // Lisbon and Berlin change on 28 March 2027, New York and the Azores on other days; Kolkata never; Casablanca by the moon.
  test.each(['Europe/Lisbon', 'Europe/Berlin', 'America/New_York', 'Atlantic/Azores', 'Asia/Kolkata', 'Australia/Lord_Howe', 'Africa/Casablanca', 'UTC'])('every meeting in %s is read at the hour of the venue', (zone) => {
    const base = smallSummit();
    const summit = { ...theSummit(base), zone };
    for (const day of ['2027-03-13', '2027-03-14', '2027-03-27', '2027-03-28', '2027-03-29', '2027-04-04', '2027-10-30', '2027-10-31', '2027-11-01', '2027-11-07']) {
      const snapshot = moved({ ...base, summits: new Map([[summit.id, summit]]) }, `${day}T10:00`);
      expect({ day, at: meetingIn(sent(snapshot).text)?.at }).toEqual({ day, at: instantOf(`${day}T10:00` as LocalDateTime, zone) });
    }
  });

  test('a zone with a rule is told as one standard and one daylight part', () => {
    const text = zoneText('Europe/Berlin', '2027-03-23' as LocalDate, '2027-03-30' as LocalDate);
    expect(text.match(/RRULE:.*/g)?.sort()).toEqual(['RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU', 'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU']);
  });
});

describe('nothing leaves that its reader may not know', () => {
  function planted(): Snapshot {
    const base = smallSummit();
    const [opening] = base.sessions.values();
    if (!opening) throw new Error('no session');
    return {
      ...base, agreements: new Map(),
      sessions: table([...base.sessions.values(), { ...opening, id: 'secret' as never, title: 'SECRET roadmap', audience: 'All', needsNda: true, rooms: ['suite' as never], startsAt: '2027-03-23T14:00' as LocalDateTime, endsAt: '2027-03-23T15:00' as LocalDateTime }]),
      requests: table([...base.requests.values()].map((row) => ({ ...row, topic: 'SECRET merger', confidential: true }))),
    };
  }

  test('a confidential title or topic is in no calendar of partners, people, account managers or rooms without coverage', () => {
    const desk = deskOf(planted());
    const leaks = calendarReaderKinds.filter((kind) => kind !== 'everything' && kind !== 'host' && kind !== 'cam')
      .flatMap((kind) => calendarFiles(desk, calendarReaders(desk, kind), now, mint).files.filter(({ text }) => text.replace(/\r\n /g, '').includes('SECRET')).map(({ name }) => `${kind} ${name}`));
    expect(leaks).toEqual([]);
    expect(calendarFiles(desk, [{ kind: 'everything' }], now, mint).files[0]?.text).toContain('SECRET roadmap');
  });

  test('nor is it remembered in what was sent, nor told by the cancellation once somebody is no longer cleared', () => {
    const cleared = { ...planted(), agreements: smallSummit().agreements };
    const ana: CalendarReader = { kind: 'contact', contact: 'ana' as never };
    const first = sent(cleared, ana);
    expect(first.text).toContain('SECRET roadmap');
    expect(JSON.stringify([...first.after.sentCalendars.values()])).not.toContain('SECRET');
    const later = sent({ ...first.after, agreements: new Map() }, ana);
    expect(later.text).not.toContain('SECRET');
    expect(read(later.text).find(({ uid }) => uid.startsWith('session-secret@'))).toMatchObject({ status: 'CANCELLED', sequence: 1 });
  });
});
