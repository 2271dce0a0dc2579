import type { ExecutiveId, RoomId } from '../kernel/ids.ts';
import { union, without } from '../kernel/span.ts';
import { type LocalDate, minutesBetween, overlap, type Span } from '../kernel/time.ts';
import { dayOf } from '../summit/day.ts';
import { spanOf } from '../summit/meeting-time.ts';
import { withBreak } from './clashes.ts';
import { executivePerson } from './people.ts';
import { lengthOf, type MeetingRequest } from './request.ts';
import type { Whereabouts } from './whereabouts.ts';

/** How much of a host's time is asked for, available and given. */
export type HostLoad = {
  readonly host: ExecutiveId;
  /** Live requests of invited partners. */
  readonly asked: number;
  readonly askedMinutes: number;
  readonly placed: number;
  readonly placedMinutes: number;
  /** Meetings the limits allow, by day over the days with meeting time and in total; null: no limit. */
  readonly limit: number | null;
  /** Meeting time in which the host is free of absences and sessions. */
  readonly freeMinutes: number;
  readonly sessionsLed: number;
};

/** The load of every host, in the order of the executives. */
export function hostLoads(where: Whereabouts): HostLoad[] {
  const { tables, summit, time, meetings } = where;
  const live = byHost([...tables.requests.values()].filter((request) => { const state = where.stateOf(request); return state === 'open' || state === 'placed'; }), (request) => request);
  const held = byHost(meetings, ({ request }) => request);
  const days = new Set(time.stretches.map(({ startsAt }) => dayOf(summit, startsAt))).size;
  return [...tables.executives.values()].map(({ id, maxMeetingsPerDay, maxMeetings }) => {
    const asked = live.get(id) ?? [];
    const placed = held.get(id) ?? [];
    const engaged = union(where.engagementsOf(executivePerson(tables, id)));
    return {
      host: id,
      asked: asked.length, askedMinutes: sum(asked.map(lengthOf)),
      placed: placed.length, placedMinutes: sum(placed.map(({ request }) => lengthOf(request))),
      limit: maxMeetingsPerDay === null ? maxMeetings : Math.min(maxMeetingsPerDay * days, maxMeetings ?? Infinity),
      freeMinutes: sum(time.stretches.flatMap((stretch) => without(stretch, engaged)).map(({ startsAt, endsAt }) => minutesBetween(startsAt, endsAt))),
      sessionsLed: [...tables.sessions.values()].filter((session) => session.speakers.includes(id) && spanOf(session)).length,
    };
  });
}

/** A co-host must be there just as the host. */
function byHost<Item>(items: readonly Item[], requestOf: (item: Item) => MeetingRequest): Map<ExecutiveId, Item[]> {
  const lists = new Map<ExecutiveId, Item[]>();
  for (const item of items) {
    const { host, coHosts } = requestOf(item);
    for (const id of new Set([host, ...coHosts])) {
      const list = lists.get(id);
      if (list) list.push(item);
      else lists.set(id, [item]);
    }
  }
  return lists;
}

/** What a host holds on one day with meeting time. */
export type DayLoad = { readonly host: ExecutiveId; readonly day: LocalDate; readonly meetings: number; readonly minutes: number; /** Null: no limit. */ readonly limit: number | null; readonly freeMinutes: number };

/** Every host by every day with meeting time: hosts in the order of the executives, days in order. */
export function dayLoads(where: Whereabouts): DayLoad[] {
  const { tables, summit, time } = where;
  const days = [...new Set(time.stretches.map(({ startsAt }) => dayOf(summit, startsAt)))];
  return [...tables.executives.values()].flatMap(({ id, maxMeetingsPerDay }) => {
    const person = executivePerson(tables, id);
    const engaged = union(where.engagementsOf(person));
    return days.map((day) => {
      const held = where.meetingsOf(person.key).filter(({ startsAt }) => dayOf(summit, startsAt) === day);
      return {
        host: id, day, meetings: held.length, minutes: sum(held.map(({ request }) => lengthOf(request))), limit: maxMeetingsPerDay,
        freeMinutes: sum(time.stretches.filter(({ startsAt }) => dayOf(summit, startsAt) === day).flatMap((stretch) => without(stretch, engaged)).map(({ startsAt, endsAt }) => minutesBetween(startsAt, endsAt))),
      };
    });
  });
}

/** How far a room is used in one stretch of meeting time. */
export type RoomLoad = { readonly room: RoomId; readonly stretch: Span; readonly meetings: number; /** With the breaks after them. */ readonly usedMinutes: number; /** Open for meetings and without a session, times the meetings it can hold at once. */ readonly openMinutes: number };

/** Every meeting room by every stretch of meeting time, in the order of the rooms. Rooms never open for meetings are left out. */
export function roomLoads(where: Whereabouts): RoomLoad[] {
  const { tables, time } = where;
  return [...tables.rooms.values()].filter(({ id }) => (time.openings.get(id)?.length ?? 0) > 0 || where.meetingsIn(id).length > 0).flatMap(({ id, parallelMeetings }) =>
    time.stretches.map((stretch) => {
      const held = where.meetingsIn(id).filter((meeting) => overlap(meeting, stretch));
      const open = (time.openings.get(id) ?? []).flatMap((opening) => within(opening, stretch)).flatMap((span) => without(span, where.sessionsIn(id)));
      return { room: id, stretch, meetings: held.length, usedMinutes: sum(held.map((meeting) => minutesOf(withBreak(where, meeting), stretch))), openMinutes: sum(open.map(({ startsAt, endsAt }) => minutesBetween(startsAt, endsAt))) * parallelMeetings };
    }));
}

function within(span: Span, { startsAt, endsAt }: Span): Span[] {
  const part = { startsAt: span.startsAt > startsAt ? span.startsAt : startsAt, endsAt: span.endsAt < endsAt ? span.endsAt : endsAt };
  return part.startsAt < part.endsAt ? [part] : [];
}

function minutesOf(span: Span, inside: Span): number {
  return sum(within(span, inside).map(({ startsAt, endsAt }) => minutesBetween(startsAt, endsAt)));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
