import { counted } from '../../kernel/text.ts';
import { type MeetingRequest, priorities } from '../../meetings/request.ts';
import type { Draft } from './draft.ts';
import { repoint } from './repoint.ts';

/**
 * Two requests between the same partner and host are one meeting. The placed one stands, of two placed or two open ones that of the kept
 * partner; it takes the higher priority, the people of both and a veto of either. A place that is given up is told.
 */
export function uniteRequests(draft: Draft, kept: string, gone: string): void {
  const { before, after, told } = draft;
  const placed = new Set<string>([...after.placements.values()].map(({ request }) => request));
  const mine = [...after.requests.values()].filter(({ partner }) => partner === kept);
  const moved = mine.filter(({ id }) => before.requests.get(id)?.partner === gone);
  const open = mine.filter((request) => !moved.includes(request));
  let [united, freed] = [0, 0];
  for (const request of moved) {
    const at = open.findIndex(({ host, withdrawn }) => host === request.host && (withdrawn === null) === (request.withdrawn === null));
    const known = at < 0 ? undefined : open.splice(at, 1)[0];
    if (known === undefined) continue;
    const [stands, goes] = placed.has(request.id) && !placed.has(known.id) ? [request, known] : [known, request];
    const spare = [...after.placements.values()].filter((placement) => placement.request === goes.id);
    for (const { id } of spare) after.placements.delete(id);
    freed += spare.length;
    after.requests.delete(goes.id);
    after.requests.set(stands.id, joined(stands, goes));
    repoint(draft, 'requests', goes.id, stands.id);
    united++;
  }
  for (const request of after.requests.values()) {
    if (request.partner === kept && request.guestPartners.includes(request.partner)) after.requests.set(request.id, { ...request, guestPartners: request.guestPartners.filter((guest) => guest !== request.partner) });
  }
  if (united > 0) told.push(`${counted(united, 'request')} with the same host become${united === 1 ? 's' : ''} part of the one that stands.`);
  if (freed > 0) told.push(`${counted(freed, 'meeting')} held twice ${freed === 1 ? 'gives' : 'give'} up the second place.`);
}

/** People who must be in the room are not merely welcome. */
export function onlyOnceInvited({ after }: Draft, contact: string): void {
  for (const request of after.requests.values()) {
    if (request.attendees.some((id) => id === contact) && request.optionalAttendees.some((id) => id === contact)) after.requests.set(request.id, { ...request, optionalAttendees: request.optionalAttendees.filter((id) => id !== contact) });
  }
}

function joined(stands: MeetingRequest, goes: MeetingRequest): MeetingRequest {
  const both = <Item>(one: readonly Item[], other: readonly Item[]) => [...new Set([...one, ...other])];
  const rank = ({ priority }: MeetingRequest) => (priority === null ? priorities.length : priorities.indexOf(priority));
  const attendees = both(stands.attendees, goes.attendees);
  const coHosts = both(stands.coHosts, goes.coHosts);
  return {
    ...stands, code: stands.code || goes.code, priority: rank(goes) < rank(stands) ? goes.priority : stands.priority, weight: stands.weight ?? goes.weight, topic: stands.topic || goes.topic,
    side: stands.side === null || goes.side === null || stands.side === goes.side ? (stands.side ?? goes.side) : 'both', durationMinutes: stands.durationMinutes ?? goes.durationMinutes, confidential: stands.confidential || goes.confidential,
    attendees, attendeeNames: both(stands.attendeeNames, goes.attendeeNames), optionalAttendees: both(stands.optionalAttendees, goes.optionalAttendees).filter((id) => !attendees.includes(id)),
    coHosts, optionalHosts: both(stands.optionalHosts, goes.optionalHosts).filter((id) => !coHosts.includes(id)), guestPartners: both(stands.guestPartners, goes.guestPartners),
    preferredDay: stands.preferredDay ?? goes.preferredDay, partOfDay: stands.partOfDay ?? goes.partOfDay, veto: stands.veto ?? goes.veto,
  };
}
