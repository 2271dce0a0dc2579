import type { ConflictLink } from '#shared/awards/conflicts.ts';
import type { NominationStatus } from '#shared/awards/nominate.ts';
import { nominationStatuses } from '#shared/awards/nomination.ts';
import type { LeftOut } from '#shared/awards/scoring.ts';
import type { TieBreak } from '#shared/awards/tie-break.ts';
import { dateOf, type Instant, timeOf, wallClock } from '#shared/kernel/time.ts';
import type { Snapshot } from '#shared/workspace/snapshot.ts';
import { dateWords } from '#renderer/ui/data-table/cell-text.ts';

export const statusTitles: Readonly<Record<NominationStatus, string>> = {
  draft: 'Draft', submitted: 'Submitted', screened_out: 'Screened out', eligible: 'Eligible', in_judging: 'In judging', withdrawn: 'Withdrawn', disqualified: 'Disqualified',
};

/** What a step is called on its button. */
export const stepTitles: Readonly<Record<NominationStatus, string>> = {
  draft: 'Back to draft', submitted: 'Submit', screened_out: 'Screen out', eligible: 'Accept as eligible', in_judging: 'Send to judges', withdrawn: 'Withdraw', disqualified: 'Disqualify',
};

export const statusChoices = nominationStatuses.map((value) => ({ value, label: statusTitles[value] }));
export const nominatorSideChoices = [{ value: 'self', label: 'The partner itself' }, { value: 'third_party', label: 'Somebody else' }, { value: 'vendor', label: 'The vendor' }];
export const roleChoices = [{ value: 'judge', label: 'Judge' }, { value: 'chair', label: 'Chair' }];

/** How a judge is bound to a nominee, as the end of a sentence about the judge. */
export const linkTitles: Readonly<Record<ConflictLink, string>> = { employer: 'Works for the nominee', cam: 'Is its account manager', 'vendor-sponsor': 'Is its sponsor at the vendor', 'partner-sponsor': 'Is the sponsor on its side' };
export const offTitles: Readonly<Record<LeftOut['why'], string>> = { employer: 'Works for the nominee', recused: 'Recused', abstained: 'Abstained' };

export const tieBreakTitles: Readonly<Record<TieBreak, string>> = {
  'weightiest-criterion': 'Tied; the weightiest criterion decides', 'first-places': 'Tied; first places decide', chair: 'Tied; the chair decides', none: 'Tied, undecided',
};

/** `Tue, 23 Mar 2027, 19:00` at the venue. */
export function momentWords(at: Instant, zone: string): string {
  const clock = wallClock(at, zone);
  return `${dateWords(dateOf(clock))}, ${timeOf(clock)}`;
}

export function scoreWords(value: number | null): string {
  return value === null ? '' : value.toFixed(2);
}

export function categoryChoices({ categories }: Pick<Snapshot, 'categories'>) {
  return [...categories.values()].map(({ id, name }) => ({ value: id as string, label: name }));
}

/** Sessions of awards first, then the others in order of time. */
export function sessionChoices({ sessions }: Pick<Snapshot, 'sessions'>) {
  const key = ({ kind, title, startsAt }: { kind: string | null; title: string; startsAt: string | null }) => `${/award|gala/i.test(`${kind ?? ''} ${title}`) ? 0 : 1}${startsAt ?? '9'}`;
  return [...sessions.values()].sort((a, b) => (key(a) < key(b) ? -1 : 1)).map(({ id, title, startsAt }) => ({ value: id as string, label: startsAt === null ? title : `${title}, ${startsAt.slice(5).replace('T', ' ')}` }));
}
