import { isOpen as isCovered } from '#shared/agreements/coverage.ts';
import type { Desk } from '#shared/briefings/desk.ts';
import type { Reader } from '#shared/briefings/reader.ts';
import type { SeenMeeting, SeenSession } from '#shared/briefings/seen.ts';
import { promisesSeen, sightOf } from '#shared/briefings/sight.ts';
import { exactMoney } from '#shared/briefings/words.ts';
import { isOpen } from '#shared/commitments/life.ts';
import { plain } from '#shared/documents/text.ts';
import type { ContactId, ExecutiveId, PartnerId, RoomId } from '#shared/kernel/ids.ts';
import { addDays, at, type Instant, type LocalTime, type Span } from '#shared/kernel/time.ts';
import type { Meeting } from '#shared/meetings/whereabouts.ts';
import type { Session } from '#shared/summit/session.ts';
import type { SentItem } from '#shared/workspace/sent-calendar.ts';

/** Whom a calendar file is for. */
export type CalendarReader =
  | { readonly kind: 'everything' }
  | { readonly kind: 'host'; readonly executive: ExecutiveId }
  | { readonly kind: 'contact'; readonly contact: ContactId }
  | { readonly kind: 'partner'; readonly partner: PartnerId }
  | { readonly kind: 'cam'; readonly cam: string }
  | { readonly kind: 'room'; readonly room: RoomId };

/** A meeting, session or due date in the words that its reader may read. */
export type CalendarItem = Span & {
  readonly kind: SentItem['kind'];
  readonly of: string;
  readonly title: string;
  readonly place: string;
  readonly notes: string;
  readonly free: boolean;
};

/**
 * What a reader's calendar holds, in order of time. Readers of books see what their book shows; a person sees as their partner does but by
 * their own coverage; whoever reads a room's calendar has signed nothing. Sessions without both times are in no calendar.
 */
export function itemsFor(desk: Desk, reader: CalendarReader, now: Instant): CalendarItem[] {
  return itemsOf(desk, reader, now).sort((a, b) => (a.startsAt === b.startsAt ? (a.of < b.of ? -1 : 1) : a.startsAt < b.startsAt ? -1 : 1));
}

function itemsOf(desk: Desk, reader: CalendarReader, now: Instant): CalendarItem[] {
  switch (reader.kind) {
    case 'everything': return [...booked(desk, { kind: 'master' }, now), ...dues(desk, () => true)];
    case 'host': return booked(desk, { kind: 'executive', executive: reader.executive }, now);
    case 'partner': return [...booked(desk, { kind: 'partner', partner: reader.partner }, now), ...dues(desk, (id) => id === reader.partner)];
    case 'cam': return [...booked(desk, { kind: 'cam', cam: reader.cam }, now), ...dues(desk, (id) => desk.snapshot.partners.get(id)?.camName === reader.cam)];
    case 'contact': return personal(desk, reader.contact, now);
    case 'room': return held(desk, reader.room);
  }
}

function booked(desk: Desk, reader: Reader, now: Instant): CalendarItem[] {
  const sight = sightOf(desk, reader, now);
  return [...sight.meetings.map((meeting) => meetingItem(meeting, reader.kind)), ...sight.sessions.flatMap(sessionItem)];
}

function meetingItem(meeting: SeenMeeting, kind: Reader['kind']): CalendarItem {
  const { key, startsAt, endsAt, partner, host, coHosts, guests, room, topic, confidential } = meeting;
  const title = kind === 'executive' ? plain(partner.name) : kind === 'partner' ? host.name : `${plain(partner.name)} – ${host.name}`;
  const people = [...[host, ...coHosts].map(({ name, title: role }) => titled(name, role)), ...guests.map(({ name, title: role }) => titled(plain(name), role))];
  return {
    kind: 'meeting', of: key, startsAt, endsAt, title: `One-to-one: ${title}`, place: room?.name ?? '', free: false,
    notes: lines([topic ? `Topic: ${topic}` : '', confidential ? 'Confidential' : '', `With ${people.join('; ')}`]),
  };
}

function sessionItem({ key, startsAt, endsAt, title, kind, rooms, audience, confidential, speakers, isDuty, only, isChoice }: SeenSession): CalendarItem[] {
  if (startsAt === null || endsAt === null || endsAt <= startsAt) return [];
  return [{
    kind: 'session', of: key, startsAt, endsAt, title, place: rooms.map(({ name }) => name).join(', '), free: isChoice || kind === 'Break' || kind === 'Meeting block',
    notes: lines([isDuty ? 'You speak' : '', speakers.length === 0 ? '' : `With ${speakers.map((one) => titled(one.name, one.title)).join('; ')}`, audience === '' ? '' : `For ${audience}`, only === null ? '' : `Of your people: ${only.join(', ')}`, confidential ? 'Under NDA' : '']),
  }];
}

/** Open promises on the day they are due. */
function dues(desk: Desk, isMeant: (partner: PartnerId) => boolean): CalendarItem[] {
  return [...desk.snapshot.partners.values()].filter(({ id }) => isMeant(id)).flatMap((partner) => promisesSeen(desk, partner.id).filter(isOpen).flatMap(({ key, code, what, dueOn, money, vendorOwner, partnerOwner }): CalendarItem[] => {
    if (dueOn === null) return [];
    const midnight = at(dueOn, '00:00' as LocalTime);
    return [{
      kind: 'due', of: key, startsAt: midnight, endsAt: at(addDays(dueOn, 1), '00:00' as LocalTime), title: `Due: ${what.trim() === '' ? code : what.trim()}`, place: '', free: true,
      notes: lines([`Partner: ${partner.name}`, code === '' ? '' : `Commitment ${code}`, money === null ? '' : exactMoney(money), vendorOwner === '' ? '' : `Vendor owner: ${vendorOwner}`, partnerOwner === '' ? '' : `Partner owner: ${partnerOwner}`]),
    }];
  }));
}

/** One person's own day: the meetings they sit in and the sessions they are let into. */
function personal(desk: Desk, id: ContactId, now: Instant): CalendarItem[] {
  const partner = desk.snapshot.contacts.get(id)?.partner ?? null;
  if (partner === null || !desk.expected.has(partner)) return [];
  const isIn = ({ people }: Meeting) => people.some((person) => person.kind === 'contact' && person.contact === id);
  const mine = new Map(desk.meetings.filter(isIn).map((meeting) => [meeting.request.id, meeting]));
  // A guest of another partner's meeting is shown who meets whom as the hosts' side words it, without what is discussed.
  const partners = new Set([...mine.values()].map(({ request }) => request.partner));
  const meetings = [...partners].flatMap((owner) => sightOf(desk, { kind: 'partner', partner: owner }, now).meetings).flatMap((seen): CalendarItem[] => {
    const meeting = mine.get(seen.key);
    if (!meeting) return [];
    const mayRead = !meeting.request.confidential || isCovered(desk.gate.mayHear(id, seen.day));
    return [meetingItem({ ...seen, topic: mayRead && seen.partner.key === partner ? meeting.request.topic.trim() : null, confidential: mayRead && meeting.request.confidential }, 'partner')];
  });
  return [...meetings, ...[...desk.snapshot.sessions.values()].filter((session) => isLetIn(desk, id, session)).flatMap((session) => sessionItem({ ...publicSession(desk, session), confidential: session.needsNda }))];
}

function isLetIn(desk: Desk, id: ContactId, session: Session): boolean {
  if (session.kind === 'Internal blocker' || session.kind === 'Meeting block' || !isCovered(desk.gate.mayAttend(id, session))) return false;
  const { people, understood } = desk.audienceOf(session);
  return understood && people.some((person) => person.id === id);
}

/** What stands on the door of a room: that it is taken and by whom, and nothing of what is confidential. */
function held(desk: Desk, id: RoomId): CalendarItem[] {
  const room = desk.snapshot.rooms.get(id);
  const meetings = desk.meetings.filter(({ placement }) => placement.room === id).map(({ request, startsAt, endsAt }): CalendarItem => ({
    kind: 'meeting', of: request.id, startsAt, endsAt, place: room?.name ?? '', notes: '', free: false,
    title: request.confidential ? 'Closed meeting' : `One-to-one: ${desk.snapshot.partners.get(request.partner)?.name ?? ''} – ${desk.snapshot.executives.get(request.host)?.name ?? ''}`,
  }));
  const sessions = [...desk.snapshot.sessions.values()].filter(({ rooms }) => rooms.includes(id)).flatMap((session) => {
    const isClosed = session.needsNda || session.kind === 'Internal blocker';
    return sessionItem(isClosed ? { ...publicSession(desk, session), title: 'Closed session', kind: null, audience: '', speakers: [] } : publicSession(desk, session));
  });
  return [...meetings, ...sessions];
}

function publicSession({ snapshot }: Desk, { id, title, kind, startsAt, endsAt, audience, rooms, speakers }: Session): SeenSession {
  return {
    key: id, title, kind, startsAt, endsAt, audience, confidential: false, isDuty: false, only: null, isChoice: false, rooms: rooms.flatMap((room) => snapshot.rooms.get(room) ?? []),
    speakers: speakers.flatMap((speaker) => { const one = snapshot.executives.get(speaker); return one ? [{ key: one.id, name: one.name, title: one.title, pronunciation: '' }] : []; }),
  };
}

function titled(name: string, title: string): string {
  return title === '' ? name : `${name}, ${title}`;
}

function lines(all: readonly string[]): string {
  return all.filter((line) => line !== '').join('\n');
}
