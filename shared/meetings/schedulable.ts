import type { Invitation, InvitationStage, InvitationTable } from '../invitations/invitation.ts';
import type { PartnerId } from '../kernel/ids.ts';
import type { PlacementTable } from './placement.ts';
import type { MeetingRequest, RequestTable } from './request.ts';

/** Where a request stands. Only `open` and `placed` ones are scheduled. */
export type RequestState = 'withdrawn' | 'not-invited' | 'placed' | 'open';

/** The stages at which a partner is to be given meetings: from the decision to invite it until it says no. */
const attending: readonly InvitationStage[] = ['approved', 'invited', 'accepted', 'registered', 'confirmed', 'attended'];

/** Partners that come, as far as their invitations say. */
export function invitedPartners({ invitations }: InvitationTable): Set<PartnerId> {
  return new Set([...invitations.values()].filter(isAttending).map(({ partner }) => partner));
}

export function isAttending({ stage }: Pick<Invitation, 'stage'>): boolean {
  return attending.includes(stage);
}

/** Says where requests stand. Those of partners that are not invited stay visible and are not scheduled; nor are withdrawn ones. */
export function requestStates(tables: InvitationTable & PlacementTable): (request: MeetingRequest) => RequestState {
  const invited = invitedPartners(tables);
  const placed = new Set([...tables.placements.values()].map(({ request }) => request));
  return ({ id, partner, withdrawn }) => {
    if (withdrawn) return 'withdrawn';
    if (!invited.has(partner)) return 'not-invited';
    return placed.has(id) ? 'placed' : 'open';
  };
}

/** The requests that scheduling may place, in the order of their rows. */
export function schedulableRequests(tables: RequestTable & InvitationTable & PlacementTable): MeetingRequest[] {
  const stateOf = requestStates(tables);
  return [...tables.requests.values()].filter((request) => { const state = stateOf(request); return state === 'open' || state === 'placed'; });
}
