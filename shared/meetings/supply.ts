import { union } from '../kernel/span.ts';
import { meetingsInSpan, rhythmMinutes, roomCapacity, slack, tablesNeeded } from '../summit/capacity.ts';
import type { Room } from '../summit/room.ts';
import { lengthOf } from './request.ts';
import { schedulableRequests } from './schedulable.ts';
import type { Whereabouts } from './whereabouts.ts';

/** Meeting time and tables against what is asked for. Meetings are counted in the length of the average one. */
export type Supply = {
  /** Meetings asked for, open and placed. */
  readonly requests: number;
  /** Minutes of the average meeting asked for, rounded up to five; 30 where none is asked for. */
  readonly usualMinutes: number;
  /** Meetings asked for, longer ones counted by the time they take. */
  readonly demand: number;
  /** Meetings one after another at a table that is open all the time. */
  readonly starts: number;
  readonly tables: number;
  /** Meetings that the rooms hold, less what sessions take of them. */
  readonly capacity: number;
  /** Tables, or starts, that would hold the demand with 10 to 20 % to spare. */
  readonly tablesNeeded: { readonly least: number; readonly most: number } | null;
  readonly startsNeeded: { readonly least: number; readonly most: number } | null;
};

/** How the demand stands against starts and tables. Whether each host has the time is another question, see `hostLoads`. */
export function supplyOf(where: Whereabouts): Supply {
  const { summit, time } = where;
  const lengths = schedulableRequests(where.tables).map(lengthOf);
  const average = lengths.length === 0 ? 30 : lengths.reduce((total, minutes) => total + minutes, 0) / lengths.length;
  const usualMinutes = Math.ceil(average / 5) * 5;
  const demand = lengths.reduce((total, minutes) => total + rhythmMinutes(summit, minutes) / rhythmMinutes(summit, usualMinutes), 0);
  const rooms = meetingRooms(where);
  const starts = union(time.stretches).reduce((total, span) => total + meetingsInSpan(summit, span, usualMinutes), 0);
  const tables = rooms.reduce((total, { parallelMeetings }) => total + parallelMeetings, 0);
  return {
    requests: lengths.length, usualMinutes, demand, starts, tables,
    capacity: rooms.reduce((total, room) => total + roomCapacity(summit, room, time.openings.get(room.id) ?? [], where.sessionsIn(room.id), usualMinutes), 0),
    tablesNeeded: tablesNeeded(demand, starts), startsNeeded: tablesNeeded(demand, tables),
  };
}

/** Whether fewer meetings fit than are asked for, the least slack counted in. */
export function isShort({ demand, capacity }: Supply): boolean {
  return capacity < demand * (1 + slack.least);
}

/** The rooms that are meeting rooms at some time. */
export function meetingRooms({ tables, time }: Whereabouts): Room[] {
  return [...tables.rooms.values()].filter(({ id }) => (time.openings.get(id)?.length ?? 0) > 0);
}
