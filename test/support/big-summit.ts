import { blankAgreement, type Agreement } from '#shared/agreements/agreement.ts';
import type { Invitation } from '#shared/invitations/invitation.ts';
import type { AgreementId, ContactId, ExecutiveId, InvitationId, PartnerId, PlacementId, RequestId, RoomId, SessionId, SummitId } from '#shared/kernel/ids.ts';
import { money } from '#shared/kernel/money.ts';
import { type Random, seeded } from '#shared/kernel/random.ts';
import { type LocalDate, type LocalDateTime, type LocalTime, overlap, type Span } from '#shared/kernel/time.ts';
import { mayHearBy } from '#shared/meetings/may-hear.ts';
import type { Placement } from '#shared/meetings/placement.ts';
import type { MeetingRequest } from '#shared/meetings/request.ts';
import { hardClashesAt, withBreak } from '#shared/meetings/clashes.ts';
import { gridStarts } from '#shared/meetings/spots.ts';
import { spanAt, whereabouts, type Whereabouts } from '#shared/meetings/whereabouts.ts';
import { blankContact, type Contact } from '#shared/partners/contact.ts';
import { blankExecutive, type Executive } from '#shared/partners/executive.ts';
import { blankPartner, type Partner, unknownPerformance } from '#shared/partners/partner.ts';
import { blankRoom, type Room } from '#shared/summit/room.ts';
import type { Session } from '#shared/summit/session.ts';
import { theSummit } from '#shared/summit/summit.ts';
import { newSnapshot, type Snapshot } from '#shared/workspace/snapshot.ts';
import { addRequest } from '#shared/meetings/commands.ts';

const days = ['2027-03-23', '2027-03-24', '2027-03-25'] as LocalDate[];
const given = ['Ana', 'Ben', 'Chiara', 'Dmitri', 'Eleni', 'Farid', 'Grace', 'Hiroshi', 'Ingrid', 'João', 'Katarzyna', 'Luca', 'Maya', 'Nils', 'Oluwaseun', 'Priya', 'Quentin', 'Rosa', 'Søren', 'Teresa'];
const family = ['Lindqvist', 'Okafor', 'Moreau', 'Papadopoulou', 'Takahashi', 'Bianchi', 'Wiśniewska', 'Fernández', 'Haddad', 'van der Berg', 'Novák', 'Silva', 'MacKenzie', 'Iyer', 'Schneider', 'Dubois', 'Kowalczyk', 'O’Brien', 'Ahmadi', 'Johansson'];
const titles = ['Chief executive', 'Chief revenue officer', 'Chief product officer', 'VP alliances', 'VP engineering', 'General manager, EMEA', 'VP customer success', 'Chief information security officer', 'VP marketing', 'Regional director, Nordics'];
const stems = ['Northwind', 'Halcyon', 'Meridian', 'Aurora', 'Silverline', 'Cobalt', 'Redwood', 'Kestrel', 'Lighthouse', 'Atlas', 'Borealis', 'Cascade', 'Delta', 'Equinox', 'Fjord', 'Granite', 'Horizon', 'Indigo', 'Juniper', 'Keystone', 'Lumen', 'Monsoon', 'Nimbus', 'Orchid', 'Pinnacle', 'Quartz', 'Riverbend', 'Summa', 'Tundra', 'Vertex'];
const kinds = ['Systems', 'Networks', 'Consulting Group', 'Distribution International'];
const tiers = ['Elite', 'Platinum', 'Gold', 'Silver'];

/**
 * A big summit, the same each time: 40 executives, three days, 120 partners, 30 rooms, 600 requests of which some 500 have a place in which
 * nothing clashes. What the hosts in greatest demand cannot take stays unplaced.
 */
export function bigSummit(): Snapshot {
  const random = seeded(20270323);
  const bare = { ...newSnapshot('summit' as SummitId, 'Partner Summit 2027') };
  const summit = { ...theSummit(bare), zone: 'Europe/Stockholm', vendor: 'Vendor', days: days.map((date) => ({ date, opensAt: '08:00' as LocalTime, closesAt: '18:30' as LocalTime })), breakMinutes: 5, gridMinutes: 15 };
  const rooms = Array.from({ length: 30 }, (_, index) => room(index));
  const executives = Array.from({ length: 40 }, (_, index) => executive(index, rooms));
  const partners = Array.from({ length: 120 }, (_, index) => partner(index, random));
  const contacts = partners.flatMap(({ id }, index) => [0, 1, 2].map((seat) => contact(index, seat, id)));
  const tables: Snapshot = {
    ...bare, summits: keyed([summit]), rooms: keyed(rooms), executives: keyed(executives), partners: keyed(partners), contacts: keyed(contacts),
    sessions: keyed(sessions(rooms)), invitations: keyed(partners.map(({ id }, index) => invitation(id, index))), agreements: keyed(partners.filter((_, index) => index % 4 !== 3).map(({ id, name }, index) => agreement(id, name, index))),
    requests: keyed(requests(executives, partners, random)),
  };
  return { ...tables, placements: keyed(placed(tables)) };
}

/** First come, first served: the first start and room of each request at which nobody and nothing is in the way. */
function placed(tables: Snapshot): Placement[] {
  const where = whereabouts(tables, mayHearBy(tables));
  const starts = gridStarts(where);
  const busy = new Map<string, Span[]>();
  const perDay = new Map<string, number>();
  const placements: Placement[] = [];
  for (const [index, request] of [...tables.requests.values()].entries()) {
    const spot = firstSpot(where, request, [...starts.slice((index * 7) % starts.length), ...starts.slice(0, (index * 7) % starts.length)], busy, perDay);
    if (!spot) continue;
    const span = withBreak(where, spanAt(request, spot.startsAt));
    for (const key of [spot.room, ...where.peopleOf(request).map((person) => person.key as string)]) busy.set(key, [...(busy.get(key) ?? []), span]);
    const dayKey = `${request.host} ${spot.startsAt.slice(0, 10)}`;
    perDay.set(dayKey, (perDay.get(dayKey) ?? 0) + 1);
    placements.push({ id: request.id.replace('request', 'placement') as PlacementId, request: request.id, room: spot.room, startsAt: spot.startsAt, pinned: index % 23 === 0 });
  }
  return placements;
}

function firstSpot(where: Whereabouts, request: MeetingRequest, starts: readonly LocalDateTime[], busy: ReadonlyMap<string, readonly Span[]>, perDay: ReadonlyMap<string, number>): { startsAt: LocalDateTime; room: RoomId } | null {
  const isFree = (key: string, span: Span) => !(busy.get(key) ?? []).some((other) => overlap(other, span));
  const limit = where.tables.executives.get(request.host)?.maxMeetingsPerDay ?? Infinity;
  const home = where.tables.executives.get(request.host)?.homeRoom;
  const rooms = home ? [home] : [...where.tables.rooms.keys()].filter((room) => (where.time.openings.get(room)?.length ?? 0) > 0);
  for (const startsAt of starts) {
    const span = withBreak(where, spanAt(request, startsAt));
    if ((perDay.get(`${request.host} ${startsAt.slice(0, 10)}`) ?? 0) >= limit || !where.peopleOf(request).every(({ key }) => isFree(key, span))) continue;
    const room = rooms.find((one) => isFree(one, span) && hardClashesAt(where, request, { room: one, startsAt }).length === 0);
    if (room) return { startsAt, room };
  }
  return null;
}

function room(index: number): Room {
  const isHall = index >= 28;
  const name = isHall ? ['Great hall', 'Auditorium'][index - 28] ?? '' : `Suite ${index + 1}`;
  return { ...blankRoom(`room-${pad(index)}` as RoomId, name), seats: isHall ? 300 : index % 5 === 4 ? 4 : 8, floor: isHall ? '0' : String(1 + Math.floor(index / 10)), confidential: !isHall && index % 6 !== 5 };
}

function executive(index: number, rooms: readonly Room[]): Executive {
  const away = index % 8 === 5 ? [{ startsAt: `${days[index % 3]}T10:00` as LocalDateTime, endsAt: `${days[index % 3]}T14:00` as LocalDateTime }] : [];
  return {
    ...blankExecutive(`exec-${pad(index)}` as ExecutiveId, `${given[index % 20]} ${family[(index * 7) % 20]}`), title: titles[index % 10] ?? '', email: `exec${index}@vendor.example`, unavailable: away,
    maxMeetingsPerDay: index % 3 === 0 ? 6 : null, homeRoom: index < 8 ? (rooms[index]?.id ?? null) : null,
  };
}

/** Every sixth partner's figures are not known; every ninth counts in another currency. */
function partner(index: number, random: Random): Partner {
  const revenue = Math.round((20_000_000 / (1 + index * 0.35)) * (0.7 + random.next() * 0.6));
  const currency = index % 9 === 8 ? 'USD' : 'EUR';
  const health = Math.round(35 + random.next() * 60);
  return {
    ...blankPartner(`partner-${pad(index)}` as PartnerId, `${stems[index % 30]} ${kinds[Math.floor(index / 30)]}`), accountId: `A${1000 + index}`, tier: tiers[Math.min(3, Math.floor(index / 20))] ?? null, region: (['EMEA', 'AMER', 'APJ'] as const)[index % 3] ?? null, strategic: index < 12,
    performance: index % 6 === 5 ? unknownPerformance : {
      ...unknownPerformance, revenue: money(revenue, currency), revenuePrior: money(Math.round(revenue * (0.8 + random.next() * 0.45)), currency), winRate: Math.round(20 + random.next() * 40) / 100, health, satisfaction: Math.round(50 + random.next() * 48) / 10,
      certifiedPeople: Math.round(random.next() * 80), certificationsRequired: 40, asOf: '2027-01-31' as LocalDate, source: 'accounts.csv',
    },
  };
}

function contact(index: number, seat: number, of: PartnerId): Contact {
  return { ...blankContact(`contact-${pad(index)}-${seat}` as ContactId), givenName: given[(index * 3 + seat * 5) % 20] ?? '', familyName: family[(index + seat * 3) % 20] ?? '', email: `p${index}s${seat}@partner.example`, partner: of, role: (['Delegate', 'Technical lead', 'Substitute'] as const)[seat] ?? null };
}

function sessions(rooms: readonly Room[]): Session[] {
  const suites = rooms.slice(0, 28).map(({ id }) => id);
  return days.flatMap((day, index) => [
    session(`${pad(index)}-keynote`, { title: ['Opening keynote', 'Product keynote', 'Closing keynote'][index] ?? '', kind: 'Plenary', startsAt: `${day}T09:00` as LocalDateTime, endsAt: `${day}T10:00` as LocalDateTime, rooms: ['room-028' as RoomId], audience: 'All attendees', makesBusy: true, speakers: [`exec-${pad(index)}` as ExecutiveId] }),
    session(`${pad(index)}-block-1`, { title: 'Meeting block', kind: 'Meeting block', startsAt: `${day}T10:15` as LocalDateTime, endsAt: `${day}T12:30` as LocalDateTime, rooms: suites }),
    session(`${pad(index)}-breakout`, { title: 'Breakout on cloud security', kind: 'Breakout', startsAt: `${day}T14:00` as LocalDateTime, endsAt: `${day}T15:00` as LocalDateTime, rooms: ['room-029' as RoomId, 'room-027' as RoomId], speakers: [`exec-${pad(10 + index)}` as ExecutiveId, `exec-${pad(20 + index)}` as ExecutiveId] }),
    session(`${pad(index)}-block-2`, { title: 'Meeting block', kind: 'Meeting block', startsAt: `${day}T13:30` as LocalDateTime, endsAt: `${day}T17:30` as LocalDateTime, rooms: suites }),
  ]);
}

function session(id: string, more: Partial<Session>): Session {
  return { id: `session-${id}` as SessionId, code: '', title: '', kind: null, startsAt: null, endsAt: null, rooms: [], audience: '', needsNda: false, speakers: [], makesBusy: false, ...more };
}

function invitation(of: PartnerId, index: number): Invitation {
  return { id: `invitation-${pad(index)}` as InvitationId, partner: of, stage: 'accepted', wave: null, seats: 3, grounds: [], approver: '', steps: [] };
}

function agreement(of: PartnerId, name: string, index: number): Agreement {
  const on = '2027-01-09' as LocalDate;
  return { ...blankAgreement(`agreement-${pad(index)}` as AgreementId, of, name), code: `N${pad(index)}`, sentOn: on, partnerSignedOn: on, countersignedOn: on, effectiveOn: on, evergreen: true };
}

/** Partners ask more of the first executives than of the last; the largest ask for more meetings. */
function requests(executives: readonly Executive[], partners: readonly Partner[], random: Random): MeetingRequest[] {
  const made: MeetingRequest[] = [];
  const asked = new Set<string>();
  for (let turn = 0; made.length < 600; turn++) {
    const of = partners[turn % (turn < 240 ? 118 : 90)];
    const host = executives[Math.floor(random.next() ** 1.12 * executives.length)];
    if (!of || !host || asked.has(`${of.id} ${host.id}`)) continue;
    asked.add(`${of.id} ${host.id}`);
    const index = made.length;
    made.push({
      ...requestDefaults, id: `request-${pad(index)}` as RequestId, code: `R${pad(index)}`, partner: of.id, host: host.id, side: index % 3 === 0 ? 'vendor' : 'partner', priority: index % 9 === 0 ? 'must' : index % 3 === 0 ? 'could' : 'should',
      topic: ['Joint plan for the year', 'Roadmap', 'Renewals and pricing', 'Certification', ''][index % 5] ?? '', durationMinutes: ([30, 30, 30, 45, 20, 60] as const)[index % 6] ?? 30, confidential: index % 13 === 4,
    });
  }
  return made;
}

/** Whatever a request is given when nothing is said, by the product's own command. */
const requestDefaults: MeetingRequest = (() => {
  const partners = keyed([blankPartner('partner' as PartnerId, 'Partner')]);
  const executives = keyed([blankExecutive('exec' as ExecutiveId, 'Host')]);
  const made = addRequest({ ...newSnapshot('summit' as SummitId, ''), partners, executives }, { partner: 'partner' as PartnerId, host: 'exec' as ExecutiveId }, <Id>() => 'request' as Id);
  if (!made.ok) throw new Error(made.problem.code);
  return made.value.edits[0]?.after as unknown as MeetingRequest;
})();

function keyed<Row extends { readonly id: string }>(rows: readonly Row[]): ReadonlyMap<Row['id'], Row> {
  return new Map(rows.map((row) => [row.id, row]));
}

function pad(index: number): string {
  return String(index).padStart(3, '0');
}

