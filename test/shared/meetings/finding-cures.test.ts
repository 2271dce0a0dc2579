import { describe, expect, test } from 'vitest';
import { apply } from '#shared/kernel/change.ts';
import type { PartnerId } from '#shared/kernel/ids.ts';
import { valueOf } from '#shared/kernel/result.ts';
import type { LocalDate } from '#shared/kernel/time.ts';
import { findingCures } from '#shared/meetings/finding-cures.ts';
import { findings } from '#shared/meetings/findings.ts';
import { cureChange, cureLabel } from '#shared/meetings/readiness-cures.ts';
import { whereabouts } from '#shared/meetings/whereabouts.ts';
import { aSummit, on } from '#test/support/meeting-builders.ts';

const contacts = [{ givenName: 'Lea', role: 'Delegate' as const }, { givenName: 'Bo', role: 'Delegate' as const, partner: 'partner-2' as PartnerId }];
const ofBolt = { partner: 'partner-2' as PartnerId };
const note = { on: '2027-03-01' as LocalDate, who: 'Planner', why: '' };

/** The cures of one rule by what their buttons say, and the rules that still have something to say once the first is taken. */
function cured(rows: Parameters<typeof aSummit>[0], rule: string): { readonly labels: string[]; readonly left: boolean } {
  const summit = aSummit({ contacts, ...rows });
  const [finding] = findings(summit, () => true).filter((one) => one.rule === rule);
  if (!finding) throw new Error(`nothing is found by ${rule}`);
  const [first, ...rest] = findingCures(whereabouts(summit, () => true), finding);
  if (!first) return { labels: [], left: true };
  const after = apply(summit, valueOf(cureChange(summit, first, note)).edits);
  return { labels: [first, ...rest].map((cure) => cureLabel(summit, cure)), left: findings(after, () => true).some((one) => one.rule === rule) };
}

describe('the cure of a finding of the meetings', () => {
  test('raises the limit of a host by as much as is asked for', () => {
    expect(cured({ executives: [{ name: 'Ana', maxMeetingsPerDay: 1 }], requests: [{}, ofBolt] }, 'host-asked-beyond-limit')).toEqual({ labels: ['Raise the limit to 2 a day'], left: false });
  });
  test('is none where the limit of the whole summit is what binds', () => {
    expect(cured({ executives: [{ name: 'Ana', maxMeetings: 1 }], requests: [{}, ofBolt] }, 'host-asked-beyond-limit')).toEqual({ labels: [], left: true });
  });
  test('sets what a request leaves open', () => {
    expect(cured({ requests: [{ priority: null }] }, 'request-without-priority')).toEqual({ labels: ['Set “should”'], left: false });
    expect(cured({ requests: [{ durationMinutes: null }] }, 'request-without-length')).toEqual({ labels: ['Set 30 minutes'], left: false });
  });
  test('takes days off a request that are none of the summit', () => {
    expect(cured({ requests: [{ allowedDays: ['2027-04-01' as LocalDate] }] }, 'request-days-outside-summit')).toEqual({ labels: ['Allow any day'], left: false });
    expect(cured({ requests: [{ preferredDay: '2027-04-01' as LocalDate }] }, 'request-day-outside-summit')).toEqual({ labels: ['Allow any day'], left: false });
  });
  test('unpins a meeting that clashes, so that the schedule can move it', () => {
    const away = { name: 'Ana', unavailable: [{ startsAt: on('13:00'), endsAt: on('14:30') }] };
    expect(cured({ executives: [away], requests: [{}], placements: [{ pinned: true }] }, 'meeting-person-away')).toEqual({ labels: ['Unpin it'], left: true });
  });
});
