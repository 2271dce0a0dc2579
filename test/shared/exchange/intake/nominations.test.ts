import { expect, test } from 'vitest';
import type { CategoryId, PartnerId, SummitId } from '#shared/kernel/ids.ts';
import { blankPartner } from '#shared/partners/partner.ts';
import { newSnapshot, type Snapshot } from '#shared/workspace/snapshot.ts';
import { imported, saidOf } from '#test/support/imports.ts';

const partners = ['Acme', 'Bolt', 'Core'].map((name) => blankPartner(`p-${name}` as PartnerId, name));
const summit: Snapshot = { ...newSnapshot('summit' as SummitId, 'Spring'), partners: new Map(partners.map((partner) => [partner.id, partner])) };
const list = { 'n.csv': 'Category,Nominee,Nominated by,Summary\nBest,Acme,Ana,good\nBEST,Bolt,Ana,good\nNewcomer,Bolt,Ana,good\n,Core,Ana,good\n' };

test('nominations name their categories where nobody has said any: each is told, none is lost, and once is enough', async () => {
  const { reading, after } = await imported(summit, list);
  const named = ({ categories, nominations }: Snapshot) => [[...categories.values()].map(({ name, criteria }) => [name, criteria]), [...nominations.values()].map(({ category, partner }) => [categories.get(category)?.name, partner])];
  expect(saidOf(reading)).toEqual(['2 flag UNKNOWN_CATEGORY category', '3 flag UNKNOWN_CATEGORY category', '4 flag UNKNOWN_CATEGORY category', '5 reject UNKNOWN_CATEGORY category']);
  expect(named(after)).toEqual([[['Best', []], ['Newcomer', []]], [['Best', 'p-Acme'], ['Best', 'p-Bolt'], ['Newcomer', 'p-Bolt']]]);
  expect((await imported(after, list)).change.edits).toEqual([]);
});

test('beside categories that are known another one is nobody’s, since it is as likely misspelt', async () => {
  const best = { id: 'best' as CategoryId, name: 'Best', eligibility: '', criteria: [], announcedIn: null, announcedAt: null };
  const { reading, after } = await imported({ ...summit, categories: new Map([[best.id, best]]) }, list);
  expect([saidOf(reading), after.categories.size]).toEqual([['4 reject UNKNOWN_CATEGORY category', '5 reject UNKNOWN_CATEGORY category'], 1]);
});
