import { describe, expect, test } from 'vitest';
import { apply } from '#shared/kernel/change.ts';
import type { PartnerId, RoomId } from '#shared/kernel/ids.ts';
import { valueOf } from '#shared/kernel/result.ts';
import type { LocalDate } from '#shared/kernel/time.ts';
import { readiness } from '#shared/meetings/readiness.ts';
import { type ChangingCure, cureChange, cureLabel } from '#shared/meetings/readiness-cures.ts';
import { type MayHear, whereabouts } from '#shared/meetings/whereabouts.ts';
import type { Snapshot } from '#shared/workspace/snapshot.ts';
import { aSummit, on } from '#test/support/meeting-builders.ts';

const contacts = [{ givenName: 'Lea', role: 'Delegate' as const }, { givenName: 'Bo', role: 'Delegate' as const, partner: 'partner-2' as PartnerId }];
const ofBolt = { partner: 'partner-2' as PartnerId };
const note = { on: '2027-03-01' as LocalDate, who: 'Planner', why: '' };
const checked = (snapshot: Snapshot, mayHear: MayHear = () => true) => readiness(whereabouts(snapshot, mayHear));
const told = (rows: Parameters<typeof aSummit>[0], mayHear?: MayHear) => checked(aSummit({ contacts, ...rows }), mayHear).map(({ severity, rule, text }) => `${severity} ${rule}: ${text}`);

/** Cures that ask the planner something first. */
const asking = ['plan-grid', 'hand-over', 'waive-ndas'];

/** Applies every cure that changes something, one after the other, and checks again. */
function cured(snapshot: Snapshot): { readonly labels: string[]; readonly left: string[] } {
  const labels: string[] = [];
  let now = snapshot;
  for (const { cures } of checked(snapshot)) {
    const cure = cures.find(({ kind }) => !asking.includes(kind));
    if (!cure) continue;
    labels.push(cureLabel(now, cure));
    now = apply(now, valueOf(cureChange(now, cure as ChangingCure, note)).edits);
  }
  return { labels, left: checked(now).map(({ rule }) => rule) };
}

describe('the check before a run', () => {
  test('has nothing to say when everything is in order', () => {
    expect(told({ requests: [{}, ofBolt] })).toEqual([]);
  });
  test('says that there is no meeting time, and offers the free time of the days', () => {
    const snapshot = aSummit({ contacts, sessions: [], requests: [{}] });
    expect(checked(snapshot).map(({ rule, severity, cures }) => [rule, severity, cures.map(({ kind }) => kind)])).toEqual([['no-meeting-time', 'blocker', ['plan-grid', 'open-free-time']]]);
    expect(cured(snapshot)).toEqual({ labels: ['Use all free time'], left: [] });
  });
  test('says that nothing is asked for', () => {
    expect(told({})).toEqual(['blocker nothing-asked: There is no request to place: partners must be invited, and their requests open.']);
  });
  test('names a host who is away for all meeting time', () => {
    expect(told({ executives: [{ name: 'Ana', unavailable: [{ startsAt: on('08:00'), endsAt: on('18:00') }] }], requests: [{}, ofBolt] })).toEqual([
      'warning host-without-time: Ana is asked for, but away or in sessions during all meeting time: change the absences, or name another host.',
    ]);
  });
  test('names hosts asked beyond their limit, and raises it by as much as is needed', () => {
    const snapshot = aSummit({ contacts, executives: [{ name: 'Ana', maxMeetingsPerDay: 1 }], requests: [{}, ofBolt] });
    expect(checked(snapshot).map(({ text }) => text)).toEqual(['Ana is asked for 2 meetings, but the limit of 1 a day allows 1.']);
    expect(cured(snapshot)).toEqual({ labels: ['Raise the limit to 2 a day'], left: [] });
  });
  test('names hosts asked for more minutes than they have', () => {
    expect(told({ executives: [{ name: 'Ana', unavailable: [{ startsAt: on('13:30'), endsAt: on('14:45') }] }], requests: [{}, ofBolt] })).toEqual([
      'warning host-beyond-time: Ana (asked for 60 minutes, free for 45) cannot hold every meeting asked for: name another host for the least important.',
    ]);
  });
  test('names guests who are never free, and people who are never free together', () => {
    const pac = { title: 'Council', kind: 'PAC meeting' as const, startsAt: on('13:00'), endsAt: on('16:00'), audience: 'PAC members', makesBusy: true };
    const block = { title: 'Block', kind: 'Meeting block' as const, startsAt: on('13:30'), endsAt: on('15:30') };
    expect(told({ contacts: [{ givenName: 'Lea', familyName: 'Li', role: 'PAC member' }, contacts[1] ?? {}], sessions: [pac, block], requests: [{}, ofBolt] })).toEqual([
      'warning guest-without-time: Lea Li of Acme is needed, but not free in any meeting time: name somebody else, or change the agenda.',
    ]);
    const half = { ...pac, startsAt: on('14:30') };
    expect(told({ contacts: [{ givenName: 'Lea', familyName: 'Li', role: 'PAC member' }, contacts[1] ?? {}], sessions: [half, block], executives: [{ name: 'Ana', unavailable: [{ startsAt: on('13:00'), endsAt: on('14:30') }] }, { name: 'Ben' }], requests: [{}, ofBolt] })).toEqual([
      'warning nobody-free-together: Acme with Ana has no meeting time in which everyone needed is free for long enough: ask for fewer people, or a shorter meeting.',
    ]);
  });
  test('names requests that fit no room', () => {
    expect(told({ rooms: [{ name: 'Nook', seats: 1 }, { name: 'Hall', confidential: false }], requests: [{ confidential: true }, ofBolt] })).toEqual([
      'warning no-room-fits: Acme with Ana fits no meeting room: open one that seats 2 and suits confidential talk, or ask for fewer people.',
    ]);
  });
  test('names guests without an NDA for a confidential meeting', () => {
    expect(told({ requests: [{ confidential: true }, ofBolt] }, ({ partner }) => partner !== 'partner-1')).toEqual([
      'warning nda-gap: Lea of Acme has no NDA that covers a day of the summit, so 1 confidential meeting cannot be held: chase the NDAs, or waive them.',
    ]);
  });
  test('waives the NDA of everyone who lacks one, or holds their meetings openly', () => {
    const snapshot = aSummit({ contacts: contacts.slice(0, 1), requests: [{ confidential: true }, { ...ofBolt, confidential: true }] });
    const [gap] = checked(snapshot, () => false);
    expect(gap?.cures).toEqual([{ kind: 'waive-ndas', parties: [{ level: 'person', contact: 'contact-1' }, { level: 'organisation', partner: 'partner-2' }] }, { kind: 'hold-openly', requests: ['request-1', 'request-2'] }]);
    const openly = gap?.cures[1] as ChangingCure;
    expect(cureLabel(snapshot, openly)).toBe('Hold 2 openly');
    expect(checked(apply(snapshot, valueOf(cureChange(snapshot, openly, note)).edits), () => false).map(({ rule }) => rule)).toEqual(['request-without-guest']);
  });
  test('makes a guest optional who was asked for by name and is never free', () => {
    const pac = { title: 'Council', kind: 'PAC meeting' as const, startsAt: on('13:00'), endsAt: on('16:00'), audience: 'PAC members', makesBusy: true };
    const block = { title: 'Block', kind: 'Meeting block' as const, startsAt: on('13:30'), endsAt: on('15:30') };
    const snapshot = aSummit({ contacts: [...contacts, { givenName: 'Max', role: 'PAC member' as const, partner: 'partner-1' as PartnerId }, { givenName: 'Sponsor', role: 'Executive sponsor' as const, partner: 'partner-1' as PartnerId }], sessions: [pac, block], requests: [{ attendees: ['contact-3' as never] }] });
    expect(cured(snapshot)).toEqual({ labels: ['Hold it without them, welcome if free'], left: [] });
  });
  test('names pinned meetings that clash, and unpins them', () => {
    const snapshot = aSummit({ contacts, requests: [{}, ofBolt], placements: [{ pinned: true }, { pinned: true, startsAt: on('13:45') }] });
    expect(checked(snapshot).map(({ rule, names }) => [rule, names])).toEqual([['pin-clashes', ['Acme with Ana', 'Bolt with Ana']]]);
    expect(cured(snapshot)).toEqual({ labels: ['Unpin 2'], left: [] });
  });
  test('names partners that ask but are not invited, and approves those on the list', () => {
    const snapshot = aSummit({ contacts, requests: [{}, ofBolt] });
    const waiting: Snapshot = { ...snapshot, invitations: new Map([...snapshot.invitations].map(([key, row]) => [key, row.partner === 'partner-2' ? { ...row, stage: 'shortlisted' } : row])) };
    expect(checked(waiting).map(({ text }) => text)).toEqual(['1 request of Bolt is not scheduled, since that partner is not invited.']);
    expect(cured(waiting)).toEqual({ labels: ['Approve 1 partner'], left: [] });
  });
  test('tells what requests leave open and sets it', () => {
    const snapshot = aSummit({ contacts: contacts.slice(0, 1), requests: [{ priority: null, durationMinutes: null }, ofBolt] });
    expect(checked(snapshot).map(({ rule, names }) => [rule, names])).toEqual([['request-without-guest', ['Bolt with Ana']], ['request-without-length', ['Acme with Ana']], ['request-without-priority', ['Acme with Ana']]]);
    expect(cured(snapshot)).toEqual({ labels: ['Set 30 minutes', 'Set “should”'], left: ['request-without-guest'] });
  });
});

describe('demand beyond supply', () => {
  const partners = Array.from({ length: 12 }, (_, index) => ({ name: `Partner ${index + 1}` }));
  const many = { partners, contacts: partners.map((_, index) => ({ givenName: `Guest ${index}`, role: 'Delegate' as const, partner: `partner-${index + 1}` as PartnerId })), requests: partners.map((_, index) => ({ partner: `partner-${index + 1}` as PartnerId })), executives: [{ name: 'Ana' }, { name: 'Ben' }] };

  test('says how many tables or starts would do, and adds tables where seats allow and nobody listens', () => {
    const snapshot = aSummit({ ...many, rooms: [{ name: 'Hall', seats: 60, confidential: false }, { name: 'Suite', seats: 30, confidential: true }] });
    const short = checked(snapshot).find(({ rule }) => rule === 'demand-beyond-supply');
    expect(short?.text).toBe('12 meetings are asked for. 2 tables hold about 3 each, 6 in all. For all of them with 10 to 20 % to spare: 5 tables at these times, or time for 7 to 8 meetings at each table.');
    expect(short?.cures).toEqual([{ kind: 'add-tables', rooms: [{ room: 'room-1', parallelMeetings: 4 }] }, { kind: 'plan-grid' }]);
    expect(cured(snapshot).labels).toContain('Add 3 tables');
    expect(cured(snapshot).left).not.toContain('demand-beyond-supply');
  });
  test('counts meetings of mixed lengths by the time they take, and says when little is left over', () => {
    const mixed = { ...many, partners: partners.slice(0, 5), contacts: many.contacts.slice(0, 5), requests: many.requests.slice(0, 5).map((request, index) => (index === 4 ? { ...request, durationMinutes: 60 as const } : request)) };
    const short = checked(aSummit(mixed)).find(({ rule }) => rule === 'demand-beyond-supply');
    expect([short?.severity, short?.text.split('. ')[1]]).toEqual(['advice', '2 tables hold about 2 each, 5 in all, which leaves less than 10 % to spare']);
  });
  test('offers no table where only confidential rooms are open', () => {
    const short = checked(aSummit({ ...many, rooms: [{ name: 'Suite', seats: 30, confidential: true }] })).find(({ rule }) => rule === 'demand-beyond-supply');
    expect(short?.cures).toEqual([{ kind: 'plan-grid' }]);
  });

  test('opens the smallest room that suits what fits in none', () => {
    const block = { title: 'Block', kind: 'Meeting block' as const, startsAt: on('13:30'), endsAt: on('15:30'), rooms: ['room-1' as RoomId] };
    const rooms = [{ name: 'Booth', seats: 1 }, { name: 'Hall', seats: 40 }, { name: 'Suite', seats: 6 }];
    expect(cured(aSummit({ contacts, rooms, sessions: [block], requests: [{}] }))).toEqual({ labels: ['Open Suite for one-to-ones'], left: [] });
  });
  test('shortens a meeting to what everyone needed has together', () => {
    const until = { name: 'Ana', unavailable: [{ startsAt: on('14:00'), endsAt: on('15:30') }] };
    expect(cured(aSummit({ contacts, executives: [until], requests: [{ durationMinutes: 60 }] })).labels).toEqual(['Shorten it to 30 minutes']);
  });
});
