import { minutesBetween, type Span } from '../kernel/time.ts';
import { union, without } from '../kernel/span.ts';
import type { Room } from './room.ts';
import type { Summit } from './summit.ts';

type Rhythm = Pick<Summit, 'gridMinutes' | 'breakMinutes'>;

/** Minutes from the start of a meeting to the next one at the same table: its length and the break after it, as the grid of starts allows. */
export function rhythmMinutes({ gridMinutes, breakMinutes }: Rhythm, meetingMinutes: number): number {
  return Math.ceil((meetingMinutes + breakMinutes) / gridMinutes) * gridMinutes;
}

/** How many meetings one table holds in a span, one after another. The break after the last lies outside it. */
export function meetingsInSpan(rhythm: Rhythm, span: Span, meetingMinutes: number): number {
  const free = minutesBetween(span.startsAt, span.endsAt) - meetingMinutes;
  return free < 0 ? 0 : Math.floor(free / rhythmMinutes(rhythm, meetingMinutes)) + 1;
}

/** Meetings of one length that a room holds in spans, beside what is held in it anyway. */
export function roomCapacity(rhythm: Rhythm, { parallelMeetings }: Pick<Room, 'parallelMeetings'>, open: readonly Span[], taken: readonly Span[], meetingMinutes: number): number {
  const free = union(open).flatMap((span) => without(span, taken));
  return parallelMeetings * free.reduce((total, span) => total + meetingsInSpan(rhythm, span, meetingMinutes), 0);
}

/** Field rule for tables: the meetings divided by the slots, and 10 to 20 % more, so that there is room to move. */
export const slack = { least: 0.1, most: 0.2 } as const;

/** Tables at which all meetings fit with the least and the most slack, when each table holds `perTable` of them; null where it holds none. */
export function tablesNeeded(meetings: number, perTable: number): { readonly least: number; readonly most: number } | null {
  return perTable > 0 ? { least: Math.ceil((meetings * (1 + slack.least)) / perTable), most: Math.ceil((meetings * (1 + slack.most)) / perTable) } : null;
}
