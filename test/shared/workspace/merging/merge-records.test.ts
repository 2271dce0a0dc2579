import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apply, inverse, together } from '#shared/kernel/change.ts';
import { type ContactId, mintFrom, type PartnerId } from '#shared/kernel/ids.ts';
import { seeded } from '#shared/kernel/random.ts';
import { valueOf } from '#shared/kernel/result.ts';
import { damageOf } from '#shared/workspace/integrity.ts';
import { mergeFields, type MergeTable } from '#shared/workspace/merging/fields.ts';
import { mergeRecords } from '#shared/workspace/merging/merge-records.ts';
import type { Snapshot } from '#shared/workspace/snapshot.ts';
import { anySnapshot } from '#test/support/any-snapshot.ts';
import { bigSummit } from '#test/support/big-summit.ts';

function mint() {
  const random = seeded(9);
  return mintFrom(() => random.below(256), () => 1_800_000_000_000);
}

/** Ids that stand anywhere in the tables but in the memory of decisions, whose business is what is gone. */
function mentions({ lookAlikes: _, ...tables }: Snapshot, id: string): boolean {
  return JSON.stringify(Object.values(tables).map((rows) => [...(rows as ReadonlyMap<string, unknown>).values()])).includes(`"${id}"`);
}

describe('a merge', () => {
  test('leaves nothing that names the record that went, and damages nothing; one undo brings everything back deeply equal', () => {
    let merged = 0;
    fc.assert(fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.constantFrom<MergeTable>('partners', 'contacts'), (seed, table) => {
      const before = anySnapshot(seed, 7);
      const ids = seeded(seed).shuffled([...before[table].keys()] as string[]);
      const [keep, gone] = ids;
      if (keep === undefined || gone === undefined) return;
      const take = mergeFields[table].filter((_, index) => (seed >> index % 16) % 2 === 1);
      const outcome = mergeRecords(before, { table, keep, gone, take }, mint());
      const { change } = valueOf(outcome);
      const after = apply(before, change.edits);
      expect([mentions(after, gone), after[table].has(keep as never)]).toEqual([false, true]);
      expect(damageOf(after)).toEqual([]);
      expect(apply(after, inverse(change).edits)).toEqual(before);
      merged++;
    }), { numRuns: 120 });
    expect(merged).toBeGreaterThan(90);
  });

  test('of two partners of a big summit keeps every request, meeting, NDA and invitation that both may have', () => {
    const before = bigSummit();
    const [keep, gone] = ['partner-000', 'partner-001'] as PartnerId[] as [PartnerId, PartnerId];
    const { change, moved, told } = valueOf(mergeRecords(before, { table: 'partners', keep, gone, take: [] }, mint()));
    const after = apply(before, change.edits);
    const hosts = (tables: Snapshot) => new Set([...tables.requests.values()].filter(({ partner }) => partner === keep || partner === gone).map(({ host }) => host));
    expect(hosts(after)).toEqual(hosts(before));
    expect([...after.requests.values()].filter(({ partner }) => partner === keep).length).toBe(hosts(after).size);
    expect([...after.invitations.values()].filter(({ partner }) => partner === keep)).toHaveLength(1);
    expect([...after.contacts.values()].filter(({ partner }) => partner === keep)).toHaveLength(6);
    expect(moved.contacts).toBe(3);
    expect(told.length).toBeGreaterThan(0);
  });

  test('joined with another into one change is undone as one', () => {
    const before = bigSummit();
    const first = valueOf(mergeRecords(before, { table: 'partners', keep: 'partner-000', gone: 'partner-001', take: ['name', 'performance.health'] }, mint()));
    const middle = apply(before, first.change.edits);
    const second = valueOf(mergeRecords(middle, { table: 'contacts', keep: 'contact-000-0', gone: 'contact-001-0', take: ['email'] }, mint()));
    const all = together('Both', [first.change, second.change]);
    const after = apply(before, all.edits);
    expect(after).toEqual(apply(middle, second.change.edits));
    expect(apply(after, inverse(all).edits)).toEqual(before);
  });

  test('takes the chosen fields from the record that goes, and remembers the names that were given up', () => {
    const before = bigSummit();
    const { change } = valueOf(mergeRecords(before, { table: 'partners', keep: 'partner-000', gone: 'partner-001', take: ['name', 'performance.health'] }, mint()));
    const after = apply(before, change.edits);
    const [mine, theirs] = [before.partners.get('partner-000' as PartnerId), before.partners.get('partner-001' as PartnerId)];
    expect(after.partners.get('partner-000' as PartnerId)).toEqual({ ...mine, name: theirs?.name, performance: { ...mine?.performance, health: theirs?.performance.health } });
    expect([...after.lookAlikes.values()].map(({ id: _, ...row }) => row)).toEqual([{ of: 'partners', decision: 'merged', one: 'partner-000', other: 'partner-001', code: 'A1001', name: mine?.name, email: null }]);
    expect(change.label).toBe(`Merge ${theirs?.name} into ${theirs?.name}`);
  });

  test('is refused for a record that is gone, for one record, and for a field that is none', () => {
    const summit = bigSummit();
    const code = (keep: string, gone: string, take: string[] = []) => { const outcome = mergeRecords(summit, { table: 'contacts', keep, gone, take }, mint()); return outcome.ok ? 'taken' : outcome.problem.code; };
    expect([code('contact-000-0', 'nobody'), code('contact-000-0', 'contact-000-0'), code('contact-000-0', 'contact-000-1', ['id'])]).toEqual(['record-is-gone', 'same-record', 'no-such-field']);
  });
});

describe('what two records both have', () => {
  const base = bigSummit();
  const [keep, gone] = ['partner-000', 'partner-001'] as PartnerId[] as [PartnerId, PartnerId];
  const merge = (before: Snapshot) => apply(before, valueOf(mergeRecords(before, { table: 'partners', keep, gone, take: [] }, mint())).change.edits);

  test('rivals that turn out to be one are no rivals any more, and other rivals stay', () => {
    const with_ = (id: PartnerId, keepApart: PartnerId[]) => [id, { ...base.partners.get(id), keepApart }] as never;
    const after = merge({ ...base, partners: new Map([...base.partners, with_(keep, [gone]), with_(gone, [keep, 'partner-005' as PartnerId])]) });
    expect(after.partners.get(keep)?.keepApart).toEqual(['partner-005']);
  });

  test('of two invitations the one further along stands, with the seats of the larger', () => {
    const mine = [...base.invitations.values()].filter(({ partner }) => partner === keep || partner === gone);
    const [first, second] = mine;
    if (!first || !second) throw new Error('no invitations');
    const after = merge({ ...base, invitations: new Map([...base.invitations, [first.id, { ...first, stage: 'shortlisted', seats: 5, approver: '' }], [second.id, { ...second, stage: 'registered', seats: 2, approver: 'Eve' }]]) });
    expect([...after.invitations.values()].filter(({ partner }) => partner === keep)).toEqual([{ ...second, partner: keep, stage: 'registered', seats: 5, approver: 'Eve' }]);
  });

  test('people who were both required and welcome are required', () => {
    const [request] = [...base.requests.values()].filter(({ partner }) => partner === keep);
    if (!request) throw new Error('no request');
    const people: [ContactId, ContactId] = ['contact-000-0' as ContactId, 'contact-000-1' as ContactId];
    const before: Snapshot = { ...base, requests: new Map([...base.requests, [request.id, { ...request, attendees: [people[0]], optionalAttendees: [people[1]] }]]) };
    const after = apply(before, valueOf(mergeRecords(before, { table: 'contacts', keep: people[1], gone: people[0], take: [] }, mint())).change.edits);
    expect([after.requests.get(request.id)?.attendees, after.requests.get(request.id)?.optionalAttendees]).toEqual([[people[1]], []]);
  });
});
