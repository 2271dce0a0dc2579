import type { InvitationTable } from '../invitations/invitation.ts';
import { expectedPartners } from '../invitations/stage.ts';
import type { PlacementTable } from './placement.ts';
import type { MeetingRequest, RequestTable } from './request.ts';

/** Where a request stands. Only `open` and `placed` ones are scheduled. */
export type RequestState = 'withdrawn' | 'not-invited' | 'placed' | 'open';

/** Says where requests stand. Those of partners that are not invited stay visible and are not scheduled; nor are withdrawn ones. */
export function requestStates(tables: InvitationTable & PlacementTable): (request: MeetingRequest) => RequestState {
  const invited = expectedPartners(tables);
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
