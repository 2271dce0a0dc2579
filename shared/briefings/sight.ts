import { isOpen as isCovered } from '../agreements/coverage.ts';
import { embargoEnd } from '../awards/embargo.ts';
import { isInTheRunning } from '../awards/scoring.ts';
import type { Commitment } from '../commitments/commitment.ts';
import { isOpen } from '../commitments/life.ts';
import { named } from '../documents/text.ts';
import type { ExecutiveId, PartnerId } from '../kernel/ids.ts';
import { dateOf, type Instant, type LocalDate, wallClock } from '../kernel/time.ts';
import type { Person } from '../meetings/people.ts';
import type { MeetingRequest } from '../meetings/request.ts';
import type { Meeting } from '../meetings/whereabouts.ts';
import { type Contact, fullName } from '../partners/contact.ts';
import { type Audience, contactDisclosure, disclosed, executiveDisclosure, maySee, partnerDisclosure, performanceDisclosure } from '../partners/disclosure.ts';
import { rankings } from '../awards/ranking.ts';
import { audienceOf as wordedAudience } from '../summit/audience.ts';
import { dayOf } from '../summit/day.ts';
import type { Session } from '../summit/session.ts';
import type { Summit } from '../summit/summit.ts';
import type { Desk } from './desk.ts';
import { audienceOfKind, type Reader } from './reader.ts';
import type { SeenAward, SeenExecutive, SeenGuest, SeenMeeting, SeenPartner, SeenPromise, SeenSession } from './seen.ts';
import { paperCode } from './words.ts';
import { byName } from '#shared/kernel/name-order.ts';

/** What one reader may see of a summit: all that the builders of books are given. */
export type Sight = {
  readonly audience: Audience;
  readonly summit: Summit;
  /** The day at the venue on which the book is made. */
  readonly today: LocalDate;
  readonly meetings: readonly SeenMeeting[];
  readonly sessions: readonly SeenSession[];
  partner(id: PartnerId): SeenPartner | null;
  people(partner: PartnerId): readonly SeenGuest[];
  executive(id: ExecutiveId): SeenExecutive | null;
  /** None for a partner's people: theirs are on the commitment sheet. */
  promisesOf(partner: PartnerId): readonly SeenPromise[];
  awards(): readonly SeenAward[];
  /** Categories in which a partner is in the running; for the event team only, since a lone nominee is a winner. */
  nominationsOf(partner: PartnerId): readonly string[];
  /** Partners whose account manager this is, or for the whole team all that are expected. */
  readonly partners: readonly SeenPartner[];
};

/** Printing winners before the announcement: who ordered it, and why. It is said in the book. */
export type EmbargoOverride = { readonly by: string; readonly reason: string };

/**
 * The one place that decides what a reader may see: the disclosure tables by audience, the NDA gate by day, the embargo by the moment. The
 * vendor's own people need no NDA (scheduling rule of the product).
 */
export function sightOf(desk: Desk, reader: Reader, madeAt: Instant, override: EmbargoOverride | null = null): Sight {
  const { snapshot, summit } = desk;
  const audience = audienceOfKind[reader.kind];
  const today = dateOf(wallClock(madeAt, summit.zone));
  const partner = (id: PartnerId) => seenPartner(desk, id, audience, reader);
  const executive = (id: ExecutiveId) => seenExecutive(desk, id, audience);
  let awards: readonly SeenAward[] | null = null;
  return {
    audience, summit, today, partner, executive,
    meetings: reader.kind === 'stage' ? [] : desk.meetings.filter((meeting) => isFor(desk, meeting, reader)).flatMap((meeting) => seenMeeting(desk, meeting, reader) ?? []),
    sessions: [...snapshot.sessions.values()].flatMap((session) => seenSession(desk, session, reader)).sort(byStart),
    people: (id) => (reader.kind === 'stage' ? [] : desk.contactsOf(id).map((contact) => seenContact(desk, contact, id, audience, today))),
    promisesOf: (id) => (audience === 'partner' || reader.kind === 'stage' ? [] : promisesSeen(desk, id)),
    awards: () => (awards ??= audience === 'partner' ? [] : awardsSeen(desk, madeAt, override)),
    nominationsOf: (id) => (audience === 'staff' ? nominationsOf(desk, id) : []),
    partners: partnersOf(desk, reader).flatMap((id) => partner(id) ?? []),
  };
}

/** Promises of both sides to be signed by both: what either signs it may read. */
export function promisesSeen(desk: Desk, partner: PartnerId): SeenPromise[] {
  return [...desk.promisesOf(partner)].sort((a, b) => compare(a.dueOn ?? '9999', b.dueOn ?? '9999') || compare(a.code, b.code) || compare(a.id, b.id)).map((one) => seenPromise(desk, one));
}

/** `K00012`, or for a promise without a number the end of its own id. */
export function printedId({ code, id }: Pick<Commitment, 'code' | 'id'>): string {
  return code || paperCode('P', id);
}

function isFor({ snapshot }: Desk, { request }: Meeting, reader: Reader): boolean {
  if (reader.kind === 'executive') return request.host === reader.executive || request.coHosts.includes(reader.executive);
  if (reader.kind === 'partner') return atTheTable(request).includes(reader.partner);
  if (reader.kind === 'cam') return atTheTable(request).some((id) => snapshot.partners.get(id)?.camName === reader.cam);
  return reader.kind === 'master';
}

/** The partner who asked or is asked, then the others at the table of a group meeting. */
export function atTheTable({ partner, guestPartners }: Pick<MeetingRequest, 'partner' | 'guestPartners'>): readonly PartnerId[] {
  return [partner, ...guestPartners];
}

/** Whose meeting it is to this reader: at a table of several a partner reads of itself only, an account manager of their own partner. */
function partnerMeant({ snapshot }: Desk, request: MeetingRequest, reader: Reader): PartnerId {
  if (reader.kind === 'partner') return reader.partner;
  return (reader.kind === 'cam' ? atTheTable(request).find((id) => snapshot.partners.get(id)?.camName === reader.cam) : undefined) ?? request.partner;
}

function seenMeeting(desk: Desk, meeting: Meeting, reader: Reader): SeenMeeting | null {
  const audience = audienceOfKind[reader.kind];
  const { request, placement, startsAt, endsAt, people } = meeting;
  const partner = seenPartner(desk, partnerMeant(desk, request, reader), audience, reader);
  const host = seenExecutive(desk, request.host, audience);
  if (!partner || !host) return null;
  const day = dayOf(desk.summit, startsAt);
  const isHidden = request.confidential && reader.kind === 'partner' && !desk.allMayHear(reader.partner, day);
  return {
    key: request.id, code: request.code, startsAt, endsAt, day, partner, host,
    room: desk.snapshot.rooms.get(placement.room) ?? null,
    coHosts: request.coHosts.filter((id) => id !== request.host).flatMap((id) => seenExecutive(desk, id, audience) ?? []), readBy: reader.kind === 'executive' ? reader.executive : null,
    guests: people.filter((person) => person.kind !== 'executive' && (reader.kind !== 'partner' || person.partner === reader.partner)).map((person) => seenPerson(desk, person, partner, audience, day)),
    topic: isHidden ? null : request.topic.trim(),
    confidential: request.confidential && !isHidden,
    askedBy: audience === 'partner' ? null : request.side,
  };
}

function seenPerson(desk: Desk, person: Person, partner: SeenPartner, audience: Audience, day: LocalDate): SeenGuest {
  const contact = person.kind === 'contact' ? desk.snapshot.contacts.get(person.contact) : undefined;
  if (contact) return seenContact(desk, contact, contact.partner ?? partner.key, audience, day);
  return {
    key: person.key, name: named(person.name, desk.snapshot.partners.get(partner.key)?.country ?? null), title: '', pronunciation: '', organisation: partner.name,
    isNamed: person.kind !== 'to-be-named', coverage: audience === 'partner' ? null : desk.gate.partnerMayHear(partner.key, day),
  };
}

function seenContact(desk: Desk, contact: Contact, partner: PartnerId, audience: Audience, day: LocalDate): SeenGuest {
  const { title = '', pronunciation = '' } = disclosed(contact, contactDisclosure, audience);
  const organisation = desk.snapshot.partners.get(partner);
  return {
    key: contact.id, title, pronunciation, isNamed: true,
    name: named(fullName(contact), organisation?.country ?? null), organisation: named(organisation?.name ?? '', organisation?.country ?? null),
    coverage: audience === 'partner' ? null : desk.gate.mayHear(contact.id, day),
  };
}

function seenPartner({ snapshot }: Desk, id: PartnerId, audience: Audience, reader: Reader): SeenPartner | null {
  const row = snapshot.partners.get(id);
  // A partner reads about itself only.
  if (!row || reader.kind === 'stage' || (reader.kind === 'partner' && reader.partner !== id)) return null;
  const figures = maySee(partnerDisclosure, 'performance', audience) ? disclosed(row.performance, performanceDisclosure, audience) : {};
  return { key: id, name: named(row.name, row.country), row: disclosed(row, partnerDisclosure, audience), figures };
}

function seenExecutive({ snapshot }: Desk, id: ExecutiveId, audience: Audience): SeenExecutive | null {
  const row = snapshot.executives.get(id);
  if (!row) return null;
  const { name = '', title = '', pronunciation = '' } = disclosed(row, executiveDisclosure, audience);
  return { key: id, name, title, pronunciation };
}

function seenSession(desk: Desk, session: Session, reader: Reader): SeenSession[] {
  const { snapshot, summit } = desk;
  if (session.kind === 'Meeting block' && reader.kind !== 'master') return [];
  if (session.kind === 'Internal blocker' && (reader.kind === 'partner' || reader.kind === 'stage')) return [];
  const worded = wordedAudience(session, summit.tiers);
  const speakers = session.speakers.flatMap((id) => seenExecutive(desk, id, audienceOfKind[reader.kind]) ?? []);
  const seen: SeenSession = {
    key: session.id, title: session.title, kind: session.kind, startsAt: session.startsAt, endsAt: session.endsAt, audience: session.audience,
    rooms: session.rooms.flatMap((id) => snapshot.rooms.get(id) ?? []), confidential: session.needsNda, speakers, isDuty: false, only: null, isChoice: false,
  };
  switch (reader.kind) {
    case 'master': return [seen];
    // The crew has signed nothing, but must know that the room is taken.
    case 'stage': return [session.needsNda ? { ...seen, title: 'Closed session', kind: null, audience: '', speakers: [] } : seen];
    case 'cam': return worded.kind === 'everybody' && !session.needsNda && !isPause(session) ? [seen] : [];
    case 'executive': {
      const isDuty = session.speakers.includes(reader.executive);
      return isDuty || (session.kind !== 'Break' && (worded.kind === 'everybody' || (session.audience.trim() === '' && isPause(session)))) ? [{ ...seen, isDuty }] : [];
    }
    case 'partner': return partnerSession(desk, session, seen, reader.partner);
  }
}

/** What all of a partner may know of a session: nothing of a confidential one unless every reader of the book is covered on its day. */
function partnerSession(desk: Desk, session: Session, seen: SeenSession, partner: PartnerId): SeenSession[] {
  if (session.startsAt === null) return [];
  const { people, understood } = desk.audienceOf(session);
  const all = desk.contactsOf(partner);
  const own = people.filter((contact) => contact.partner === partner);
  if (session.needsNda) {
    if (!understood || own.length === 0 || !desk.allMayHear(partner, dateOf(session.startsAt))) return [];
    const covered = own.filter(({ id }) => isCovered(desk.gate.mayAttend(id, session)));
    return covered.length === 0 ? [] : [{ ...seen, only: covered.length === all.length ? null : covered.map(fullName) }];
  }
  if (understood) return own.length === 0 ? [] : [{ ...seen, only: own.length === all.length ? null : own.map(fullName) }];
  return session.kind === 'Breakout' && !/invit/i.test(session.audience) ? [{ ...seen, isChoice: true }] : [];
}

function isPause({ kind }: Pick<Session, 'kind'>): boolean {
  return kind === 'Break' || kind === 'Meal' || kind === 'Social';
}

function seenPromise({ snapshot }: Desk, commitment: Commitment): SeenPromise {
  const { id, side, description, money, amountWithoutCurrency, dueOn, vendorOwner, partnerOwner, status, madeAt, inReturnFor } = commitment;
  const answered = inReturnFor === null ? undefined : snapshot.commitments.get(inReturnFor);
  return {
    key: id, code: printedId(commitment), side, what: description.trim(), money, amountWithoutCurrency, dueOn, status, madeAt,
    vendorOwner: vendorOwner.trim(), partnerOwner: partnerOwner.trim(), isOpen: isOpen(commitment),
    // A promise is answered by one of the same partner; a wrong link must not print another's.
    inReturnFor: answered?.partner === commitment.partner ? printedId(answered) : null,
  };
}

function awardsSeen({ snapshot, winnersAt }: Desk, now: Instant, override: EmbargoOverride | null): SeenAward[] {
  const open = override === null
    ? winnersAt(now)
    : new Map(rankings(snapshot).map(({ category, standings }) => [category, standings.filter(({ rank }) => rank === 1).map(({ nomination }) => nomination)]));
  return [...snapshot.categories.values()].map((category): SeenAward => {
    const facts = { key: category.id, name: category.name, session: category.announcedIn };
    const winners = open.get(category.id);
    if (!winners) return { ...facts, isOpen: false, until: embargoEnd(snapshot, category) };
    return { ...facts, isOpen: true, winners: winners.flatMap((id) => { const nomination = snapshot.nominations.get(id); const winner = nomination && snapshot.partners.get(nomination.partner); return winner ? [{ key: winner.id, name: named(winner.name, winner.country) }] : []; }) };
  });
}

function nominationsOf({ snapshot }: Desk, partner: PartnerId): string[] {
  return [...snapshot.nominations.values()].filter((nomination) => nomination.partner === partner && isInTheRunning(nomination))
    .flatMap(({ category }) => snapshot.categories.get(category)?.name ?? []).sort(compare);
}

function partnersOf({ snapshot, expected }: Desk, reader: Reader): PartnerId[] {
  if (reader.kind === 'partner') return [reader.partner];
  if (reader.kind !== 'cam' && reader.kind !== 'master') return [];
  return [...snapshot.partners.values()].filter(({ id, camName }) => expected.has(id) && (reader.kind === 'master' || camName === reader.cam))
    .sort((a, b) => byName(a.name, b.name) || compare(a.id, b.id)).map(({ id }) => id);
}

function byStart(a: SeenSession, b: SeenSession): number {
  return compare(a.startsAt ?? '9999', b.startsAt ?? '9999') || compare(a.endsAt ?? '9999', b.endsAt ?? '9999') || compare(a.key, b.key);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

