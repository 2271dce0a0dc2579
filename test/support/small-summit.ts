import { blankAgreement } from '#shared/agreements/agreement.ts';
import type { Category } from '#shared/awards/category.ts';
import type { Judge, Recusal, Score } from '#shared/awards/judging.ts';
import type { Nomination } from '#shared/awards/nomination.ts';
import type { Commitment } from '#shared/commitments/commitment.ts';
import type { Invitation } from '#shared/invitations/invitation.ts';
import type { LocalDate, LocalDateTime, LocalTime } from '#shared/kernel/time.ts';
import type { Placement } from '#shared/meetings/placement.ts';
import { blankRequest, type MeetingRequest } from '#shared/meetings/request.ts';
import { blankContact } from '#shared/partners/contact.ts';
import { blankExecutive } from '#shared/partners/executive.ts';
import { blankPartner, unknownPerformance } from '#shared/partners/partner.ts';
import { blankRoom, type Room } from '#shared/summit/room.ts';
import type { Session } from '#shared/summit/session.ts';
import { theSummit } from '#shared/summit/summit.ts';
import { newSnapshot, type Snapshot } from '#shared/workspace/snapshot.ts';
import { table } from './small-awards.ts';

/** A summit with a few records in every table, each known by a word, all tied to one another. */
export function smallSummit(): Snapshot {
  const base = newSnapshot('summit' as never, 'Spring');
  const summit = {
    ...theSummit(base), zone: 'Europe/Lisbon', seatLimit: 40, vendor: 'Vendor', vendorDomain: 'vendor.example',
    days: [{ date: '2027-03-23' as LocalDate, opensAt: '08:00' as LocalTime, closesAt: '18:00' as LocalTime }],
  };
  return {
    ...base,
    summits: new Map([[summit.id, summit]]),
    rooms: table([room('hall', 'Great hall', 200, false), room('suite', 'Suite 1', 8, true)]),
    sessions: table([
      session('opening', { title: 'Opening', kind: 'Plenary', startsAt: '2027-03-23T09:00' as LocalDateTime, endsAt: '2027-03-23T10:00' as LocalDateTime, rooms: ['hall' as never], makesBusy: true }),
      session('block', { title: 'One-to-ones', kind: 'Meeting block', startsAt: '2027-03-23T10:00' as LocalDateTime, endsAt: '2027-03-23T12:00' as LocalDateTime, rooms: ['suite' as never] }),
      session('gala', { title: 'Gala', kind: 'Awards', startsAt: '2027-03-23T17:00' as LocalDateTime, endsAt: '2027-03-23T18:00' as LocalDateTime, rooms: ['hall' as never], speakers: ['eve' as never], makesBusy: true }),
    ]),
    partners: table([
      { ...blankPartner('acme' as never, 'Acme'), accountId: 'A1', tier: 'Elite', country: 'PT', camName: 'Ada Cam', performance: { ...unknownPerformance, revenue: { hundredths: 120_000_000, currency: 'EUR' }, source: 'accounts.csv' } },
      { ...blankPartner('bolt' as never, 'Bolt'), accountId: 'B2', tier: 'Gold', vendorSponsor: 'eve' as never },
      { ...blankPartner('core' as never, 'Core'), accountId: 'C3' },
    ]),
    contacts: table([
      { ...blankContact('ana' as never), givenName: 'Ana', familyName: 'Lima', email: 'ana@acme.example', partner: 'acme' as never, organisation: 'Acme', role: 'Delegate' },
      { ...blankContact('bo' as never), givenName: 'Bo', familyName: 'Berg', email: 'bo@bolt.example', partner: 'bolt' as never, organisation: 'Bolt' },
    ]),
    executives: table([
      { ...blankExecutive('eve' as never, 'Eve Host'), title: 'Sales', email: 'eve@vendor.example', homeRoom: 'suite' as never },
      { ...blankExecutive('max' as never, 'Max Chief'), title: 'Chief', email: 'max@vendor.example' },
    ]),
    invitations: table([invitation('inv-acme', 'acme', 'invited'), invitation('inv-bolt', 'bolt', 'shortlisted')]),
    agreements: table([
      { ...blankAgreement('nda-acme' as never, 'acme' as never, 'Acme Lda'), code: 'N0001', sentOn: '2027-01-05' as LocalDate, partnerSignedOn: '2027-01-08' as LocalDate, countersignedOn: '2027-01-09' as LocalDate, effectiveOn: '2027-01-09' as LocalDate, evergreen: true },
      { ...blankAgreement('nda-bo' as never, 'bolt' as never, 'Bolt'), code: 'N0002', level: 'person', contact: 'bo' as never, personName: 'Bo Berg' },
    ]),
    requests: table([request('acme-eve', 'acme', 'eve', ['ana']), request('acme-max', 'acme', 'max', [])]),
    placements: table([{ id: 'placed' as never, request: 'acme-eve' as never, room: 'suite' as never, startsAt: '2027-03-23T10:00' as LocalDateTime, pinned: false } satisfies Placement]),
    categories: table([{ id: 'growth' as never, name: 'Growth', eligibility: '', criteria: [{ name: 'Reach', weight: 60, description: '' }, { name: 'Depth', weight: 40, description: '' }], announcedIn: 'gala' as never, announcedAt: null } satisfies Category]),
    nominations: table([nomination('nom-acme', 'acme', 'M0001'), nomination('nom-bolt', 'bolt', 'M0002')]),
    judges: table([judge('ben', 'Ben Judge', null), judge('cleo', 'Cleo Judge', 'acme')]),
    scores: table([{ id: 'score' as never, judge: 'ben' as never, nomination: 'nom-acme' as never, criterion: 'Reach', value: 8, comment: '' } satisfies Score]),
    recusals: table([{ id: 'recusal' as never, judge: 'cleo' as never, nomination: 'nom-acme' as never, kind: 'recused', reason: 'Employer' } satisfies Recusal]),
    commitments: table([
      commitment('fund', { partner: 'acme' as never, code: 'K0001', description: 'Fund the campaign', money: { hundredths: 2_000_000, currency: 'EUR' }, dueOn: '2027-06-30' as LocalDate, vendorOwner: 'Ada Cam', status: 'routed' }),
      commitment('certify', { partner: 'acme' as never, code: 'K0002', side: 'partner', type: 'enablement', description: 'Certify engineers', inReturnFor: 'fund' as never }),
    ]),
  };
}

function room(id: string, name: string, seats: number, confidential: boolean): Room {
  return { ...blankRoom(id as never, name), seats, confidential };
}

function session(id: string, more: Partial<Session>): Session {
  return { id: id as never, code: '', title: '', kind: null, startsAt: null, endsAt: null, rooms: [], audience: '', needsNda: false, speakers: [], makesBusy: false, ...more };
}

function invitation(id: string, partner: string, stage: Invitation['stage']): Invitation {
  return { id: id as never, partner: partner as never, stage, wave: null, seats: 2, grounds: [], approver: '', steps: [] };
}

function request(id: string, partner: string, host: string, attendees: readonly string[]): MeetingRequest {
  return {
    ...blankRequest(id as never, partner as never, host as never), side: 'partner', priority: 'must', topic: 'Growth plan', durationMinutes: 30, attendees: attendees as never,
  };
}

function nomination(id: string, partner: string, code: string): Nomination {
  return { id: id as never, code, category: 'growth' as never, partner: partner as never, nominator: '', nominatorSide: null, citation: 'Grew', submittedOn: null, status: 'eligible' };
}

function judge(id: string, name: string, partner: string | null): Judge {
  return { id: id as never, name, email: null, affiliation: partner === null ? 'Press' : 'Acme', partner: partner as never, role: 'judge' };
}

function commitment(id: string, more: Partial<Commitment>): Commitment {
  return {
    id: id as never, code: '', partner: '' as never, side: 'vendor', type: 'marketing_investment', description: '', money: null, amountWithoutCurrency: null, dueOn: null, vendorOwner: '', partnerOwner: '', status: 'captured',
    madeAt: 'this-summit', inReturnFor: null, receipt: '', ...more,
  };
}
