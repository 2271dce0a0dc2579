import type { ContactId, ExecutiveId, InvitationId, PartnerId, PlacementId, RequestId, RoomId, SessionId, SummitId } from '#shared/kernel/ids.ts';
import { seeded } from '#shared/kernel/random.ts';
import { addDays, addMinutes, type LocalDate, type LocalDateTime, type LocalTime } from '#shared/kernel/time.ts';
import { blankRequest, meetingLengths, type MeetingRequest } from '#shared/meetings/request.ts';
import { invitationStages } from '#shared/invitations/invitation.ts';
import { blankContact, contactRoles } from '#shared/partners/contact.ts';
import { blankExecutive } from '#shared/partners/executive.ts';
import { blankPartner } from '#shared/partners/partner.ts';
import { kindMakesBusy, type Session, type SessionKind } from '#shared/summit/session.ts';
import { blankRoom } from '#shared/summit/room.ts';
import { blankSummit } from '#shared/summit/summit.ts';
import { emptySnapshot, type Snapshot } from '#shared/workspace/snapshot.ts';

export const firstDay = '2027-03-23' as LocalDate;

/** A small summit with everything that makes scheduling hard, the same one for the same seed. */
export function randomSummit(seed: number): Snapshot {
  const random = seeded(seed);
  const some = (count: number) => Array.from({ length: count }, (_, index) => index);
  const maybe = (chance: number) => random.next() < chance;
  const moment = (day: number, minutes: number) => addMinutes(`${addDays(firstDay, day)}T00:00` as LocalDateTime, minutes);
  const days = 1 + random.below(3);
  const summit = {
    ...blankSummit('summit' as SummitId, 'Random summit'),
    days: some(days).map((day) => ({ date: addDays(firstDay, day), opensAt: '08:00' as LocalTime, closesAt: (maybe(0.2) ? '01:00' : '18:00') as LocalTime })),
    gridMinutes: random.pick([5, 10, 15, 20, 30]), breakMinutes: random.pick([0, 5, 7, 10, 20]), meetOutsideBlocks: maybe(0.4),
    walking: maybe(0.5) ? [{ from: 'Ground', to: 'first floor', minutes: random.pick([0, 4, 5, 10, 25]) }, { from: 'Annex', to: 'Ground', minutes: 15 }] : [], travelMarginMinutes: random.pick([0, 30, 60]),
  };
  const spell = () => { const from = 480 + random.below(60) * 10; const day = random.below(days); return { startsAt: moment(day, from), endsAt: moment(day, from + random.pick([-10, 0, 25, 60, 90])) }; };
  const travel = () => ({
    arrivesAt: maybe(0.2) ? moment(0, 400 + random.below(40) * 10) : null, departsAt: maybe(0.2) ? moment(days - 1, 700 + random.below(40) * 10) : null,
    worksFrom: maybe(0.2) ? random.pick(['09:00', '10:30'] as LocalTime[]) : null, worksUntil: maybe(0.2) ? random.pick(['08:30', '16:00', '24:00'] as LocalTime[]) : null,
  });
  const rooms = some(2 + random.below(5)).map((n) => ({
    ...blankRoom(`room-${n}` as RoomId, `Suite ${n}`), seats: random.pick([null, 2, 3, 4, 8]), floor: random.pick(['', 'Ground', 'First floor', 'Annex']), confidential: maybe(0.6), parallelMeetings: maybe(0.3) ? 2 : 1,
    reserved: maybe(0.15), closed: maybe(0.3) ? [spell()] : [],
  }));
  const executives = some(1 + random.below(5)).map((n) => ({
    ...blankExecutive(`exec-${n}` as ExecutiveId, `Host ${n}`), maxMeetingsPerDay: random.pick([null, 0, 1, 2, 4]), homeRoom: maybe(0.4) ? random.pick(rooms).id : null,
    unavailable: some(random.below(3)).map(spell), maxMeetings: random.pick([null, null, null, 1, 3]), ...travel(),
  }));
  const kinds: SessionKind[] = ['Plenary', 'PAC meeting', 'Breakout', 'Meal', 'Meeting block', 'Meeting block', 'Internal blocker'];
  const sessions = some(3 + random.below(9)).map((n): Session => {
    const kind = n === 0 ? 'Meeting block' : random.pick(kinds);
    const [day, from] = [random.below(days), 480 + random.below(50) * 10];
    return {
      id: `session-${n}` as SessionId, code: '', title: `Session ${n}`, kind, startsAt: maybe(0.05) ? null : moment(day, from), endsAt: moment(day, from + random.pick([-30, 0, 45, 60, 90, 125, 180])),
      rooms: random.shuffled(rooms).slice(0, random.below(3)).map(({ id }) => id), audience: random.pick(['All attendees', 'PAC members', 'By tier', 'Strategic partners', 'Elite and Gold', '']),
      needsNda: maybe(0.2), speakers: maybe(0.3) ? [random.pick(executives).id] : [], makesBusy: kindMakesBusy(kind),
    };
  });
  const partners = some(2 + random.below(6)).map((n) => ({ ...blankPartner(`partner-${n}` as PartnerId, `Partner ${n}`), tier: random.pick(['Elite', 'Gold', null]), strategic: maybe(0.3), pacMember: maybe(0.3), partnerSponsorName: maybe(0.5) ? `Given${n} Family${random.below(3)}` : '',
    maxMeetings: random.pick([null, null, null, 1, 2]), maxMeetingsPerDay: random.pick([null, null, null, 1]), minMeetings: random.pick([null, 0, 2]), keepApart: maybe(0.3) ? [`partner-${random.below(8)}` as PartnerId] : [] }));
  const contacts = partners.flatMap(({ id }, p) => some(random.below(4)).map((n) => ({ ...blankContact(`contact-${p}-${n}` as ContactId), givenName: `Given${p}`, familyName: `Family${n}`, partner: id, role: random.pick([...contactRoles, null]),
    unavailable: maybe(0.2) ? [spell()] : [], maxMeetingsPerDay: random.pick([null, null, 1, 2]), maxMeetings: random.pick([null, null, 2]), ...travel() })));
  const invitations = partners.map(({ id }, n) => ({ id: `invitation-${n}` as InvitationId, partner: id, stage: maybe(0.7) ? ('accepted' as const) : random.pick(invitationStages), wave: null, seats: 2, grounds: [], approver: '', steps: [] }));
  const requests = some(random.below(14)).map((n): MeetingRequest => {
    const partner = random.pick(partners).id;
    const own = contacts.filter((contact) => contact.partner === partner).map(({ id }) => id);
    return {
      ...blankRequest(`request-${n}` as RequestId, partner, random.pick(executives).id), side: random.pick(['partner', 'vendor', 'both', null] as const), priority: random.pick(['must', 'should', 'could', null] as const),
      weight: random.pick([null, null, 2, 5]), coHosts: maybe(0.15) ? [random.pick(executives).id] : [], guestPartners: maybe(0.15) ? [random.pick(partners).id] : [],
      optionalHosts: maybe(0.15) ? [random.pick(executives).id] : [], optionalAttendees: maybe(0.2) ? random.shuffled(contacts).slice(0, 1).map(({ id }) => id) : [],
      allowedRooms: maybe(0.2) ? random.shuffled(rooms).slice(0, 1 + random.below(2)).map(({ id }) => id) : [], allowedDays: maybe(0.15) ? [addDays(firstDay, random.below(3))] : [], allowedPart: random.pick([null, null, null, 'morning', 'afternoon'] as const),
      veto: maybe(0.06) ? { side: 'vendor' as const, reason: 'no' } : null,
      durationMinutes: random.pick([...meetingLengths, null]), confidential: maybe(0.3), attendees: random.shuffled(own).slice(0, random.below(3)),
      attendeeNames: maybe(0.2) ? [random.pick(['Given0 Family0', 'Family1, Given1', 'Somebody Else', ' '])] : [], preferredDay: maybe(0.3) ? addDays(firstDay, random.below(4)) : null,
      partOfDay: random.pick(['morning', 'afternoon', 'any', null] as const), withdrawn: maybe(0.1) ? { side: 'partner' as const, reason: 'ill' } : null,
    };
  });
  const placements = requests.filter(() => maybe(0.35)).map(({ id }, n) => {
    const block = random.pick(sessions);
    const startsAt = block.startsAt ? addMinutes(block.startsAt, random.pick([0, 15, 30, 60, 7])) : moment(0, 600);
    return { id: `placement-${n}` as PlacementId, request: id, room: random.pick(rooms).id, startsAt, pinned: maybe(0.5) };
  });
  const table = <Row extends { readonly id: string }>(rows: readonly Row[]) => new Map(rows.map((row) => [row.id, row]));
  return { ...emptySnapshot(), ...Object.fromEntries(Object.entries({ summits: [summit], rooms, executives, sessions, partners, contacts, invitations, requests, placements }).map(([name, rows]) => [name, table(rows as readonly { readonly id: string }[])])) } as Snapshot;
}
