import type { InvitationTable } from '../invitations/invitation.ts';
import { expectedPartners } from '../invitations/stage.ts';
import type { PlacementTable } from './placement.ts';
import type { MeetingRequest, RequestTable } from './request.ts';

/** Where a request stands. Only `open` and `placed` ones are scheduled. */
export type RequestState = 'withdrawn' | 'vetoed' | 'not-invited' | 'placed' | 'open';

/** Says where requests stand. Those of partners that are not invited stay visible and are not scheduled; nor are withdrawn ones, or those of two who are not to meet. */
export function requestStates(tables: RequestTable & InvitationTable & PlacementTable): (request: MeetingRequest) => RequestState {
  const invited = expectedPartners(tables);
  const placed = new Set([...tables.placements.values()].map(({ request }) => request));
  const vetoed = vetoes(tables);
  return (request) => {
    if (request.withdrawn) return 'withdrawn';
    if (vetoed(request)) return 'vetoed';
    if (![request.partner, ...request.guestPartners].every((partner) => invited.has(partner))) return 'not-invited';
    return placed.has(request.id) ? 'placed' : 'open';
  };
}

/** Says which request, if any, keeps one from being scheduled by a “no thanks” between one of its partners and one of its executives. */
export function vetoes({ requests }: RequestTable): (request: MeetingRequest) => MeetingRequest | null {
  const byPair = new Map<string, MeetingRequest>();
  for (const request of requests.values()) if (request.veto) byPair.set(`${request.partner} ${request.host}`, request);
  return (request) => {
    if (byPair.size === 0) return null;
    for (const partner of [request.partner, ...request.guestPartners]) {
      for (const host of [request.host, ...request.coHosts]) {
        const veto = byPair.get(`${partner} ${host}`);
        if (veto) return veto;
      }
    }
    return null;
  };
}

/** The requests that scheduling may place, in the order of their rows. */
export function schedulableRequests(tables: RequestTable & InvitationTable & PlacementTable): MeetingRequest[] {
  const stateOf = requestStates(tables);
  return [...tables.requests.values()].filter((request) => { const state = stateOf(request); return state === 'open' || state === 'placed'; });
}
