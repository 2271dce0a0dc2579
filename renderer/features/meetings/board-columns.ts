import type { ExecutiveId, PartnerId, RoomId } from '#shared/kernel/ids.ts';
import { byName } from '#shared/kernel/name-order.ts';
import { without } from '#shared/kernel/span.ts';
import { dateOf, type LocalDate, type LocalDateTime, type Span } from '#shared/kernel/time.ts';
import { executivePerson, type Person } from '#shared/meetings/people.ts';
import type { Meeting, Whereabouts } from '#shared/meetings/whereabouts.ts';
import type { BoardResource } from '#renderer/ui/calendar-board/board.ts';
import { dayWords } from '#renderer/ui/calendar-board/floating-localizer.ts';

/** What the columns of the board are: rooms, hosts or partners on one day, or the days of one of them. */
export type BoardMode = 'room' | 'host' | 'partner' | 'day';
/** Whose days are shown. */
export type Subject = { readonly kind: 'room' | 'host' | 'partner'; readonly id: string };

export function subjectKey({ kind, id }: Subject): string {
  return `${kind}:${id}`;
}

export function subjectOf(key: string): Subject | null {
  const [kind, id] = [key.slice(0, key.indexOf(':')), key.slice(key.indexOf(':') + 1)];
  return kind === 'room' || kind === 'host' || kind === 'partner' ? { kind, id } : null;
}

/** Meeting rooms and those in use; hosts who are asked for; partners who ask; or the days with meeting time. */
export function boardColumns(where: Whereabouts, mode: BoardMode): BoardResource[] {
  switch (mode) {
    case 'room': return roomColumns(where);
    case 'host': return askedHosts(where).map(({ id, name, title }) => ({ id, title: name, subtitle: title }));
    case 'partner': return askingPartners(where).map(({ id, name, tier }) => ({ id, title: name, ...(tier !== null && { subtitle: tier }) }));
    case 'day': return boardDays(where).map((day) => ({ id: day, title: dayWords(day), subtitle: 'Meetings' }));
  }
}

function roomColumns(where: Whereabouts): BoardResource[] {
  const used = new Set(where.meetings.map(({ placement }) => placement.room));
  return [...where.tables.rooms.values()].sort((a, b) => byName(a.name, b.name)).filter(({ id }) => (where.time.openings.get(id)?.length ?? 0) > 0 || used.has(id))
    .map(({ id, name, seats, confidential }) => ({ id, title: name, subtitle: [seats === null ? 'seats unknown' : `${seats} seats`, confidential ? 'closed' : 'open'].join(', ') }));
}

function askedHosts({ tables }: Whereabouts) {
  const asked = new Set([...tables.requests.values()].map(({ host }) => host));
  return [...tables.executives.values()].filter(({ id }) => asked.has(id));
}

function askingPartners(where: Whereabouts) {
  const asking = new Set([...where.tables.requests.values()].filter((request) => { const state = where.stateOf(request); return state === 'open' || state === 'placed'; }).map(({ partner }) => partner));
  return [...where.tables.partners.values()].filter(({ id }) => asking.has(id)).sort((a, b) => byName(a.name, b.name));
}


/** Everyone and everything whose days can be shown. */
export function subjects(where: Whereabouts): { readonly group: string; readonly items: { readonly value: string; readonly label: string }[] }[] {
  const items = (kind: Subject['kind']) => boardColumns(where, kind).map(({ id, title }) => ({ value: subjectKey({ kind, id }), label: title }));
  return [{ group: 'Hosts', items: items('host') }, { group: 'Partners', items: items('partner') }, { group: 'Rooms', items: items('room') }];
}

/** The column a meeting stands in. */
export function columnOf({ request, placement, startsAt }: Meeting, mode: BoardMode): string {
  switch (mode) {
    case 'room': return placement.room;
    case 'host': return request.host;
    case 'partner': return request.partner;
    case 'day': return dateOf(startsAt);
  }
}

/** Whether a meeting is the subject's. */
export function isOf({ request, placement }: Meeting, { kind, id }: Subject): boolean {
  return (kind === 'room' ? placement.room : kind === 'host' ? request.host : request.partner) === id;
}

/** The visible hours: those of a day, or of all days together, with the hour around them. */
export function boardHours(where: Whereabouts, day: string | null): { readonly from: string; readonly to: string } {
  const spans = [...where.time.stretches, ...where.meetings].filter(({ startsAt }) => day === null || startsAt.startsWith(day));
  const from = Math.min(...spans.map(({ startsAt }) => Number(startsAt.slice(11, 13))), ...(spans.length === 0 ? [9] : []));
  const to = Math.max(...spans.map(({ startsAt, endsAt }) => (dateOf(endsAt) === dateOf(startsAt) ? Number(endsAt.slice(11, 13)) + (endsAt.endsWith(':00') ? 0 : 1) : 24)), ...(spans.length === 0 ? [17] : []));
  return { from: `${String(from).padStart(2, '0')}:00`, to: `${String(Math.max(to, from + 1)).padStart(2, '0')}:00` };
}

export function boardDays(where: Whereabouts): string[] {
  return [...new Set([...where.time.stretches, ...where.meetings].map(({ startsAt }) => dateOf(startsAt) as string))].sort();
}

export type Behind = Span & { readonly column: string; readonly title: string };

/** What lies behind the meetings of the columns within the hours shown: sessions, absences, and time in which nothing may be placed. */
export function behind(where: Whereabouts, mode: BoardMode, subject: Subject | null, columns: readonly BoardResource[], hours: { readonly day: string; readonly from: string; readonly to: string }): Behind[] {
  return columns.flatMap(({ id }) => {
    const who: Subject | null = mode === 'day' ? subject : { kind: mode, id };
    const day = (mode === 'day' ? id : hours.day) as LocalDate;
    const shown: Span = { startsAt: `${day}T${hours.from}` as LocalDateTime, endsAt: `${day}T${hours.to}` as LocalDateTime };
    if (!who) return [];
    const taken = takenOf(where, who).flatMap((one) => { const part = within(one, shown); return part ? [{ ...part, title: one.title }] : []; });
    const open = who.kind === 'room' ? (where.time.openings.get(who.id as RoomId) ?? []) : where.time.stretches;
    const shut = without(shown, [...open, ...taken]).map((span) => ({ ...span, title: who.kind === 'room' ? 'Not open for meetings' : 'No meeting time' }));
    return [...taken, ...shut].map((one) => ({ ...one, column: id }));
  });
}

function takenOf(where: Whereabouts, { kind, id }: Subject): readonly (Span & { readonly title: string })[] {
  const title = (session: Parameters<typeof where.tables.sessions.get>[0]) => where.tables.sessions.get(session)?.title ?? 'Session';
  if (kind === 'room') return where.sessionsIn(id as RoomId).map(({ startsAt, endsAt, session }) => ({ startsAt, endsAt, title: title(session) }));
  const person = kind === 'host' ? executivePerson(where.tables, id as ExecutiveId) : leadOfPartner(where, id as PartnerId);
  return person ? where.engagementsOf(person).map((engagement) => ({ startsAt: engagement.startsAt, endsAt: engagement.endsAt, title: engagement.why === 'session' ? title(engagement.session) : kind === 'host' ? 'Away' : `${person.name} away` })) : [];
}

/** Who speaks for a partner in its meetings. */
function leadOfPartner(where: Whereabouts, id: PartnerId): Person | undefined {
  const request = [...where.tables.requests.values()].find(({ partner }) => partner === id);
  return request && where.peopleOf(request)[1];
}

function within(span: Span, { startsAt, endsAt }: Span): Span | null {
  const part = { startsAt: span.startsAt > startsAt ? span.startsAt : startsAt, endsAt: span.endsAt < endsAt ? span.endsAt : endsAt };
  return part.startsAt < part.endsAt ? part : null;
}
