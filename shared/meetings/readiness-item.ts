import type { Place, Severity, Subject } from '../kernel/finding.ts';
import type { LocalDate } from '../kernel/time.ts';
import { dayOf } from '../summit/day.ts';
import type { Person } from './people.ts';
import type { Cure } from './readiness-cures.ts';
import type { MeetingRequest } from './request.ts';
import type { Whereabouts } from './whereabouts.ts';

/** What to look at before a run: a blocker leaves nothing to schedule, a warning leaves meetings unplaced, advice says what is assumed. */
export type ReadinessItem = {
  readonly rule: string;
  readonly severity: Severity;
  readonly text: string;
  /** Everyone or everything meant, by name. */
  readonly names: readonly string[];
  readonly place: Place;
  readonly subjects: readonly Subject[];
  readonly cures: readonly Cure[];
};

export type Rule = (where: Whereabouts, requests: readonly MeetingRequest[]) => readonly ReadinessItem[];

export function daysOf({ summit, time }: Whereabouts): LocalDate[] {
  return [...new Set(time.stretches.map(({ startsAt }) => dayOf(summit, startsAt)))];
}

export function ofRequests(where: Whereabouts, rule: string, severity: Severity, meant: readonly MeetingRequest[], text: (names: string, isOne: boolean) => string): ReadinessItem {
  const names = meant.map((request) => `${where.tables.partners.get(request.partner)?.name ?? 'A partner who is gone'} with ${hostName(where, request.host)}`);
  return item(rule, severity, text(listed(names), meant.length === 1), { names, subjects: meant.map(({ id }) => ({ table: 'requests', id })) });
}

export function item(rule: string, severity: Severity, text: string, more: Partial<ReadinessItem> = {}): ReadinessItem {
  return { rule, severity, text, names: [], place: 'meetings', subjects: [], cures: [], ...more };
}

export function about<Meant>(meant: readonly Meant[], tell: (meant: readonly Meant[]) => ReadinessItem): ReadinessItem[] {
  return meant.length > 0 ? [tell(meant)] : [];
}

/** `Ana, Ben and 4 more`; the item's names hold all of them. */
export function listed(names: readonly string[]): string {
  const [first = '', ...rest] = names.length > 3 ? [...names.slice(0, 2), `${names.length - 2} more`] : names;
  const last = rest.pop();
  return last === undefined ? first : `${[first, ...rest].join(', ')} and ${last}`;
}

export function hostName({ tables }: Whereabouts, id: MeetingRequest['host']): string {
  return tables.executives.get(id)?.name ?? 'a host who is gone';
}

export function personName({ tables }: Whereabouts, person: Person): string {
  return person.kind === 'executive' ? person.name : `${person.name} of ${tables.partners.get(person.partner)?.name ?? 'a partner who is gone'}`;
}
