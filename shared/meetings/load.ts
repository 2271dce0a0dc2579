import type { ExecutiveId } from '../kernel/ids.ts';
import { union, without } from '../kernel/span.ts';
import { minutesBetween } from '../kernel/time.ts';
import { dayOf } from '../summit/day.ts';
import { spanOf } from '../summit/meeting-time.ts';
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
  const live = [...tables.requests.values()].filter((request) => { const state = where.stateOf(request); return state === 'open' || state === 'placed'; });
  const days = new Set(time.stretches.map(({ startsAt }) => dayOf(summit, startsAt))).size;
  return [...tables.executives.values()].map(({ id, maxMeetingsPerDay, maxMeetings }) => {
    const asked = live.filter((request) => isHost(request, id));
    const placed = meetings.filter(({ request }) => isHost(request, id));
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
function isHost({ host, coHosts }: MeetingRequest, id: ExecutiveId): boolean {
  return host === id || coHosts.includes(id);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
