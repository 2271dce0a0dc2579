import { type Change, change, set } from '../kernel/change.ts';
import type { ExecutiveId, RequestId } from '../kernel/ids.ts';
import { counted } from '../kernel/text.ts';
import { hostLoads } from './load.ts';
import { otherHosts } from './other-hosts.ts';
import { lengthOf, type RequestTable, weightOf } from './request.ts';
import type { Whereabouts } from './whereabouts.ts';

/** A request, and who could be its host instead. */
export type HandOver = { readonly request: RequestId; readonly host: ExecutiveId };

/**
 * Of the hosts who are asked for more minutes than they are free, as many requests as are too many, each for another host with minutes and
 * meetings to spare: one whose topics fit before others, none whom the partner asks for already. What has a place stays; the least important
 * go first, and a must goes only if its host is not there at all.
 */
export function handOvers(where: Whereabouts, hosts: readonly ExecutiveId[]): HandOver[] {
  const loads = new Map(hostLoads(where).map((load) => [load.host, load]));
  const spare = new Map([...loads].map(([host, { freeMinutes, askedMinutes, limit, asked }]) => [host, { minutes: freeMinutes - askedMinutes, meetings: limit === null ? Infinity : limit - asked }]));
  const given = new Set<string>();
  return hosts.flatMap((host) => {
    const { askedMinutes, freeMinutes } = loads.get(host) ?? { askedMinutes: 0, freeMinutes: 0 };
    let tooMany = askedMinutes - freeMinutes;
    const waiting = [...where.tables.requests.values()].filter((request) => request.host === host && where.stateOf(request) === 'open' && (freeMinutes === 0 || request.priority !== 'must'));
    return waiting.sort((a, b) => weightOf(a) - weightOf(b)).flatMap((request): HandOver[] => {
      const minutes = lengthOf(request);
      const other = tooMany <= 0 ? undefined : otherHosts(where, request).find((id) => (spare.get(id)?.minutes ?? 0) >= minutes && (spare.get(id)?.meetings ?? 0) >= 1 && !given.has(`${id} ${request.partner}`));
      const taken = other && spare.get(other);
      if (!taken) return [];
      tooMany -= minutes;
      taken.minutes -= minutes;
      taken.meetings -= 1;
      given.add(`${other} ${request.partner}`);
      return [{ request: request.id, host: other }];
    });
  });
}

/** The hand-overs as one step. */
export function handOverChange({ requests }: RequestTable, overs: readonly HandOver[]): Change {
  return change(`Hand over ${counted(overs.length, 'request')}`, overs.flatMap(({ request: id, host }) => { const request = requests.get(id); return request ? [set('requests', request, { host })] : []; }));
}
