import type { RequestId } from '#shared/kernel/ids.ts';
import { counted, grouped } from '#shared/kernel/text.ts';
import type { Whereabouts } from '#shared/meetings/whereabouts.ts';
import type { Found, Sample } from './schedule-task.ts';
import { hostName, partnerName } from './select.ts';

/** How far a plan may be from the best there is. */
export function gapWords(weight: number, bound: number): string {
  if (weight >= bound) return `weight ${grouped(weight)}, the most there can be`;
  return `weight ${grouped(weight)} of at most ${grouped(bound)} (gap ${gapPercent(weight, bound)})`;
}

export function gapPercent(weight: number, bound: number): string {
  return `${(((bound - weight) / Math.max(1, bound)) * 100).toFixed(1)} %`;
}

const phases: Readonly<Record<Sample['phase'], string>> = {
  'first-plan': 'Making a first plan', 'raising-weight': 'Placing more, and more important meetings', bounding: 'Finding the bound that no plan can beat',
  proving: 'Closing the gap between plan and bound', arranging: 'Arranging: fewer breaks, more wishes met, with the weight kept',
};

export function phaseWords(phase: Sample['phase']): string {
  return phases[phase];
}

/** How good a plan is, in one sentence anyone understands. */
export function verdict({ proven, weight, bound, placed, requests, isCutShort }: { readonly proven: boolean; readonly weight: number; readonly bound: number; readonly placed: number; readonly requests: number; readonly isCutShort: boolean }): string {
  if (placed === requests) return `Everything is placed: all ${counted(requests, 'meeting')}.`;
  if (proven) return 'Proven: no plan can place more, counted by priority.';
  const gap = `At most ${gapPercent(weight, bound)} below the best there can be`;
  return isCutShort ? `${gap}; the search was stopped early.` : `${gap}; more time may close the gap.`;
}

/** As many are named as one reads at a glance. */
const mostNamed = 6;

/** Which of the meetings that must be held stand against each other. */
export function coreWords(where: Whereabouts, core: readonly string[]): string {
  const names = core.flatMap((id) => { const request = where.tables.requests.get(id as RequestId); return request ? [`${partnerName(where, request)} with ${hostName(where, request.host)}`] : []; });
  if (names.length === 1) return `${names[0]} must be held, but has no possible time: ask why not on the board.`;
  const more = names.length > mostNamed ? `, and ${names.length - mostNamed} more` : '';
  return `These ${counted(names.length, 'must')} cannot all be held: ${names.slice(0, mostNamed).join('; ')}${more}. Free some time, another host or a room, or make one of them a should.`;
}

/** What it cost that nobody invited goes without a meeting. */
export function coverageWords(where: Whereabouts, { weightGivenUp, people }: NonNullable<Found['coverage']>): string {
  const names = new Map([...where.tables.requests.values()].flatMap((request) => where.peopleOf(request)).map(({ key, name }) => [key as string, name]));
  const more = people.length > mostNamed ? ` and ${people.length - mostNamed} more` : '';
  const all = `${people.slice(0, mostNamed).map((key) => names.get(key) ?? 'somebody').join(', ')}${more}`;
  if (weightGivenUp === 0) return `Meetings were exchanged at equal weight so that ${all} ${people.length === 1 ? 'meets' : 'meet'} somebody.`;
  return `Weight ${weightGivenUp} is given up so that ${all} ${people.length === 1 ? 'meets' : 'meet'} somebody.`;
}
