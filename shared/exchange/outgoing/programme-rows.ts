import { dateOf, timeOf } from '#shared/kernel/time.ts';
import { theSummit } from '#shared/summit/summit.ts';
import type { Snapshot } from '#shared/workspace/snapshot.ts';
import { nameKey } from '../intake/context.ts';
import { spellText } from '../intake/spell-text.ts';
import { roomsNamed } from '../intake/rules-programme.ts';
import { listCell, momentCell, timeCells, type FieldRow } from './cells.ts';

export function programmeRows(snapshot: Snapshot): Record<'rooms' | 'executives' | 'agenda', FieldRow[]> {
  const days = theSummit(snapshot).days.map(({ date }) => date);
  return {
    rooms: [...snapshot.rooms.values()].map(({ name, seats, floor, equipment, confidential, parallelMeetings, reserved, closed }) => ({
      room: name, capacity: seats, floor, equipment: listCell(equipment), confidential, at_once: parallelMeetings, reserved, closed_times: listCell(closed.map(spellText)),
    })),
    executives: [...snapshot.executives.values()].map(({ name, title, email, topics, maxMeetingsPerDay, unavailable, homeRoom, ...times }) => ({
      name, title, email, topics: listCell(topics), max_meetings: maxMeetingsPerDay, fixed_room: homeRoom === null ? null : (snapshot.rooms.get(homeRoom)?.name ?? null),
      ...timeCells(times),
      ...Object.fromEntries(days.map((day, index) => [
        `unavailable_${index + 1}`,
        listCell(unavailable.filter(({ startsAt }) => dateOf(startsAt) === day).map(({ startsAt, endsAt }) => `${timeOf(startsAt)}-${dateOf(endsAt) > day ? '24:00' : timeOf(endsAt)}`)),
      ])),
    })),
    agenda: [...snapshot.sessions.values()].map(({ id, code, title, kind, startsAt, endsAt, rooms, audience, needsNda }) => ({
      session_id: code || id, session: title, session_kind: kind, start: momentCell(startsAt), end: momentCell(endsAt), room: roomText(rooms, snapshot), audience, nda_required: needsNda,
    })),
  };
}

/** One room by name, a whole group by its word (`Suites`), other sets between semicolons. */
function roomText(ids: readonly string[], { rooms }: Snapshot): string | null {
  const names = ids.flatMap((id) => [...rooms.values()].find((room) => room.id === id)?.name ?? []);
  if (names.length < 2) return names[0] ?? null;
  const group = `${names[0]?.split(' ')[0] ?? ''}s`;
  const meant = roomsNamed(group, new Map([...rooms.values()].map(({ id, name }) => [nameKey(name), id])));
  return meant.length === ids.length && meant.every((id) => ids.includes(id)) ? group : names.join('; ');
}
