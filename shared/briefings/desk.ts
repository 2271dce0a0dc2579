import { type Gate, gateOf } from '../agreements/gate.ts';
import { isOpen } from '../agreements/coverage.ts';
import { visibleWinners } from '../awards/embargo.ts';
import { groupBy } from '../kernel/group.ts';
import { contactsByPartner } from '../meetings/people.ts';
import { mayHearBy } from '../meetings/may-hear.ts';
import { type Meeting, type Whereabouts, whereabouts } from '../meetings/whereabouts.ts';
import { type Audience as People, audienceOf } from '../invitations/audience.ts';
import { expectedPartners } from '../invitations/stage.ts';
import type { CategoryId, NominationId, PartnerId, SessionId } from '../kernel/ids.ts';
import type { Instant, LocalDate } from '../kernel/time.ts';
import type { Contact } from '../partners/contact.ts';
import type { Commitment } from '../commitments/commitment.ts';
import type { Session } from '../summit/session.ts';
import type { Summit } from '../summit/summit.ts';
import type { Snapshot } from '../workspace/snapshot.ts';

/** Everything that all books of one summit ask, looked up once. It knows more than any reader may see: only `sight.ts` takes it. */
export type Desk = {
  readonly snapshot: Snapshot;
  readonly summit: Summit;
  readonly gate: Gate;
  readonly where: Whereabouts;
  /** Placed meetings of invited partners in order of time. */
  readonly meetings: readonly Meeting[];
  readonly expected: ReadonlySet<PartnerId>;
  contactsOf(partner: PartnerId): readonly Contact[];
  promisesOf(partner: PartnerId): readonly Commitment[];
  /** Whom a session is for among the partners' people. */
  audienceOf(session: Session): People;
  /** Whether everybody of a partner may hear something confidential on a day. */
  allMayHear(partner: PartnerId, day: LocalDate): boolean;
  /** The winners that may be named at a moment. */
  readonly winnersAt: (moment: Instant) => ReadonlyMap<CategoryId, readonly NominationId[]>;
};

/** About 20 ms for 600 partners and 350 requests, so make it once for all books. */
export function deskOf(snapshot: Snapshot): Desk {
  const gate = gateOf(snapshot);
  const where = whereabouts(snapshot, mayHearBy(snapshot));
  const contacts = contactsByPartner(snapshot);
  const promises = groupBy(snapshot.commitments.values(), ({ partner }) => partner);
  const audiences = new Map<SessionId, People>();
  const winners = new Map<Instant, ReadonlyMap<CategoryId, readonly NominationId[]>>();
  const contactsOf = (partner: PartnerId) => contacts.get(partner) ?? [];
  return {
    snapshot, gate, where, contactsOf,
    summit: where.summit,
    expected: expectedPartners(snapshot),
    meetings: where.meetings.filter(({ request }) => where.stateOf(request) === 'placed')
      .sort((a, b) => compare(a.startsAt, b.startsAt) || compare(a.placement.room, b.placement.room) || compare(a.request.id, b.request.id)),
    promisesOf: (partner) => promises.get(partner) ?? [],
    audienceOf(session) {
      const people = audiences.get(session.id) ?? audienceOf(snapshot, session);
      audiences.set(session.id, people);
      return people;
    },
    // Ranking takes 20 ms with 4,000 scores, and a hundred books are made at one moment.
    winnersAt(moment) {
      const known = winners.get(moment) ?? visibleWinners(snapshot, moment);
      winners.set(moment, known);
      return known;
    },
    allMayHear(partner, day) {
      if (isOpen(gate.partnerMayHear(partner, day))) return true;
      const people = contactsOf(partner);
      return people.length > 0 && people.every(({ id }) => isOpen(gate.mayHear(id, day)));
    },
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
