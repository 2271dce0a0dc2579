import { describe, expect, test } from 'vitest';
import { apply } from '#shared/kernel/change.ts';
import type { ExecutiveId, PartnerId } from '#shared/kernel/ids.ts';
import { hostLoads } from '#shared/meetings/load.ts';
import { handOverChange, handOvers } from '#shared/meetings/relief.ts';
import { whereabouts } from '#shared/meetings/whereabouts.ts';
import type { Snapshot } from '#shared/workspace/snapshot.ts';
import { aSummit, on } from '#test/support/meeting-builders.ts';

const partners = ['Acme', 'Bolt', 'Cedar'].map((name) => ({ name }));
const of = (partner: number) => ({ partner: `partner-${partner}` as PartnerId });
const short = { unavailable: [{ startsAt: on('13:30'), endsAt: on('14:45') }] };
const ana = ['exec-1' as ExecutiveId];
const where = (snapshot: Snapshot) => whereabouts(snapshot, () => true);

/** Who is host of which request once everything is handed over, and who is still asked for too much. */
function relieved(rows: Parameters<typeof aSummit>[0], hosts = ana): { readonly hosts: string[]; readonly beyond: string[] } {
  const snapshot = aSummit({ partners, ...rows });
  const after = apply(snapshot, handOverChange(snapshot, handOvers(where(snapshot), hosts)).edits);
  return { hosts: [...after.requests.values()].map(({ host }) => host), beyond: hostLoads(where(after)).filter(({ askedMinutes, freeMinutes }) => askedMinutes > freeMinutes).map(({ host }) => host) };
}

describe('requests that one host cannot hold', () => {
  test('go to another host, the least important first and no more than are too many', () => {
    expect(relieved({ executives: [{ name: 'Ana', ...short }, { name: 'Ben' }], requests: [{ ...of(1), priority: 'should' }, { ...of(2), priority: 'could' }] })).toEqual({ hosts: ['exec-1', 'exec-2'], beyond: [] });
  });
  test('go to a host whose topics fit before one who has as much time', () => {
    expect(relieved({ executives: [{ name: 'Ana', ...short }, { name: 'Ben' }, { name: 'Cleo', topics: ['Cloud'] }], requests: [of(1), { ...of(2), priority: 'could', topic: 'Cloud growth' }] }).hosts).toEqual(['exec-1', 'exec-3']);
  });
  test('stay where the partner asks for the other host already, where it has no time or no meetings left, and where a must is what is too much', () => {
    const two = [{ ...of(1), priority: 'should' as const }, { ...of(2), priority: 'could' as const }];
    expect(relieved({ executives: [{ name: 'Ana', ...short }, { name: 'Ben' }], requests: [{ ...of(1), priority: 'must' }, { ...of(2), priority: 'could' }, { ...of(2), host: 'exec-2' as ExecutiveId }] }).hosts).toEqual(['exec-1', 'exec-1', 'exec-2']);
    expect(relieved({ executives: [{ name: 'Ana', ...short }, { name: 'Ben', ...short }], requests: [...two, { ...of(3), host: 'exec-2' as ExecutiveId }] })).toEqual({ hosts: ['exec-1', 'exec-1', 'exec-2'], beyond: ['exec-1'] });
    expect(relieved({ executives: [{ name: 'Ana', ...short }, { name: 'Ben', maxMeetings: 0 }], requests: two }).hosts).toEqual(['exec-1', 'exec-1']);
  });
  test('all go, a must too, where the host is not there at all', () => {
    expect(relieved({ executives: [{ name: 'Ana', unavailable: [{ startsAt: on('08:00'), endsAt: on('18:00') }] }, { name: 'Ben' }], requests: [{ ...of(1), priority: 'must' }, of(2)] })).toEqual({ hosts: ['exec-2', 'exec-2'], beyond: [] });
  });
  test('never give one partner the same new host twice', () => {
    expect(relieved({ executives: [{ name: 'Ana', unavailable: [{ startsAt: on('08:00'), endsAt: on('18:00') }] }, { name: 'Ben' }], requests: [{ ...of(1), topic: 'A' }, { ...of(1), topic: 'B' }] }).hosts).toEqual(['exec-2', 'exec-1']);
  });
});
