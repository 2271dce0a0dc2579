import type { InvitationTable } from '../invitations/invitation.ts';
import type { ContactId, PartnerId, RequestId, RoomId } from '../kernel/ids.ts';
import { addMinutes, type LocalDate, type LocalDateTime, type Span } from '../kernel/time.ts';
import { type MeetingTime, meetingTime } from '../summit/meeting-time.ts';
import type { RoomTable } from '../summit/room.ts';
import type { SessionTable } from '../summit/session.ts';
import { type Summit, type SummitTable, theSummit } from '../summit/summit.ts';
import { type Rivalry, rivalry } from '../partners/apart.ts';
import { type Engagement, type Engagements, engagements } from './engagements.ts';
import { type Limits, limitsOf } from './limits.ts';
import { type PeopleTables, type Person, type PersonKey, seating } from './people.ts';
import type { Placement, PlacementTable } from './placement.ts';
import { lengthOf, type MeetingRequest, type RequestTable } from './request.ts';
import { type RequestState, requestStates, vetoes } from './schedulable.ts';
import { type WalkMinutes, walkMinutes } from './walk-minutes.ts';

export type MeetingTables = SummitTable & RoomTable & SessionTable & PeopleTables & InvitationTable & RequestTable & PlacementTable;

/** Whether somebody of a partner may hear confidential things on a day. `contact` null: a person not known by name in the contacts. */
export type MayHear = (who: { readonly partner: PartnerId; readonly contact: ContactId | null }, day: LocalDate) => boolean;

/** A meeting that is placed, with everyone in it. */
export type Meeting = Span & { readonly placement: Placement; readonly request: MeetingRequest; readonly people: readonly Person[]; /** The end of the break after it: until then nobody in it, and not its room, is free. */ readonly freeAt: LocalDateTime };

/** Who and what is where and when: everything the rules of meetings ask of a summit, looked up once. */
export type Whereabouts = {
  readonly tables: MeetingTables;
  readonly summit: Summit;
  readonly mayHear: MayHear;
  readonly time: MeetingTime;
  readonly meetings: readonly Meeting[];
  stateOf(request: MeetingRequest): RequestState;
  /** Who must be there. */
  peopleOf(request: MeetingRequest): readonly Person[];
  /** Who is welcome besides. */
  optionalOf(request: MeetingRequest): readonly Person[];
  /** Who speaks for a partner, and so sits in all its meetings. */
  leadOf(partner: PartnerId): Person;
  limitsOf(person: Person): Limits;
  /** The request whose “no thanks” keeps this one from being scheduled. */
  vetoOf(request: MeetingRequest): MeetingRequest | null;
  readonly rivalry: Rivalry;
  /** Minutes from one room to another. */
  readonly walk: WalkMinutes;
  engagementsOf(person: Person): readonly Engagement[];
  sessionsIn: Engagements['ofRoom'];
  /** When a room is closed. */
  closedIn(room: RoomId): readonly Span[];
  meetingsOf(person: PersonKey): readonly Meeting[];
  meetingsIn(room: RoomId): readonly Meeting[];
  meetingOf(request: RequestId): Meeting | undefined;
};

/** Looks everything up; about 10 ms for 600 partners, 1,800 contacts and 350 requests, so make it once a snapshot. */
export function whereabouts(tables: MeetingTables, mayHear: MayHear): Whereabouts {
  const seats = seating(tables);
  const busy = engagements(tables);
  const people = kept((request: MeetingRequest) => seats.required(request), (request) => request);
  return {
    tables, mayHear,
    summit: theSummit(tables),
    time: meetingTime(tables, homeRooms(tables)),
    peopleOf: people,
    optionalOf: kept((request: MeetingRequest) => seats.optional(request), (request) => request),
    leadOf: (partner) => seats.lead(partner),
    limitsOf: kept((person: Person) => limitsOf(tables, person, person.kind !== 'executive' && seats.lead(person.partner).key === person.key), ({ key }) => key),
    vetoOf: vetoes(tables),
    rivalry: rivalry(tables),
    walk: walkMinutes(tables),
    engagementsOf: kept((person: Person) => busy.ofPerson(person), ({ key }) => key),
    sessionsIn: (room) => busy.ofRoom(room),
    closedIn: kept((room: RoomId) => (tables.rooms.get(room)?.closed ?? []).filter(({ startsAt, endsAt }) => startsAt < endsAt), (room) => room),
    ...heldMeetings(tables, people),
  };
}

/** The same summit with other placements: what does not depend on them is not looked up again. */
export function withPlacements(where: Whereabouts, placements: MeetingTables['placements']): Whereabouts {
  const tables = { ...where.tables, placements };
  return { ...where, tables, ...heldMeetings(tables, where.peopleOf) };
}

function heldMeetings(tables: MeetingTables, people: Whereabouts['peopleOf']): Pick<Whereabouts, 'meetings' | 'stateOf' | 'meetingsOf' | 'meetingsIn' | 'meetingOf'> {
  const summit = theSummit(tables);
  const meetings = [...tables.placements.values()].flatMap((placement): Meeting[] => {
    const request = tables.requests.get(placement.request);
    return request ? [meetingAt(summit, request, people(request), placement)] : [];
  });
  const byPerson = grouped(meetings, (meeting) => meeting.people.map(({ key }) => key));
  const byRoom = grouped(meetings, ({ placement }) => [placement.room]);
  const byRequest = new Map(meetings.map((meeting) => [meeting.request.id, meeting]));
  return {
    meetings,
    stateOf: requestStates(tables),
    meetingsOf: (person) => byPerson.get(person) ?? [],
    meetingsIn: (room) => byRoom.get(room) ?? [],
    meetingOf: (request) => byRequest.get(request),
  };
}

/** The same summit with the meetings of some requests set aside. */
export function without(where: Whereabouts, requests: readonly RequestId[]): Whereabouts {
  const stays = ({ request }: Meeting) => !requests.includes(request.id);
  return {
    ...where,
    meetings: where.meetings.filter(stays),
    meetingsOf: (person) => where.meetingsOf(person).filter(stays),
    meetingsIn: (room) => where.meetingsIn(room).filter(stays),
    meetingOf: (request) => (requests.includes(request) ? undefined : where.meetingOf(request)),
  };
}

/** A meeting held where a placement says. */
export function meetingAt({ breakMinutes }: Pick<Summit, 'breakMinutes'>, request: MeetingRequest, people: readonly Person[], placement: Placement): Meeting {
  const span = spanAt(request, placement.startsAt);
  return { placement, request, people, ...span, freeAt: addMinutes(span.endsAt, breakMinutes) };
}

/** The time of a requested meeting, without the break after it. */
export function spanAt(request: MeetingRequest, startsAt: LocalDateTime): Span {
  return { startsAt, endsAt: addMinutes(startsAt, lengthOf(request)) };
}

export function homeRooms({ executives, rooms }: PeopleTables & RoomTable): RoomId[] {
  return [...executives.values()].flatMap(({ homeRoom }) => (homeRoom !== null && rooms.has(homeRoom) ? [homeRoom] : []));
}

/** The same answers, each worked out once for a key. */
export function kept<In, Key, Out>(compute: (input: In) => Out, keyOf: (input: In) => Key): (input: In) => Out {
  const answers = new Map<Key, Out>();
  return (input) => {
    const key = keyOf(input);
    const known = answers.get(key);
    if (known !== undefined) return known;
    const answer = compute(input);
    answers.set(key, answer);
    return answer;
  };
}

function grouped<Item, Key>(items: readonly Item[], keysOf: (item: Item) => readonly Key[]): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    for (const key of keysOf(item)) {
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
  }
  return groups;
}
