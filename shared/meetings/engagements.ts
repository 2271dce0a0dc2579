import type { ContactId, ExecutiveId, PartnerId, RoomId, SessionId } from '../kernel/ids.ts';
import { dateOf, type Span } from '../kernel/time.ts';
import { audienceOf } from '../summit/audience.ts';
import { openingOf } from '../summit/day.ts';
import { spanOf } from '../summit/meeting-time.ts';
import type { Session, SessionTable } from '../summit/session.ts';
import { type SummitTable, theSummit } from '../summit/summit.ts';
import { contactsByPartner, leadOf, type PeopleTables, type Person } from './people.ts';
import { type Absence, absencesOf } from './presence.ts';

/** A spell in which somebody cannot be in a one-to-one, and why. */
export type Engagement = Span & ({ readonly why: 'away'; readonly cause: Absence['cause'] } | { readonly why: 'session'; readonly session: SessionId });

/** What keeps people and rooms from one-to-ones besides other one-to-ones. */
export type Engagements = {
  /** Absences, travel, time outside working hours, sessions they speak in, and sessions that make their audience busy. In order of time. */
  ofPerson(person: Person): readonly Engagement[];
  /** Sessions held in the room, except meeting blocks. */
  ofRoom(room: RoomId): readonly (Span & { readonly session: SessionId })[];
};

/**
 * A speaker is busy in the speaker's session whatever its kind. The audience is busy where the session says so and its wording tells who it
 * is: everybody, PAC members, strategic partners, named tiers. Sessions people choose between (`By tier`, `NDA-covered delegates`) keep
 * nobody from a one-to-one, since nobody is known to be there.
 */
export function engagements(tables: SummitTable & SessionTable & PeopleTables): Engagements {
  const { tiers, days, travelMarginMinutes } = theSummit(tables);
  const timed = [...tables.sessions.values()].filter(({ kind }) => kind !== 'Meeting block')
    .flatMap((session) => { const span = spanOf(session); return span ? [{ session, span, audience: audienceOf(session, tiers) }] : []; });
  const onPac = pacPeople(tables);
  const moments = [...days.map((day) => openingOf(day).endsAt), ...[...tables.sessions.values()].flatMap(({ startsAt, endsAt }) => [startsAt, endsAt].filter((moment) => moment !== null))];
  const dates = [...new Set([...days.map(({ date }) => date), ...moments.map(dateOf)])].sort();
  const inRoom = new Map<RoomId, (Span & { readonly session: SessionId })[]>();
  for (const { session, span } of timed) for (const room of session.rooms) inRoom.set(room, [...(inRoom.get(room) ?? []), { ...span, session: session.id }]);

  function isIn({ session, audience }: (typeof timed)[number], person: Person): boolean {
    if (person.kind === 'executive') return speaks(session, person.executive) || (session.makesBusy && audience.kind === 'everybody');
    if (!session.makesBusy) return false;
    switch (audience.kind) {
      case 'everybody': return true;
      case 'pac': return person.kind === 'contact' && onPac.has(person.contact);
      case 'strategic': return tables.partners.get(person.partner)?.strategic === true;
      case 'tiers': return audience.tiers.includes(tables.partners.get(person.partner)?.tier ?? '');
      case 'by-choice': return false;
    }
  }
  return {
    ofPerson(person) {
      const row = person.kind === 'executive' ? tables.executives.get(person.executive) : person.kind === 'contact' ? tables.contacts.get(person.contact) : undefined;
      return [
        ...(row ? absencesOf(row, travelMarginMinutes, dates) : []).map((absence): Engagement => ({ ...absence, why: 'away' })),
        ...timed.filter((one) => isIn(one, person)).map(({ span, session }): Engagement => ({ ...span, why: 'session', session: session.id })),
      ].sort((a, b) => (a.startsAt < b.startsAt ? -1 : a.startsAt > b.startsAt ? 1 : 0));
    },
    ofRoom: (room) => inRoom.get(room) ?? [],
  };
}

/** The people of the partner advisory council: contacts in that role, and the lead of a member organisation that has none. */
export function pacPeople(tables: PeopleTables): Set<ContactId> {
  const members = new Set<ContactId>();
  const contactsOf = contactsByPartner(tables);
  for (const contact of tables.contacts.values()) if (contact.role === 'PAC member') members.add(contact.id);
  for (const partner of tables.partners.values()) {
    const contacts = contactsOf.get(partner.id) ?? [];
    if (!partner.pacMember || contacts.some(({ role }) => role === 'PAC member')) continue;
    const lead = leadOf(partner, partner.id as PartnerId, contacts);
    if (lead.kind === 'contact') members.add(lead.contact);
  }
  return members;
}

function speaks({ speakers }: Session, executive: ExecutiveId): boolean {
  return speakers.includes(executive);
}
