import type { RoomId } from '../kernel/ids.ts';
import { addMinutes, type LocalDate, type LocalDateTime, minutesBetween, type Span } from '../kernel/time.ts';
import { dayOf, minutesInto } from './day.ts';
import { type MeetingTime, meetingTime } from './meeting-time.ts';
import type { RoomTable } from './room.ts';
import type { SessionTable } from './session.ts';
import { type Summit, type SummitTable, theSummit } from './summit.ts';

/** One possible start of a one-to-one, and the minutes until the next. */
export type GridSlot = Span & {
  readonly day: LocalDate;
  /** Counts the stretches of meeting time from 0 over the whole summit. */
  readonly block: number;
  /** Minutes after the midnight that begins `day`. */
  readonly startMinutes: number;
  readonly minutes: number;
  /** Behind the end of its stretch: takes the break after the last meeting, but no meeting. */
  readonly tail: boolean;
};

/**
 * The starts of one-to-ones, `gridMinutes` apart from the beginning of each stretch of meeting time. The break after a meeting is counted
 * outside it: it may run past the end of a stretch, and the next stretch begins no sooner than a break later.
 */
export function slotGrid(tables: SummitTable & RoomTable & SessionTable, alsoOpen: Iterable<RoomId> = []): GridSlot[] {
  return gridOver(theSummit(tables), meetingTime(tables, alsoOpen));
}

export function gridOver(summit: Summit, { stretches }: MeetingTime): GridSlot[] {
  const { gridMinutes, breakMinutes } = summit;
  const slots: GridSlot[] = [];
  for (const [block, stretch] of stretches.entries()) {
    const previous = stretches[block - 1];
    const from = later(stretch.startsAt, previous && addMinutes(previous.endsAt, breakMinutes));
    if (from >= stretch.endsAt) continue;
    const behind = addMinutes(stretch.endsAt, breakMinutes);
    const next = stretches[block + 1] && later(behind, stretches[block + 1]?.startsAt);
    const day = dayOf(summit, stretch.startsAt);
    for (let startsAt = from; startsAt < behind; startsAt = addMinutes(startsAt, gridMinutes)) {
      const fullEnd = addMinutes(startsAt, gridMinutes);
      const endsAt = next !== undefined && next < fullEnd ? next : fullEnd;
      slots.push({ startsAt, endsAt, day, block, startMinutes: minutesInto(day, startsAt), minutes: minutesBetween(startsAt, endsAt), tail: startsAt >= stretch.endsAt });
    }
  }
  return slots;
}

/** Slots a meeting takes with the break after it. */
export function slotsTaken({ gridMinutes, breakMinutes }: Pick<Summit, 'gridMinutes' | 'breakMinutes'>, durationMinutes: number): number {
  return Math.ceil((durationMinutes + breakMinutes) / gridMinutes);
}

function later(moment: LocalDateTime, other: LocalDateTime | undefined): LocalDateTime {
  return other !== undefined && other > moment ? other : moment;
}
