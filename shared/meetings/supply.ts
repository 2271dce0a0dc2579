import { without } from '../kernel/span.ts';
import { minutesBetween, type Span } from '../kernel/time.ts';
import { slack, tablesNeeded } from '../summit/capacity.ts';
import type { Room } from '../summit/room.ts';
import { slotsTaken } from '../summit/slot-grid.ts';
import { lengthOf } from './request.ts';
import { schedulableRequests } from './schedulable.ts';
import type { Whereabouts } from './whereabouts.ts';

/** Meeting time and tables against what is asked for, counted in meetings of the mix of lengths that is asked for. */
export type Supply = {
  /** Meetings asked for, open and placed. */
  readonly requests: number;
  /** Minutes of the average meeting asked for; 30 where none is asked for. */
  readonly usualMinutes: number;
  /** Meetings one after another at a table that is open all the time. */
  readonly perTable: number;
  readonly tables: number;
  /** Meetings that the rooms hold, less what sessions take of them. */
  readonly capacity: number;
  /** Tables that would hold everything with 10 to 20 % to spare, and meetings that each of the present ones would have to hold. */
  readonly tablesNeeded: { readonly least: number; readonly most: number } | null;
  readonly perTableNeeded: { readonly least: number; readonly most: number } | null;
};

/** How the demand stands against time and tables. Whether each host has the time is another question, see `hostLoads`. */
export function supplyOf(where: Whereabouts): Supply {
  const { summit, time } = where;
  const lengths = schedulableRequests(where.tables).map(lengthOf);
  const slots = lengths.length === 0 ? [slotsTaken(summit, 30)] : lengths.map((minutes) => slotsTaken(summit, minutes));
  const average = slots.reduce((total, count) => total + count, 0) / slots.length;
  const isMixed = slots.some((count) => count !== slots[0]);
  /** Lengths of one kind leave the rest of a stretch empty; mixed ones share it. */
  const held = (spans: readonly Span[]) => spans.reduce((total, { startsAt, endsAt }) => {
    const here = Math.ceil((minutesBetween(startsAt, endsAt) + summit.breakMinutes) / summit.gridMinutes) / average;
    return total + (isMixed ? here : Math.floor(here));
  }, 0);
  const rooms = meetingRooms(where);
  const tables = rooms.reduce((total, { parallelMeetings }) => total + parallelMeetings, 0);
  const perTable = Math.floor(held(time.stretches));
  return {
    requests: lengths.length, usualMinutes: lengths.length === 0 ? 30 : Math.round(lengths.reduce((total, minutes) => total + minutes, 0) / lengths.length),
    perTable, tables,
    capacity: Math.floor(rooms.reduce((total, { id, parallelMeetings }) => total + parallelMeetings * held((time.openings.get(id) ?? []).flatMap((span) => without(span, where.sessionsIn(id)))), 0)),
    tablesNeeded: tablesNeeded(lengths.length, perTable), perTableNeeded: tablesNeeded(lengths.length, tables),
  };
}

/** Whether fewer meetings fit than are asked for, the least slack counted in. */
export function isShort({ requests, capacity }: Supply): boolean {
  return capacity < requests * (1 + slack.least);
}

/** The rooms that are meeting rooms at some time. */
export function meetingRooms({ tables, time }: Whereabouts): Room[] {
  return [...tables.rooms.values()].filter(({ id }) => (time.openings.get(id)?.length ?? 0) > 0);
}
