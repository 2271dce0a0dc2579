import type { ExecutiveId } from '../kernel/ids.ts';
import { folded } from '../kernel/text.ts';
import type { MeetingRequest } from './request.ts';
import type { Whereabouts } from './whereabouts.ts';

/** Executives with whom the partner has no request of its own, those whose topics fit first, then those with the fewest meetings. */
export function otherHosts({ tables, meetings }: Whereabouts, request: MeetingRequest): ExecutiveId[] {
  const asked = new Set([...tables.requests.values()].filter(({ partner, withdrawn }) => partner === request.partner && withdrawn === null).flatMap(({ host, coHosts, optionalHosts }) => [host, ...coHosts, ...optionalHosts]));
  const topic = folded(request.topic);
  const fits = (topics: readonly string[]) => topic !== '' && topics.some((one) => folded(one) !== '' && (topic.includes(folded(one)) || folded(one).includes(topic)));
  const load = (id: ExecutiveId) => meetings.filter((meeting) => meeting.request.host === id).length;
  return [...tables.executives.values()].filter(({ id }) => !asked.has(id))
    .map(({ id, topics }) => ({ id, fits: fits(topics), load: load(id) }))
    .sort((a, b) => Number(b.fits) - Number(a.fits) || a.load - b.load).map(({ id }) => id);
}
