import { expect, test } from 'vitest';
import { readerLists } from '#shared/exchange/outgoing/reader-lists.ts';
import { smallSummit } from '#test/support/small-summit.ts';

const listed = (by: 'cam' | 'partner') => readerLists(smallSummit(), by).map(({ reader, tables }) => [reader, tables.map(({ name, rows }) => `${name} ${rows.length}`)]);

test('every account manager has the lists of the own partners, and no partner is in two', () => {
  const partners = [...smallSummit().partners.values()];
  const sets = readerLists(smallSummit(), 'cam');
  expect(sets.flatMap(({ tables }) => tables.filter(({ name }) => name === 'partners').flatMap(({ rows }) => rows)).length).toBe(partners.length);
  expect(sets.map(({ reader }) => reader)).toEqual([...new Set(partners.map(({ camName }) => camName || 'No account manager'))].sort());
});

test('planted secrets of another partner and of the panel are in no list of a partner', () => {
  const small = smallSummit();
  const planted = <R extends object>(rows: ReadonlyMap<string, R>, fields: (row: R) => object | null) => new Map([...rows].map(([id, row]) => [id, { ...row, ...fields(row) }]));
  const ofBolt = (row: object) => (row as { partner?: string }).partner === 'bolt';
  const snapshot = {
    ...small,
    partners: planted(small.partners, ({ id }) => ((id as string) === 'bolt' ? { riskNote: 'SECRET-risk', legalName: 'SECRET-legal' } : null)),
    contacts: planted(small.contacts, (row) => (ofBolt(row) ? { phone: 'SECRET-phone' } : null)), requests: planted(small.requests, (row) => (ofBolt(row) ? { topic: 'SECRET-topic' } : null)),
    commitments: planted(small.commitments, (row) => (ofBolt(row) ? { description: 'SECRET-promise' } : null)), agreements: planted(small.agreements, (row) => (ofBolt(row) ? { note: 'SECRET-note' } : null)),
    scores: planted(small.scores, () => ({ comment: 'SECRET-comment' })), nominations: planted(small.nominations, () => ({ citation: 'SECRET-citation' })), recusals: planted(small.recusals, () => ({ reason: 'SECRET-recusal' })),
  } as never;
  const text = (reader: string) => JSON.stringify(readerLists(snapshot, 'partner').filter((set) => set.reader === reader));
  expect(/SECRET-\w+/.exec(text('Acme'))?.[0] ?? null).toBeNull();
  expect([...new Set(text('Bolt').match(/SECRET-\w+/g))].filter((secret) => /comment|citation|recusal/.test(secret))).toEqual([]);
  expect(text('Bolt')).toContain('SECRET-risk');
});

test('lists without a row are left out', () => {
  expect(listed('partner')).toEqual([
    ['Acme', ['partners 1', 'contacts 1', 'ndas 1', 'meeting_requests 2', 'commitments 2']], ['Bolt', ['partners 1', 'contacts 1', 'ndas 1']], ['Core', ['partners 1']],
  ]);
});
