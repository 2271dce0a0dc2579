import type { ExecutiveId, RoomId, SessionId } from '#shared/kernel/ids.ts';
import { addDays, at, type LocalDate, type LocalDateTime, type LocalTime } from '#shared/kernel/time.ts';
import { blankExecutive, type Executive } from '#shared/partners/executive.ts';
import { blankRoom, type Room } from '#shared/summit/room.ts';
import { kindMakesBusy, type Session, sessionKinds } from '#shared/summit/session.ts';
import { nameKey } from './context.ts';
import type { FolderReading, Values } from './reading.ts';
import { spellsIn } from './spell-text.ts';
import { timesIn } from './times.ts';
import { roomsNamed } from './rules-programme.ts';
import { filled, flag, list, matcher, newId, number, oneOf, recordsOf, stage, type Staging, text } from './staging.ts';

export function stageRooms(reading: FolderReading, staging: Staging): void {
  const find = matcher(staging.before.rooms.values(), ({ name }) => [nameKey(name)]);
  for (const source of recordsOf(reading, 'rooms')) {
    const { values } = source;
    const name = text(values['room']) ?? '';
    const room: Room = find([nameKey(name)]) ?? blankRoom(newId<RoomId>(staging, source), name);
    stage(staging, 'rooms', filled(room, { seats: number(values['capacity']), floor: text(values['floor']), equipment: list(values['equipment']), confidential: flag(values['confidential']),
      parallelMeetings: number(values['at_once']), reserved: flag(values['reserved']), closed: spellsIn(list(values['closed_times'])) }), source);
  }
}

export function stageExecutives(reading: FolderReading, staging: Staging): void {
  const rooms = roomsByName(staging);
  const find = matcher(staging.before.executives.values(), ({ email, name }) => [email, nameKey(name)]);
  const staged = new Map([...staging.after.executives.values()].map((executive) => [nameKey(executive.name), executive]));
  for (const source of recordsOf(reading, 'executives')) {
    const { file, values } = source;
    const name = text(values['name']) ?? '';
    const email = text(values['email']);
    // A table of slots names the executives of another list of the same folder.
    const executive: Executive = find([email, nameKey(name)]) ?? (file.fromTable ? staged.get(nameKey(name)) : undefined) ?? blankExecutive(newId<ExecutiveId>(staging, source), name);
    const row = filled(executive, {
      name, email, title: text(values['title']), topics: list(values['topics']), maxMeetingsPerDay: number(values['max_meetings']),
      unavailable: addedSpells(executive, [...spells(values, reading.summitDays), ...spellsIn(list(values['not_available']))], file.fromTable), homeRoom: rooms.get(nameKey(text(values['fixed_room']) ?? '')) ?? null, ...timesIn(values),
    });
    stage(staging, 'executives', row, source);
    staged.set(nameKey(name), row);
  }
}

/** A list says all of a person's absences; a table of slots adds to them. */
function addedSpells({ unavailable }: Executive, said: Executive['unavailable'], fromTable: boolean): Executive['unavailable'] {
  if (!fromTable) return said;
  const known = new Set(unavailable.map((spell) => JSON.stringify(spell)));
  return [...unavailable, ...said.filter((spell) => !known.has(JSON.stringify(spell)))];
}

/** `unavailable_2` speaks of the second day of the summit. */
function spells(values: Values, days: readonly LocalDate[]): Executive['unavailable'] {
  return days.flatMap((day, index) => list(values[`unavailable_${index + 1}`]).map((span) => {
    const [from = '', to = ''] = span.split('-');
    return { startsAt: at(day, from as LocalTime), endsAt: at(day, to as LocalTime) };
  }));
}

export function stageSessions(reading: FolderReading, staging: Staging): void {
  const rooms = roomsByName(staging);
  const find = matcher(staging.before.sessions.values(), ({ id, code, title, startsAt }) => [code, id, `${nameKey(title)} ${startsAt ?? ''}`]);
  for (const source of recordsOf(reading, 'agenda')) {
    const { values } = source;
    const title = text(values['session']) ?? '';
    const code = text(values['session_id']);
    const startsAt = momentOf(values, 'start');
    const kind = oneOf(sessionKinds, values['session_kind']);
    const session: Session = find([code, code, `${nameKey(title)} ${startsAt ?? ''}`]) ?? {
      id: newId<SessionId>(staging, source), code: '', title, kind: null, startsAt: null, endsAt: null, rooms: [], audience: '', needsNda: false, speakers: [], makesBusy: kindMakesBusy(kind),
    };
    stage(staging, 'sessions', filled(session, {
      code: code === session.id ? null : code, title, kind, startsAt, endsAt: momentOf(values, 'end'), rooms: roomsNamed(text(values['room']) ?? '', rooms), audience: text(values['audience']), needsNda: flag(values['nda_required']),
    }), source);
  }
}

/** A moment out of one cell, or out of a time beside the day; an end at midnight is the next day's beginning. */
function momentOf(values: Values, field: 'start' | 'end'): LocalDateTime | null {
  const moment = text(values[field]);
  const date = text(values['date']);
  if (moment === null || (!moment.includes('T') && date === null)) return null;
  const [day, time] = moment.includes('T') ? moment.split('T') : [date, moment];
  if (field === 'end' && time === '00:00' && !moment.includes('T')) return at(addDays(day as LocalDate, 1), '00:00' as LocalTime);
  return at(day as LocalDate, time as LocalTime);
}

function roomsByName({ after }: Staging): ReadonlyMap<string, RoomId> {
  return new Map([...after.rooms.values()].map(({ id, name }) => [nameKey(name), id]));
}
