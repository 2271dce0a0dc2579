import type { Party } from '../agreements/commands.ts';
import { mayMove } from '../invitations/stage.ts';
import type { Severity } from '../kernel/finding.ts';
import type { RoomId } from '../kernel/ids.ts';
import { counted, grouped } from '../kernel/text.ts';
import type { LocalDate } from '../kernel/time.ts';
import { freeTime } from '../summit/meeting-time.ts';
import { hardClashesAt, unfitRoom } from './clashes.ts';
import type { Person } from './people.ts';
import type { Cure } from './readiness-cures.ts';
import { about, daysOf, item, listed, ofRequests, personName, type ReadinessItem, type Rule } from './readiness-item.ts';
import { guestsAway, hostsAway, hostsBeyondLimit, hostsBeyondTime, nobodyFreeTogether } from './readiness-time.ts';
import type { MeetingRequest } from './request.ts';
import { isShort, meetingRooms, supplyOf } from './supply.ts';
import type { Whereabouts } from './whereabouts.ts';

/** The check before a run, worst first. Empty: everything that can be known beforehand is in order. */
export function readiness(where: Whereabouts): ReadinessItem[] {
  const steps = checking(where);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** As `readiness`, one rule a step, for a host with other things to do in between. */
export function* checking(where: Whereabouts): Generator<undefined, ReadinessItem[], undefined> {
  const requests = [...where.tables.requests.values()].filter((request) => { const state = where.stateOf(request); return state === 'open' || state === 'placed'; });
  const rules = [noMeetingTime, nothingAsked, demandBeyondSupply, hostsAway, hostsBeyondLimit, hostsBeyondTime, guestsAway, nobodyFreeTogether, noRoomFits, uncovered, pinsThatClash, notInvited, withoutGuest, withoutLength, withoutPriority];
  const order: readonly Severity[] = ['blocker', 'warning', 'advice'];
  const told: ReadinessItem[] = [];
  for (const rule of rules) {
    told.push(...rule(where, requests));
    yield;
  }
  return told.sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
}

/** Without meeting time or a room to meet in there is nothing to schedule. */
const noMeetingTime: Rule = (where) => {
  if (where.time.stretches.length === 0) {
    const cures: readonly Cure[] = freeTime(where.tables).length === 0 ? [] : [{ kind: 'plan-grid' }, { kind: 'open-free-time' }];
    return [item('no-meeting-time', 'blocker', where.summit.days.length === 0 ? 'The summit has no days yet: add them in Set-up.' : 'There is no meeting time: add meeting blocks to the agenda.', { place: where.summit.days.length === 0 ? 'set-up' : 'agenda', cures })];
  }
  return meetingRooms(where).length > 0 ? [] : [item('no-meeting-room', 'blocker', 'No room is open for one-to-ones: add rooms in Set-up, or name them in the meeting blocks.', { place: 'set-up' })];
};

/** Only open requests of invited partners are scheduled. */
const nothingAsked: Rule = (_, requests) => (requests.length > 0 ? [] : [item('nothing-asked', 'blocker', 'There is no request to place: partners must be invited, and their requests open.')]);

/** Tables by the rule of the field: the meetings divided by the slots, with 10 to 20 % to spare. */
const demandBeyondSupply: Rule = (where, requests) => {
  const supply = supplyOf(where);
  if (requests.length === 0 || supply.perTable === 0 || supply.tables === 0 || !isShort(supply)) return [];
  const { perTable, tables, capacity, tablesNeeded: wanted, perTableNeeded } = supply;
  const isBeyond = capacity < requests.length;
  const ranged = (range: { least: number; most: number } | null) => (range ? (range.least === range.most ? String(range.least) : `${range.least} to ${range.most}`) : '');
  const text = `${counted(requests.length, 'meeting')} ${requests.length === 1 ? 'is' : 'are'} asked for. ${counted(tables, 'table')} ${tables === 1 ? 'holds' : `hold about ${perTable} each,`} ${grouped(capacity)} in all${isBeyond ? '' : ', which leaves less than 10 % to spare'}. For all of them with 10 to 20 % to spare: ${ranged(wanted)} tables at these times, or time for ${ranged(perTableNeeded)} meetings at each table.`;
  const more = tablesToAdd(where, Math.max(0, (wanted?.least ?? 0) - tables));
  return [item('demand-beyond-supply', isBeyond ? 'warning' : 'advice', text, { place: 'agenda', cures: [...(more.length > 0 ? [{ kind: 'add-tables', rooms: more } as const] : []), { kind: 'plan-grid' }] })];
};

/**
 * Rooms that can take more tables, the largest first: one table for every four seats, as a host, a guest and one more of each side need.
 * Never a room kept for confidential talk, where a second table would listen.
 */
function tablesToAdd(where: Whereabouts, missing: number): { readonly room: string; readonly parallelMeetings: number }[] {
  let left = missing;
  const rooms = meetingRooms(where).filter(({ seats, confidential }) => seats !== null && !confidential).sort((a, b) => (b.seats ?? 0) - (a.seats ?? 0));
  return rooms.flatMap(({ id, seats, parallelMeetings }) => {
    const more = Math.min(left, Math.max(0, Math.floor((seats ?? 0) / 4) - parallelMeetings));
    left -= more;
    return more > 0 ? [{ room: id as string, parallelMeetings: parallelMeetings + more }] : [];
  });
}

/** Seats for everyone, and a door for what is confidential. */
const noRoomFits: Rule = (where, requests) => {
  const rooms = meetingRooms(where);
  if (rooms.length === 0) return [];
  return about(requests.filter((request) => rooms.every(({ id }) => unfitRoom(where, request, id).length > 0)), (meant) => {
    const most = Math.max(...meant.map((request) => where.peopleOf(request).length));
    const isClosed = meant.some(({ confidential }) => confidential);
    return { ...ofRequests(where, 'no-room-fits', 'warning', meant, (names, isOne) => `${names} ${isOne ? 'fits' : 'fit'} no meeting room: open one that seats ${most}${isClosed ? ' and suits confidential talk' : ''}, or ask for fewer people.`), place: 'set-up', subjects: [], cures: roomToOpen(where, meant) };
  });
};

/** The smallest room that is no meeting room yet and suits most of the requests that fit in none. */
function roomToOpen(where: Whereabouts, meant: readonly MeetingRequest[]): Cure[] {
  const open = new Set(meetingRooms(where).map(({ id }) => id));
  const suits = (room: RoomId) => meant.filter((request) => unfitRoom(where, request, room).length === 0).length;
  const [best] = [...where.tables.rooms.values()].filter(({ id }) => !open.has(id) && suits(id) > 0).sort((a, b) => suits(b.id) - suits(a.id) || (a.seats ?? Infinity) - (b.seats ?? Infinity));
  return best ? [{ kind: 'open-room', room: best.id }] : [];
}

/** Confidential meetings are held only on days on which every guest is covered by an NDA. */
const uncovered: Rule = (where, requests) => {
  const days = daysOf(where);
  const open = (request: MeetingRequest) => days.filter((day) => gapsOn(where, request, day).length === 0);
  const confidential = requests.filter((request) => request.confidential).map((request) => ({ request, days: open(request) }));
  const people = (meant: readonly MeetingRequest[]) => [...new Map(meant.flatMap((request) => days.flatMap((day) => gapsOn(where, request, day))).map((person) => [person.key, person])).values()];
  const told = (rule: string, severity: Severity, meant: readonly MeetingRequest[], text: (names: string, isOne: boolean) => string, curesFor: (missing: readonly Person[]) => readonly Cure[] = () => []) => about(meant, () => {
    const missing = people(meant);
    return item(rule, severity, text(listed(missing.map((person) => personName(where, person))), missing.length === 1), {
      place: 'ndas', names: missing.map((person) => personName(where, person)), cures: curesFor(missing), subjects: missing.flatMap((person) => (person.kind === 'contact' ? [{ table: 'contacts', id: person.contact }] : [])),
    });
  });
  const [never, some] = [confidential.filter((one) => one.days.length === 0), confidential.filter((one) => one.days.length > 0 && one.days.length < days.length)].map((list) => (list ?? []).map(({ request }) => request)) as [MeetingRequest[], MeetingRequest[]];
  if (days.length === 0) return [];
  return [
    ...told('nda-gap', 'warning', never, (names, isOne) => `${names} ${isOne ? 'has' : 'have'} no NDA that covers a day of the summit, so ${counted(never.length, 'confidential meeting')} cannot be held: chase the NDAs, or waive them.`, (missing) => [{ kind: 'waive-ndas', parties: partiesOf(missing) }, { kind: 'hold-openly', requests: never.map(({ id }) => id) }]),
    ...told('nda-on-some-days', 'advice', some, (names, isOne) => `${names} ${isOne ? 'is' : 'are'} covered by an NDA on some days only: ${counted(some.length, 'confidential meeting')} can be held on those.`),
  ];
};

/** Pinned meetings never move; one that clashes stays and keeps the others away. */
const pinsThatClash: Rule = (where) => about(where.meetings.filter(({ placement, request }) => placement.pinned && hardClashesAt(where, request, placement).length > 0).map(({ request }) => request), (meant) => ({
  ...ofRequests(where, 'pin-clashes', 'warning', meant, (names, isOne) => `${names} ${isOne ? 'is' : 'are'} pinned where ${isOne ? 'it clashes' : 'they clash'}. Unpinned, the schedule can move ${isOne ? 'it' : 'them'}.`),
  cures: [{ kind: 'unpin', requests: meant.map(({ id }) => id) }],
}));

/** Requests of partners that are not invited are seen, but not scheduled. */
const notInvited: Rule = (where) => about([...where.tables.requests.values()].filter((request) => where.stateOf(request) === 'not-invited'), (meant) => {
  const partners = [...new Set(meant.map(({ partner }) => partner))];
  const waiting = [...where.tables.invitations.values()].filter(({ partner, stage }) => partners.includes(partner) && mayMove(stage, 'approved'));
  const names = partners.map((id) => where.tables.partners.get(id)?.name ?? 'A partner who is gone');
  return item('requests-not-invited', 'advice', `${counted(meant.length, 'request')} of ${listed(names)} ${meant.length === 1 ? 'is' : 'are'} not scheduled, since ${partners.length === 1 ? 'that partner is' : 'those partners are'} not invited.`, {
    place: 'invitees', names, subjects: waiting.map(({ id }) => ({ table: 'invitations', id })), cures: waiting.length > 0 ? [{ kind: 'approve', invitations: waiting.map(({ id }) => id) }] : [],
  });
});

/** A meeting needs somebody of the partner. */
const withoutGuest: Rule = (where, requests) => about(requests.filter((request) => where.peopleOf(request)[1]?.kind === 'to-be-named'), (meant) => ofRequests(where, 'request-without-guest', 'warning', meant, (names, isOne) => `${names} ${isOne ? 'has' : 'have'} nobody of the partner to sit in ${isOne ? 'it' : 'them'}: add a contact, or name an attendee. ${isOne ? 'It is' : 'They are'} scheduled with a place to be named.`));

const withoutLength: Rule = (where, requests) => about(requests.filter(({ durationMinutes }) => durationMinutes === null), (meant) => ({
  ...ofRequests(where, 'request-without-length', 'advice', meant, (names, isOne) => `${names} ${isOne ? 'has' : 'have'} no length and ${isOne ? 'is' : 'are'} held for 30 minutes.`), cures: [{ kind: 'set-length', requests: meant.map(({ id }) => id) }],
}));

const withoutPriority: Rule = (where, requests) => about(requests.filter(({ priority }) => priority === null), (meant) => ({
  ...ofRequests(where, 'request-without-priority', 'advice', meant, (names, isOne) => `${names} ${isOne ? 'has' : 'have'} no priority and ${isOne ? 'counts' : 'count'} as “should”.`), cures: [{ kind: 'set-priority', requests: meant.map(({ id }) => id) }],
}));

/** Known people by themselves; whoever is only a name, or still to be named, with the whole organisation. */
function partiesOf(people: readonly Person[]): Party[] {
  const partners = new Set(people.flatMap((person) => (person.kind === 'named' || person.kind === 'to-be-named' ? [person.partner] : [])));
  return [...people.flatMap((person): Party[] => (person.kind === 'contact' ? [{ level: 'person', contact: person.contact }] : [])), ...[...partners].map((partner): Party => ({ level: 'organisation', partner }))];
}

function gapsOn({ peopleOf, mayHear }: Whereabouts, request: MeetingRequest, day: LocalDate): Person[] {
  return peopleOf(request).filter((person) => person.kind !== 'executive' && !mayHear({ partner: person.partner, contact: person.kind === 'contact' ? person.contact : null }, day));
}
