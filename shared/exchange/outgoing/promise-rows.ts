import type { PartnerId } from '#shared/kernel/ids.ts';
import { fullName } from '#shared/partners/contact.ts';
import type { Snapshot } from '#shared/workspace/snapshot.ts';
import { dateCell, listCell, type FieldRow } from './cells.ts';

export function promiseRows(snapshot: Snapshot): Record<'meeting_requests' | 'award_categories' | 'nominations' | 'judges' | 'scores' | 'commitments', FieldRow[]> {
  const { partners, executives, contacts, categories, nominations, judges } = snapshot;
  const account = (id: PartnerId) => ({ account_id: partners.get(id)?.accountId ?? null, account_name: partners.get(id)?.name ?? null });
  const named = <Id>(ids: readonly Id[], rows: ReadonlyMap<Id, { readonly name: string }>) => ids.flatMap((id) => rows.get(id)?.name ?? []);
  return {
    meeting_requests: [...snapshot.requests.values()].filter(({ withdrawn }) => withdrawn === null).map((request) => ({
      request_id: request.code || request.id, ...account(request.partner), host: executives.get(request.host)?.email ?? executives.get(request.host)?.name ?? null, side: request.side, priority: request.priority, topic: request.topic,
      duration: request.durationMinutes, confidential: request.confidential, preferred_day: dateCell(request.preferredDay), part_of_day: request.partOfDay,
      attendees: listCell([...request.attendees.flatMap((id) => { const person = contacts.get(id); return person === undefined ? [] : [fullName(person)]; }), ...request.attendeeNames]),
      planner_weight: request.weight, co_hosts: listCell(named(request.coHosts, executives)), other_partners: listCell(named(request.guestPartners, partners)),
      optional_attendees: listCell(request.optionalAttendees.flatMap((id) => { const person = contacts.get(id); return person === undefined ? [] : [fullName(person)]; })), optional_hosts: listCell(named(request.optionalHosts, executives)),
      allowed_days: listCell(request.allowedDays), allowed_part: request.allowedPart, allowed_rooms: listCell(named(request.allowedRooms, snapshot.rooms)),
      no_thanks: request.veto === null ? null : `${request.veto.side}: ${request.veto.reason}`,
    })),
    award_categories: [...categories.values()].flatMap(({ name, eligibility, criteria }) => criteria.map((criterion) => ({
      category: name, criterion: criterion.name, weight: Number((criterion.weight / 100).toFixed(8)), description: criterion.description, eligibility,
    }))),
    nominations: [...nominations.values()].map((nomination) => ({
      nomination_id: nomination.code || nomination.id, category: categories.get(nomination.category)?.name ?? null, ...account(nomination.partner), nominator: nomination.nominator, nominator_side: nomination.nominatorSide,
      citation: nomination.citation, submitted: dateCell(nomination.submittedOn), status: nomination.status,
    })),
    judges: [...judges.values()].map(({ name, email, affiliation, role }) => ({ name, email, affiliation, role })),
    scores: [...snapshot.scores.values()].map(({ judge, nomination, criterion, value, comment }) => ({
      judge: judges.get(judge)?.email ?? judges.get(judge)?.name ?? null, nomination_id: nominations.get(nomination)?.code || nomination, criterion, score: value, comment,
    })),
    commitments: [...snapshot.commitments.values()].map((commitment) => ({
      commitment_id: commitment.code || commitment.id, ...account(commitment.partner), side: commitment.side, type: commitment.type, description: commitment.description,
      amount: commitment.money !== null ? commitment.money.hundredths / 100 : commitment.amountWithoutCurrency === null ? null : commitment.amountWithoutCurrency / 100, currency: commitment.money?.currency ?? null,
      due: dateCell(commitment.dueOn), vendor_owner: commitment.vendorOwner, partner_owner: commitment.partnerOwner, status: commitment.status,
    })),
  };
}
