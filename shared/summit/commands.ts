import { add, type Change, change, set } from '../kernel/change.ts';
import type { MintId, RoomId, SessionId } from '../kernel/ids.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { addMinutes, type LocalDateTime, minutesBetween } from '../kernel/time.ts';
import { kindMakesBusy, type Session, type SessionTable } from './session.ts';

export type SessionProblem =
  | { readonly code: 'session-is-gone'; readonly session: SessionId }
  | { readonly code: 'session-needs-a-title' }
  | { readonly code: 'session-ends-before-start' }
  | { readonly code: 'session-has-no-time'; readonly session: SessionId };

/** What a planner fills in for a session; everything else follows from the kind. */
export type SessionInput = Pick<Session, 'title' | 'kind' | 'startsAt' | 'endsAt'> & Partial<Omit<Session, 'id'>>;

/** Adds a session; refused without a title or when it does not end after it starts. Makes its audience busy as its kind does, unless said. */
export function addSession(input: SessionInput, mint: MintId): Result<Change, SessionProblem> {
  const session: Session = {
    code: '', rooms: [], audience: '', needsNda: false, speakers: [], makesBusy: kindMakesBusy(input.kind), ...input, id: mint<SessionId>(), title: input.title.trim(),
  };
  const refusal = refusalOf(session);
  return refusal ? err(refusal) : ok(change(`Add ${session.title}`, [add('sessions', session)]));
}

/** Sets fields of a session; refused when it would have no title or not end after it starts. */
export function editSession(tables: SessionTable, id: SessionId, fields: Partial<Omit<Session, 'id'>>): Result<Change, SessionProblem> {
  const session = tables.sessions.get(id);
  if (!session) return err({ code: 'session-is-gone', session: id });
  const after = { ...session, ...fields };
  const refusal = refusalOf(after);
  return refusal ? err(refusal) : ok(change(`Edit ${after.title}`, [set('sessions', session, { ...fields, title: after.title.trim() })]));
}

/** Moves a session to another start, keeping its length, and into another room when one is named instead of the room it leaves. */
export function moveSession(tables: SessionTable, id: SessionId, startsAt: LocalDateTime, rooms?: { readonly from: RoomId | null; readonly to: RoomId }): Result<Change, SessionProblem> {
  const session = tables.sessions.get(id);
  if (!session) return err({ code: 'session-is-gone', session: id });
  if (session.startsAt === null || session.endsAt === null) return err({ code: 'session-has-no-time', session: id });
  const endsAt = addMinutes(startsAt, minutesBetween(session.startsAt, session.endsAt));
  return ok(change(`Move ${session.title}`, [set('sessions', session, { startsAt, endsAt, ...(rooms ? { rooms: exchanged(session.rooms, rooms.from, rooms.to) } : {}) })]));
}

/** Gives a session another end (or start); refused when it would not end after it starts. */
export function resizeSession(tables: SessionTable, id: SessionId, startsAt: LocalDateTime, endsAt: LocalDateTime): Result<Change, SessionProblem> {
  const session = tables.sessions.get(id);
  if (!session) return err({ code: 'session-is-gone', session: id });
  if (endsAt <= startsAt) return err({ code: 'session-ends-before-start' });
  return ok(change(`Resize ${session.title}`, [set('sessions', session, { startsAt, endsAt })]));
}

/** A second session like this one, at another start and in other rooms when given. The copy has no code: codes stay one a session. */
export function copySession(tables: SessionTable, id: SessionId, mint: MintId, to: { readonly startsAt?: LocalDateTime; readonly rooms?: readonly RoomId[] } = {}): Result<Change, SessionProblem> {
  const session = tables.sessions.get(id);
  if (!session) return err({ code: 'session-is-gone', session: id });
  const startsAt = to.startsAt ?? session.startsAt;
  const endsAt = startsAt !== null && session.startsAt !== null && session.endsAt !== null ? addMinutes(startsAt, minutesBetween(session.startsAt, session.endsAt)) : session.endsAt;
  const copy: Session = { ...session, id: mint<SessionId>(), code: '', startsAt, endsAt, rooms: to.rooms ?? session.rooms };
  return ok(change(`Copy ${session.title}`, [add('sessions', copy)]));
}

function refusalOf({ title, startsAt, endsAt }: Session): SessionProblem | null {
  if (title.trim() === '') return { code: 'session-needs-a-title' };
  return startsAt !== null && endsAt !== null && endsAt <= startsAt ? { code: 'session-ends-before-start' } : null;
}

function exchanged(rooms: readonly RoomId[], from: RoomId | null, to: RoomId): RoomId[] {
  if (from === null) return rooms.includes(to) ? [...rooms] : [...rooms, to];
  return [...new Set(rooms.map((room) => (room === from ? to : room)))];
}
