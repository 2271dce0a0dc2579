import type { RoomId } from '../kernel/ids.ts';
import { union, without } from '../kernel/span.ts';
import type { Span } from '../kernel/time.ts';
import { openingOf } from './day.ts';
import type { RoomTable } from './room.ts';
import type { Session, SessionTable } from './session.ts';
import { type SummitTable, theSummit } from './summit.ts';

/** A stretch of the agenda in which one-to-ones may lie, with the rooms they may use. */
export type MeetingArea = Span & { readonly rooms: readonly RoomId[]; readonly block: Session | null };

/** When and where one-to-ones may lie. */
export type MeetingTime = {
  readonly areas: readonly MeetingArea[];
  /** The union of the areas. A meeting lies wholly in one of these. */
  readonly stretches: readonly Span[];
  /** For each room the time in which it is a meeting room. */
  readonly openings: ReadonlyMap<RoomId, readonly Span[]>;
};

type Tables = SummitTable & RoomTable & SessionTable;

/**
 * One-to-ones lie in sessions of kind *Meeting block*, in the rooms the block names, and, if the planner allows it, in the opening hours
 * that no session fills, in the rooms of any block. A block without rooms, and free time where no block names one, may use every room.
 * Rooms in `alsoOpen` (the executives' home rooms) count as meeting rooms everywhere.
 */
export function meetingTime(tables: Tables, alsoOpen: Iterable<RoomId> = []): MeetingTime {
  const homes = [...new Set(alsoOpen)];
  const blocks = [...tables.sessions.values()].filter(({ kind }) => kind === 'Meeting block');
  const named = new Set(blocks.flatMap(({ rooms }) => rooms));
  const every = [...tables.rooms.keys()];
  const usual = named.size > 0 ? [...new Set([...named, ...homes])] : every;
  const areas: MeetingArea[] = blocks.flatMap((block) => {
    const span = spanOf(block);
    return span ? [{ ...span, block, rooms: block.rooms.length > 0 ? [...new Set([...block.rooms, ...homes])] : every }] : [];
  });
  for (const span of theSummit(tables).meetOutsideBlocks ? freeTime(tables) : []) areas.push({ ...span, block: null, rooms: usual });
  areas.sort((a, b) => (a.startsAt < b.startsAt ? -1 : a.startsAt > b.startsAt ? 1 : 0));
  const openings = new Map(every.map((room) => [room, union(areas.filter(({ rooms }) => rooms.includes(room)))]));
  return { areas, stretches: union(areas), openings };
}

/** The opening hours that no session fills. */
export function freeTime(tables: SummitTable & SessionTable): Span[] {
  const taken = [...tables.sessions.values()].flatMap((session) => spanOf(session) ?? []);
  return theSummit(tables).days.flatMap((day) => without(openingOf(day), taken));
}

/** The time of a session, or null while a time is missing or it does not end after it begins. */
export function spanOf({ startsAt, endsAt }: Pick<Session, 'startsAt' | 'endsAt'>): Span | null {
  return startsAt !== null && endsAt !== null && startsAt < endsAt ? { startsAt, endsAt } : null;
}
