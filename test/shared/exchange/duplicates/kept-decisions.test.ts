import { expect, test } from 'vitest';
import { importProposal, importWithDecisions } from '#shared/exchange/duplicates/import-proposal.ts';
import { keptDecisions } from '#shared/exchange/duplicates/kept-decisions.ts';
import { openPairs } from '#shared/exchange/duplicates/open-pairs.ts';
import { readFolder } from '#shared/exchange/intake/read-folder.ts';
import { readOptionsFor } from '#shared/exchange/intake/to-change.ts';
import { apply } from '#shared/kernel/change.ts';
import { valueOf } from '#shared/kernel/result.ts';
import { damageOf } from '#shared/workspace/integrity.ts';
import { keepBoth } from '#shared/workspace/merging/keep-both.ts';
import { mergeRecords } from '#shared/workspace/merging/merge-records.ts';
import { counter } from '#test/support/small-awards.ts';
import { smallSummit } from '#test/support/small-summit.ts';

const summit = smallSummit();
const mint = counter();
const accounts = (city: string, reviewed: string, more = '') => `Account ID,Account Name,Partner Tier,Country,City,Account Owner,Last QBR Date\nZ9,ACME Lda,Gold,PT,${city},Ada Cam,${reviewed}\n${more}D4,Delta,Gold,SE,Umeå,Ada Cam,${reviewed}\nD5,Delta AB,Gold,SE,Lund,Ada Cam,${reviewed}\n`;

async function proposed(text: string, ids?: ReadonlyMap<string, string>) {
  const reading = await readFolder([{ name: 'accounts.csv', bytes: new TextEncoder().encode(text) }], { ...readOptionsFor(summit), dateOrder: 'dmy' });
  return importProposal(reading, summit, mint, ids === undefined ? {} : { ids });
}

async function decided() {
  const before = await proposed(accounts('Porto', '3/4/2026'));
  const now = apply(summit, before.change.edits);
  const [zero, four, five] = ['Z9', 'D4', 'D5'].map((code) => [...now.partners.values()].find(({ accountId }) => accountId === code)?.id ?? '');
  const merge = valueOf(mergeRecords(now, { table: 'partners', keep: 'acme', gone: zero ?? '', take: ['city'] }, mint)).change;
  return { before, decisions: [merge, keepBoth('partners', four ?? '', five ?? '', 'Keep Delta and Delta AB', mint)], gone: zero ?? '' };
}

test('decisions about pairs stand when the same files are read again with another answer, and what the files now say is taken', async () => {
  const { before, decisions, gone } = await decided();
  const again = await proposed(accounts('Porto', '13/4/2026'), before.ids);
  const kept = keptDecisions(summit, again, decisions);
  expect(kept.map(({ label }) => label)).toEqual(decisions.map(({ label }) => label));
  const after = apply(summit, importWithDecisions(again, kept).edits);
  expect([after.partners.has(gone as never), after.partners.get('acme' as never)?.city, openPairs(after, again.pairs), damageOf(after)]).toEqual([false, 'Porto', [], []]);
  expect([...after.partners.values()].filter(({ name }) => name.startsWith('Delta')).map(({ lastReviewedOn }) => lastReviewedOn)).toEqual(['2026-04-13', '2026-04-13']);
});

test('a decision whose record is no longer in the files is forgotten, and the others stand', async () => {
  const { before, decisions } = await decided();
  const again = await proposed(accounts('Porto', '3/4/2026').replace(/Z9.*\n/, 'Total,,,,,,\n'), before.ids);
  expect(keptDecisions(summit, again, decisions).map(({ label }) => label)).toEqual(['Keep Delta and Delta AB']);
});
