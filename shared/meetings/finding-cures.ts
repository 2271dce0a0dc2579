import { mayMove } from '../invitations/stage.ts';
import type { Finding } from '../kernel/finding.ts';
import type { ExecutiveId, RequestId } from '../kernel/ids.ts';
import { dayOf } from '../summit/day.ts';
import { hostLoads } from './load.ts';
import type { ChangingCure } from './readiness-cures.ts';
import type { Whereabouts } from './whereabouts.ts';

/** What mends a finding of the meetings in one undoable step, from the summit as it is now. None where only a planner can: the finding opens the record, whose inspector seeks cures of its own. */
export function findingCures(where: Whereabouts, { rule, subjects }: Pick<Finding, 'rule' | 'subjects'>): ChangingCure[] {
  const requests = subjects.flatMap(({ table, id }) => (table === 'requests' && where.tables.requests.has(id as RequestId) ? [id as RequestId] : []));
  if (rule === 'host-asked-beyond-limit') return subjects.flatMap(({ id }) => higherLimit(where, id as ExecutiveId));
  if (requests.length === 0) return [];
  switch (rule) {
    case 'request-without-priority': return [{ kind: 'set-priority', requests }];
    case 'request-without-length': return [{ kind: 'set-length', requests }];
    case 'request-days-outside-summit':
    case 'request-day-outside-summit': return [{ kind: 'any-day', requests }];
    case 'requests-not-invited': return invitable(where, requests);
    default: return rule.startsWith('meeting-') && requests.some((id) => where.meetingOf(id)?.placement.pinned) ? [{ kind: 'unpin', requests }] : [];
  }
}

/** The daily limit under which everything asked of a host fits; none where the limit of the whole summit is what binds. */
function higherLimit(where: Whereabouts, host: ExecutiveId): ChangingCure[] {
  const load = hostLoads(where).find((one) => one.host === host);
  const executive = where.tables.executives.get(host);
  const days = new Set(where.time.stretches.map(({ startsAt }) => dayOf(where.summit, startsAt))).size;
  if (!load || !executive || executive.maxMeetingsPerDay === null || days === 0 || load.asked <= executive.maxMeetingsPerDay * days) return [];
  return [{ kind: 'raise-limit', executive: host, limit: Math.ceil(load.asked / days) }];
}

function invitable({ tables }: Whereabouts, requests: readonly RequestId[]): ChangingCure[] {
  const partners = new Set(requests.map((id) => tables.requests.get(id)?.partner));
  const invitations = [...tables.invitations.values()].filter(({ partner, stage }) => partners.has(partner) && mayMove(stage, 'approved')).map(({ id }) => id);
  return invitations.length > 0 ? [{ kind: 'approve', invitations }] : [];
}
