import { confidentialSessions, doorLists } from '#shared/agreements/door-list.ts';
import { isOpen } from '#shared/agreements/coverage.ts';
import { expectedPartners, seatsUsed } from '#shared/invitations/stage.ts';
import type { Place } from '#shared/kernel/finding.ts';
import { counted } from '#shared/kernel/text.ts';
import { daysBetween, type LocalDate } from '#shared/kernel/time.ts';
import { schedulableRequests } from '#shared/meetings/schedulable.ts';
import { theSummit } from '#shared/summit/summit.ts';
import type { Snapshot } from '#shared/workspace/snapshot.ts';

/** One number of the summit's readiness, with the place that holds the list behind it. */
export type Readiness = { readonly label: string; readonly value: string; readonly of?: string; readonly detail?: string; readonly fraction?: number; readonly place: Place };

/** How ready the summit is, in the order of the job. */
export function readiness(snapshot: Snapshot, today: LocalDate): Readiness[] {
  const { days, seatLimit } = theSummit(snapshot);
  const [first] = days;
  const away = first ? daysBetween(today, first.date) : null;
  const expected = expectedPartners(snapshot);
  const invitations = [...snapshot.invitations.values()];
  const answered = invitations.filter(({ stage }) => ['accepted', 'declined', 'registered', 'confirmed', 'attended', 'no-show', 'cancelled'].includes(stage)).length;
  const sent = invitations.filter(({ stage }) => !['shortlisted', 'approved', 'waitlisted'].includes(stage)).length;
  const doors = doorLists(snapshot).flatMap(({ entries }) => entries);
  const cleared = doors.filter(({ coverage }) => isOpen(coverage)).length;
  const wanted = schedulableRequests(snapshot);
  const placed = new Set([...snapshot.placements.values()].map(({ request }) => request));
  const placedCount = wanted.filter(({ id }) => placed.has(id)).length;
  const scored = [...snapshot.scores.values()].filter(({ value }) => value !== null).length;
  const open = [...snapshot.commitments.values()].filter(({ status }) => !['fulfilled', 'missed', 'waived'].includes(status ?? '')).length;
  return [
    { label: 'Until the summit', value: away === null ? 'No days set' : away < 0 ? 'Begun' : String(away), ...(away !== null && away >= 0 && { of: away === 1 ? 'day' : 'days' }), ...(first && { detail: first.date }), place: 'set-up' },
    { label: 'Seats taken', value: String(seatsUsed(snapshot)), ...(seatLimit !== null && { of: `of ${seatLimit}`, fraction: seatsUsed(snapshot) / seatLimit }), detail: `${expected.size} expected`, place: 'invitees' },
    { label: 'Replies', value: String(answered), of: `of ${sent} invited`, fraction: share(answered, sent), place: 'invitees' },
    { label: 'NDA coverage', value: doors.length === 0 ? '—' : `${Math.round(share(cleared, doors.length) * 100)} %`, fraction: share(cleared, doors.length), detail: `${doors.length} seats, ${counted(confidentialSessions(snapshot).length, 'session')} under NDA`, place: 'ndas' },
    { label: 'Meetings placed', value: String(placedCount), of: `of ${wanted.length}`, fraction: share(placedCount, wanted.length), place: 'meetings' },
    { label: 'Scores in', value: String(scored), detail: `${snapshot.nominations.size} nominations, ${snapshot.judges.size} judges`, place: 'awards' },
    { label: 'Commitments', value: String(open), of: `open of ${snapshot.commitments.size}`, place: 'commitments' },
  ];
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
