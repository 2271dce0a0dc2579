import type { ContactId, ExecutiveId, PartnerId, RoomId } from '#shared/kernel/ids.ts';
import { seeded } from '#shared/kernel/random.ts';
import type { LocalDate, LocalDateTime, LocalTime } from '#shared/kernel/time.ts';
import type { MeetingRequest } from '#shared/meetings/request.ts';
import type { Snapshot } from '#shared/workspace/snapshot.ts';
import { aSummit } from './meeting-builders.ts';

const days = ['2027-03-23', '2027-03-24', '2027-03-25'] as LocalDate[];
const largestSize: Size = { partners: 500, contactsEach: 2, executives: 60, rooms: 50, requests: 2500 };

type Size = { readonly partners: number; readonly contactsEach: number; readonly executives: number; readonly rooms: number; readonly requests: number };

/**
 * A summit of the largest size the scheduler promises to serve, the same each time: 500 invited partners, 60 executives, 50 rooms, three
 * days of 20 half-hour starts, 2,500 requests and no meeting placed. As at real summits, the first executives are asked for most.
 */
export function largeSummit(size: Size = largestSize): Snapshot {
  const random = seeded(20270323);
  const times = (count: number) => Array.from({ length: count }, (_, index) => index);
  return aSummit({
    summit: { name: 'Large summit', days: days.map((date) => ({ date, opensAt: '08:00' as LocalTime, closesAt: '18:30' as LocalTime })), breakMinutes: 0, gridMinutes: 30 },
    rooms: times(size.rooms).map((index) => ({ name: `Suite ${index + 1}`, seats: index % 5 === 4 ? 4 : 8, confidential: index % 6 !== 5 })),
    executives: times(size.executives).map((index) => ({
      name: `Host ${index + 1}`, homeRoom: index < 10 ? (`room-${index + 1}` as RoomId) : null,
      unavailable: index % 4 === 1 ? [{ startsAt: `${days[index % 3] ?? ''}T09:00` as LocalDateTime, endsAt: `${days[index % 3] ?? ''}T12:00` as LocalDateTime }] : [],
    })),
    partners: times(size.partners).map((index) => ({ name: `Partner ${index + 1}` })),
    contacts: times(size.partners * size.contactsEach).map((index) => ({ givenName: 'Delegate', familyName: String(index + 1), partner: `partner-${Math.floor(index / size.contactsEach) + 1}` as PartnerId, role: 'Delegate' as const })),
    sessions: days.flatMap((day) => (['08:00-13:00', '13:30-18:30'] as const).map((block) => {
      const [from, to] = block.split('-');
      return { title: 'Meeting block', kind: 'Meeting block' as const, startsAt: `${day}T${from ?? ''}` as LocalDateTime, endsAt: `${day}T${to ?? ''}` as LocalDateTime };
    })),
    requests: asked(random.next),
  });

  function asked(next: () => number): Partial<MeetingRequest>[] {
    const pairs = new Set<string>();
    const requests: Partial<MeetingRequest>[] = [];
    while (requests.length < size.requests) {
      const [partner, host] = [Math.floor(next() * size.partners), Math.floor(next() ** 1.4 * size.executives)];
      if (pairs.has(`${partner} ${host}`)) continue;
      pairs.add(`${partner} ${host}`);
      const seat = Math.floor(next() * size.contactsEach);
      requests.push({
        partner: `partner-${partner + 1}` as PartnerId, host: `exec-${host + 1}` as ExecutiveId, attendees: [`contact-${partner * size.contactsEach + seat + 1}` as ContactId],
        priority: (['should', 'could', 'should', 'could', 'should'] as const)[Math.floor(next() * 5)] ?? null, side: next() < 0.2 ? 'both' : 'partner',
        durationMinutes: next() < 0.1 ? 60 : 30, confidential: next() < 0.1, ...(next() < 0.3 && { preferredDay: days[Math.floor(next() * 3)] ?? null }),
      });
    }
    return requests;
  }
}
