import type { ContactId, ExecutiveId, InvitationId, PartnerId, PlacementId, RequestId, RoomId, SessionId, SummitId } from '#shared/kernel/ids.ts';
import type { LocalDate, LocalDateTime, LocalTime } from '#shared/kernel/time.ts';
import type { Placement } from '#shared/meetings/placement.ts';
import { blankRequest, type MeetingRequest } from '#shared/meetings/request.ts';
import { blankContact, type Contact } from '#shared/partners/contact.ts';
import { blankExecutive, type Executive } from '#shared/partners/executive.ts';
import { blankPartner, type Partner } from '#shared/partners/partner.ts';
import { blankRoom, type Room } from '#shared/summit/room.ts';
import { kindMakesBusy, type Session } from '#shared/summit/session.ts';
import { blankSummit, type Summit } from '#shared/summit/summit.ts';
import { emptySnapshot, type Snapshot } from '#shared/workspace/snapshot.ts';

type Rows = {
  readonly summit?: Partial<Summit>; readonly rooms?: readonly Partial<Room>[]; readonly sessions?: readonly Partial<Session>[]; readonly executives?: readonly Partial<Executive>[];
  readonly partners?: readonly Partial<Partner>[]; readonly contacts?: readonly Partial<Contact>[]; readonly requests?: readonly Partial<MeetingRequest>[]; readonly placements?: readonly Partial<Placement>[];
};

export const day = '2027-03-23' as LocalDate;
/** `10:30` on the one day of these summits. */
export const on = (time: string) => `${day}T${time}` as LocalDateTime;
export const id = <Id>(text: string) => text as Id;

/** A one-day summit (08:00–18:00) with a meeting block 13:30–15:30; partners are invited. Each case says only what it is about. */
export function aSummit(rows: Rows = {}): Snapshot {
  const numbered = <Row extends object, Given extends object>(given: readonly Given[], name: string, whole: (given: Given, id: string) => Row) => new Map(given.map((one, index) => { const row = whole(one, `${name}-${index + 1}`); return [(row as { id: string }).id, row]; }));
  const rooms = rows.rooms ?? [{ name: 'Suite 1' }, { name: 'Suite 2' }];
  const partners = rows.partners ?? [{ name: 'Acme' }, { name: 'Bolt' }];
  const tables = {
    summits: new Map([['summit', { ...blankSummit('summit' as SummitId, 'One day'), days: [{ date: day, opensAt: '08:00' as LocalTime, closesAt: '18:00' as LocalTime }], breakMinutes: 5, ...rows.summit }]]),
    rooms: numbered(rooms, 'room', (given, id): Room => ({ ...blankRoom(id as RoomId, id), seats: 8, confidential: true, ...given })),
    sessions: numbered(rows.sessions ?? [{ title: 'Block', kind: 'Meeting block', startsAt: on('13:30'), endsAt: on('15:30') }], 'session', (given, id): Session => ({ id: id as SessionId, code: '', title: id, kind: 'Breakout', startsAt: null, endsAt: null, rooms: [], audience: '', needsNda: false, speakers: [], makesBusy: kindMakesBusy(given.kind ?? 'Breakout'), ...given })),
    executives: numbered(rows.executives ?? [{ name: 'Ana' }, { name: 'Ben' }], 'exec', (given, id): Executive => ({ ...blankExecutive(id as ExecutiveId, id), ...given })),
    partners: numbered(partners, 'partner', (given, id): Partner => ({ ...blankPartner(id as PartnerId, id), ...given })),
    contacts: numbered(rows.contacts ?? [], 'contact', (given, id): Contact => ({ ...blankContact(id as ContactId), givenName: id, partner: 'partner-1' as PartnerId, ...given })),
    invitations: numbered(partners, 'invitation', (_, id) => ({ id: id as InvitationId, partner: id.replace('invitation', 'partner') as PartnerId, stage: 'accepted' as const, wave: null, seats: 2, grounds: [], approver: '', steps: [] })),
    requests: numbered(rows.requests ?? [], 'request', (given, id): MeetingRequest => ({
      ...blankRequest(id as RequestId, 'partner-1' as PartnerId, 'exec-1' as ExecutiveId), priority: 'should', durationMinutes: 30, ...given,
    })),
    placements: numbered(rows.placements ?? [], 'placement', (given, id): Placement => ({ id: id as PlacementId, request: id.replace('placement', 'request') as RequestId, room: 'room-1' as RoomId, startsAt: on('13:30'), pinned: false, ...given })),
  };
  return { ...emptySnapshot(), ...tables } as unknown as Snapshot;
}
