import type { ExecutiveId, RoomId } from '#shared/kernel/ids.ts';
import { byName } from '#shared/kernel/name-order.ts';
import { addMinutes, at, dateOf, type LocalDateTime, minutesBetween, timeOf } from '#shared/kernel/time.ts';
import { type SessionClash, sessionClashes } from '#shared/summit/clashes.ts';
import { spanOf } from '#shared/summit/meeting-time.ts';
import type { Room } from '#shared/summit/room.ts';
import type { Session } from '#shared/summit/session.ts';
import { theSummit } from '#shared/summit/summit.ts';
import { sessionClashText, shortSessionClash } from '#shared/summit/words.ts';
import type { Snapshot } from '#shared/workspace/snapshot.ts';

/** The clashes of a session in words, the ones that forbid it first. */
export function clashWords(snapshot: Snapshot, session: Session): readonly { readonly weight: SessionClash['weight']; readonly text: string; readonly short: string }[] {
  const nameOf = (id: ExecutiveId) => snapshot.executives.get(id)?.name ?? 'A speaker who is gone';
  return sessionClashes(snapshot, session)
    .map((clash) => ({ weight: clash.weight, text: sessionClashText(snapshot, clash, nameOf), short: shortSessionClash(clash) }))
    .sort((a, b) => Number(b.weight === 'clash') - Number(a.weight === 'clash'));
}

/** The days of the board: the summit's, and any other on which a session lies. */
export function boardDays(snapshot: Snapshot): string[] {
  const used = [...snapshot.sessions.values()].flatMap(({ startsAt }) => (startsAt === null ? [] : [dateOf(startsAt)]));
  return [...new Set<string>([...theSummit(snapshot).days.map(({ date }) => date), ...used])].sort();
}

/** The visible hours of a day, whole ones, around its opening and its sessions. */
export function boardHours(snapshot: Snapshot, day: string): { readonly from: string; readonly to: string } {
  const opening = theSummit(snapshot).days.find(({ date }) => date === day);
  const sessions = [...snapshot.sessions.values()].flatMap((session) => spanOf(session) ?? []).filter(({ startsAt }) => startsAt.startsWith(day));
  const midnight = at(day as never, '24:00' as never);
  const starts = [opening?.opensAt ?? '08:00', ...sessions.map(({ startsAt }) => timeOf(startsAt))].sort();
  const ends = [opening && opening.closesAt > opening.opensAt ? opening.closesAt : '18:00', ...sessions.map(({ endsAt }) => (endsAt >= midnight ? '24:00' : timeOf(endsAt)))].sort();
  const last = ends.at(-1) ?? '18:00';
  const hour = Number(last.slice(0, 2)) + (last.endsWith(':00') ? 0 : 1);
  return { from: `${(starts[0] ?? '08:00').slice(0, 2)}:00`, to: `${String(Math.min(24, hour)).padStart(2, '0')}:00` };
}

/** Rooms in the order of their names, those with sessions alone unless all are asked for. */
export function boardRooms(snapshot: Snapshot, all: boolean): Room[] {
  const used = new Set([...snapshot.sessions.values()].flatMap(({ rooms }) => rooms));
  const rooms = [...snapshot.rooms.values()].sort((a, b) => byName(a.name, b.name));
  return all || used.size === 0 ? rooms : rooms.filter(({ id }) => used.has(id));
}

/** A session as it would be at another start, and in another room instead of the one it leaves. */
export function movedTo(session: Session, startsAt: LocalDateTime, from: RoomId | null, to: RoomId | null): Session {
  const length = session.startsAt !== null && session.endsAt !== null ? minutesBetween(session.startsAt, session.endsAt) : 60;
  const rooms = to === null || session.rooms.includes(to) ? session.rooms : session.rooms.length === 0 ? [to] : session.rooms.map((room) => (room === (from ?? session.rooms[0]) ? to : room));
  return { ...session, startsAt, endsAt: addMinutes(startsAt, length), rooms };
}

/** How much a room is used. */
export type RoomUse = { readonly room: Room; readonly sessions: number; readonly minutes: number; readonly meetings: number };

export function roomUses({ rooms, sessions, placements }: Snapshot): RoomUse[] {
  return [...rooms.values()].map((room) => {
    const own = [...sessions.values()].filter((session) => session.kind !== 'Meeting block' && session.rooms.includes(room.id)).flatMap((session) => spanOf(session) ?? []);
    return {
      room, sessions: own.length, minutes: own.reduce((total, { startsAt, endsAt }) => total + minutesBetween(startsAt, endsAt), 0),
      meetings: [...placements.values()].filter((placement) => placement.room === room.id).length,
    };
  });
}
