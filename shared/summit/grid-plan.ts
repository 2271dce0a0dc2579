import { add, type Change, change, type Edit, set } from '../kernel/change.ts';
import type { MintId, RoomId, SessionId } from '../kernel/ids.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { union, without } from '../kernel/span.ts';
import { counted } from '../kernel/text.ts';
import { addMinutes, at, type LocalDate, type LocalDateTime, type LocalTime, minutesBetween, overlap, type Span } from '../kernel/time.ts';
import { audienceOf } from './audience.ts';
import { meetingsInSpan, rhythmMinutes, roomCapacity, slack, tablesNeeded } from './capacity.ts';
import { openingOf } from './day.ts';
import { spanOf } from './meeting-time.ts';
import type { RoomTable } from './room.ts';
import type { Session, SessionTable } from './session.ts';
import { type SummitTable, theSummit } from './summit.ts';

/** What the planner wants of the meeting time. */
export type GridWish = {
  readonly days: readonly LocalDate[];
  /** Length of the usual meeting; others share its grid. */
  readonly meetingMinutes: number;
  readonly gridMinutes: number;
  readonly breakMinutes: number;
  /** Kept free on every day, whatever the agenda says. */
  readonly lunch: { readonly from: LocalTime; readonly to: LocalTime } | null;
  /** `every`: meetings lie between all sessions. `plenary`: only what everybody attends, meals, breaks and evenings keep them away. */
  readonly around: 'every' | 'plenary';
  readonly leastBlockMinutes: number;
  readonly rooms: readonly RoomId[];
};

/** A meeting block that does not exist yet. `starts`: meetings one after another at one table; `capacity`: at all tables. */
export type ProposedBlock = Span & { readonly day: LocalDate; readonly starts: number; readonly capacity: number };

export type GridPlan = {
  readonly wish: GridWish;
  readonly blocks: readonly ProposedBlock[];
  /** Meetings at once in the chosen rooms. */
  readonly tables: number;
  /** Meetings that the blocks there are already hold. */
  readonly present: number;
  readonly capacity: number;
  /** Meetings asked for, longer ones counted by the time they take. */
  readonly demand: number;
  /** How to hold all of them with 10 to 20 % to spare; null where they fit so already, or where no table or start is there to count from. */
  readonly advice: GridAdvice | null;
};

type Range = { readonly least: number; readonly most: number };
export type GridAdvice = { readonly tables: Range | null; readonly starts: Range | null };

type Tables = SummitTable & RoomTable & SessionTable;

/** Proposes meeting blocks in what the agenda leaves free of each day's opening hours. `lengths`: minutes of every meeting asked for. */
export function gridPlan(tables: Tables, wish: GridWish, lengths: readonly number[]): GridPlan {
  const rooms = wish.rooms.flatMap((id) => tables.rooms.get(id) ?? []);
  const sessions = [...tables.sessions.values()].flatMap((session) => { const span = spanOf(session); return span ? [{ ...span, session }] : []; });
  const usedBy = (room: RoomId) => sessions.filter(({ session }) => session.kind !== 'Meeting block' && session.rooms.includes(room));
  const heldIn = (span: Span) => rooms.reduce((total, room) => total + roomCapacity(wish, room, [span], usedBy(room.id), wish.meetingMinutes), 0);
  const blocks = freeSpans(tables, wish).map((span): ProposedBlock => ({ ...span, starts: meetingsInSpan(wish, span, wish.meetingMinutes), capacity: heldIn(span) }));
  const present = presentCapacity(tables, wish);
  const rhythm = rhythmMinutes(wish, wish.meetingMinutes);
  const demand = lengths.reduce((total, minutes) => total + rhythmMinutes(wish, minutes) / rhythm, 0);
  const atOnce = rooms.reduce((total, { parallelMeetings }) => total + parallelMeetings, 0);
  const part = { wish, present, tables: atOnce, demand };
  return { ...part, blocks, capacity: present + capacityOf(blocks), advice: adviceOn(part, blocks) };
}

/** What speaks for more tables or more starts when only these blocks are added. */
export function adviceOn({ demand, present, tables }: Pick<GridPlan, 'demand' | 'present' | 'tables'>, blocks: readonly ProposedBlock[]): GridAdvice | null {
  if (present + capacityOf(blocks) >= demand * (1 + slack.least)) return null;
  const missing = Math.max(0, demand - present);
  return { tables: tablesNeeded(missing, blocks.reduce((total, { starts }) => total + starts, 0)), starts: tablesNeeded(missing, tables) };
}

function capacityOf(blocks: readonly ProposedBlock[]): number {
  return blocks.reduce((total, { capacity }) => total + capacity, 0);
}

/** What is left of the chosen days, without their sessions and lunch, in pieces long enough for a block. */
function freeSpans(tables: Tables, { days, lunch, around, leastBlockMinutes, meetingMinutes, breakMinutes }: GridWish): (Span & { day: LocalDate })[] {
  const { tiers, days: open } = theSummit(tables);
  const inTheWay = [...tables.sessions.values()].filter((session) => around === 'every' || keepsEverybody(session, tiers)).flatMap((session) => spanOf(session) ?? []);
  return open.filter(({ date }) => days.includes(date)).flatMap((day) => {
    const kept = lunch && lunch.from < lunch.to ? [{ startsAt: at(day.date, lunch.from), endsAt: at(day.date, lunch.to) }] : [];
    return without(openingOf(day), [...inTheWay, ...kept])
      .map((span) => ({ startsAt: evenStart(span.startsAt), endsAt: lastEnd(span.endsAt, [...inTheWay, ...kept], breakMinutes), day: day.date }))
      .filter((span) => minutesBetween(span.startsAt, span.endsAt) >= Math.max(leastBlockMinutes, meetingMinutes));
  });
}

/** What nobody is to miss for a one-to-one: what everybody attends, and meals, breaks, evenings and the meeting blocks that are there. */
function keepsEverybody(session: Session, tiers: readonly string[]): boolean {
  if (session.kind === 'Meeting block' || session.kind === 'Break' || session.kind === 'Meal' || session.kind === 'Social') return true;
  return session.makesBusy && audienceOf(session, tiers).kind === 'everybody';
}

/** Blocks begin on five minutes, as people read clocks. */
function evenStart(moment: LocalDateTime): LocalDateTime {
  const over = Number(moment.slice(14)) % 5;
  return over === 0 ? moment : addMinutes(moment, 5 - over);
}

/** Before something else begins, the break after the last meeting still has its place. */
function lastEnd(endsAt: LocalDateTime, others: readonly Span[], breakMinutes: number): LocalDateTime {
  return others.some((other) => other.startsAt === endsAt) ? addMinutes(endsAt, -breakMinutes) : endsAt;
}

/** What the meeting blocks there are hold already, each in its own rooms (all rooms where it names none). */
function presentCapacity(tables: Tables, wish: GridWish): number {
  const all = [...tables.sessions.values()];
  const blocks = all.filter(({ kind }) => kind === 'Meeting block').flatMap((block) => { const span = spanOf(block); return span ? [{ span, rooms: block.rooms }] : []; });
  return [...tables.rooms.values()].reduce((total, room) => {
    const open = union(blocks.filter(({ rooms }) => rooms.length === 0 || rooms.includes(room.id)).map(({ span }) => span));
    const taken = all.filter(({ kind, rooms }) => kind !== 'Meeting block' && rooms.includes(room.id)).flatMap((session) => spanOf(session) ?? []);
    return total + roomCapacity(wish, room, open, taken, wish.meetingMinutes);
  }, 0);
}

export type GridProblem = { readonly code: 'no-block-to-add' } | { readonly code: 'no-room-chosen' };

/** Adds the proposed blocks, and sets grid and break where they differ, in one step. Refused without a block or a room. */
export function addBlocks(tables: Tables, { wish, blocks }: Pick<GridPlan, 'wish' | 'blocks'>, mint: MintId): Result<Change, GridProblem> {
  if (blocks.length === 0) return err({ code: 'no-block-to-add' });
  if (wish.rooms.length === 0) return err({ code: 'no-room-chosen' });
  const summit = theSummit(tables);
  const taken = [...tables.sessions.values()].filter(({ kind }) => kind === 'Meeting block').length;
  const edits: Edit[] = blocks.map(({ startsAt, endsAt }, index) => {
    const session: Session = {
      id: mint<SessionId>(), code: '', title: `Meeting block ${taken + index + 1}`, kind: 'Meeting block', startsAt, endsAt,
      // A room in which a session is held meanwhile opens as soon as the session is over; the scheduler goes round it.
      rooms: wish.rooms, audience: '', needsNda: false, speakers: [], makesBusy: false,
    };
    return add('sessions', session);
  });
  const isOther = summit.gridMinutes !== wish.gridMinutes || summit.breakMinutes !== wish.breakMinutes;
  if (isOther) edits.push(set('summits', summit, { gridMinutes: wish.gridMinutes, breakMinutes: wish.breakMinutes }));
  return ok(change(`Add ${counted(blocks.length, 'meeting block')}`, edits));
}

/** The starts of the usual meeting in a block, for its picture. */
export function startsIn({ meetingMinutes, gridMinutes, breakMinutes }: GridWish, { startsAt, starts }: ProposedBlock): LocalDateTime[] {
  return Array.from({ length: starts }, (_, index) => addMinutes(startsAt, index * rhythmMinutes({ gridMinutes, breakMinutes }, meetingMinutes)));
}

/** A wish to begin with: every day, the summit's own grid, half an hour, lunch kept free where no meal is on the agenda, the rooms blocks use already. */
export function usualWish(tables: Tables): GridWish {
  const { days, gridMinutes, breakMinutes } = theSummit(tables);
  const sessions = [...tables.sessions.values()];
  const meals = sessions.filter(({ kind }) => kind === 'Meal').flatMap((session) => spanOf(session) ?? []);
  const noon = { from: '12:30' as LocalTime, to: '13:30' as LocalTime };
  const isFed = days.every(({ date }) => meals.some((meal) => overlap(meal, { startsAt: at(date, '11:00' as LocalTime), endsAt: at(date, '15:00' as LocalTime) })));
  const used = [...new Set(sessions.filter(({ kind }) => kind === 'Meeting block').flatMap(({ rooms }) => rooms))].filter((room) => tables.rooms.has(room));
  return {
    days: days.map(({ date }) => date), meetingMinutes: 30, gridMinutes, breakMinutes, lunch: isFed ? null : noon, around: 'plenary', leastBlockMinutes: 60,
    rooms: used.length > 0 ? used : [...tables.rooms.keys()],
  };
}
