import { describe, expect, test } from 'vitest';
import { findPairs } from '#shared/exchange/duplicates/find-pairs.ts';
import { importProposal, importWithDecisions, stillFits } from '#shared/exchange/duplicates/import-proposal.ts';
import { mergeCertain } from '#shared/exchange/duplicates/merge-certain.ts';
import { openPairs } from '#shared/exchange/duplicates/open-pairs.ts';
import { readFolder } from '#shared/exchange/intake/read-folder.ts';
import { readOptionsFor } from '#shared/exchange/intake/to-change.ts';
import { apply, change, inverse, set } from '#shared/kernel/change.ts';
import { mintFrom } from '#shared/kernel/ids.ts';
import { seeded } from '#shared/kernel/random.ts';
import { valueOf } from '#shared/kernel/result.ts';
import { mergeRecords } from '#shared/workspace/merging/merge-records.ts';
import type { Snapshot } from '#shared/workspace/snapshot.ts';
import { smallSummit } from '#test/support/small-summit.ts';

const random = seeded(3);
const mint = mintFrom(() => random.below(256), () => 1_800_000_000_000);

async function read(snapshot: Snapshot, files: Readonly<Record<string, string>>) {
  return readFolder(Object.entries(files).map(([name, text]) => ({ name, bytes: new TextEncoder().encode(text) })), readOptionsFor(snapshot));
}

async function proposed(snapshot: Snapshot, files: Readonly<Record<string, string>>) {
  return importProposal(await read(snapshot, files), snapshot, mint);
}

async function imported(snapshot: Snapshot, files: Readonly<Record<string, string>>): Promise<Snapshot> {
  return apply(snapshot, (await proposed(snapshot, files)).change.edits);
}

const partnersCsv = 'Account ID,Account Name,Country,City,Account Owner,Tier\nZ9,ACME Lda,PT,Porto,Ada Cam,Gold\nD4,Delta,SE,Umeå,Ada Cam,Gold\n';

describe('an import', () => {
  test('proposes the pairs that it would bring against the summit, and none that were there before', async () => {
    const before = { ...smallSummit(), partners: new Map([...smallSummit().partners, ['twin' as never, { ...smallSummit().partners.get('bolt' as never), id: 'twin', accountId: null } as never]]) };
    const proposal = await proposed(before, { 'partners.csv': partnersCsv });
    expect(proposal.pairs.map(({ of, reasons }) => [of, reasons])).toEqual([['partners', ['name differs by legal form only', 'same CAM']]]);
  });

  test('joined with a merge is one change, and one undo brings back what was there', async () => {
    const before = smallSummit();
    const proposal = await proposed(before, { 'partners.csv': partnersCsv });
    const [pair] = proposal.pairs;
    if (!pair) throw new Error('no pair');
    const copy = apply(before, proposal.change.edits);
    const gone = pair.one === 'acme' ? pair.other : pair.one;
    const merge = valueOf(mergeRecords(copy, { table: 'partners', keep: 'acme', gone, take: ['city'] }, mint)).change;
    const all = importWithDecisions(proposal, [merge]);
    const after = apply(before, all.edits);
    expect([after.partners.size, after.partners.get('acme' as never)?.city, all.label]).toEqual([before.partners.size + 1, 'Porto', 'Import 1 file']);
    expect(all.edits.some(({ id }) => id === gone)).toBe(false);
    expect(openPairs(after, proposal.pairs)).toEqual([]);
    expect(apply(after, inverse(all).edits)).toEqual(before);
  });

  test('no longer fits once a row that it changes has changed', async () => {
    const before = smallSummit();
    const proposal = await proposed(before, { 'partners.csv': 'Account ID,Account Name,City,Tier\nA1,Acme,Porto,Gold\n' });
    const acme = before.partners.get('acme' as never);
    const bolt = before.partners.get('bolt' as never);
    if (!acme || !bolt) throw new Error('no partner');
    const changed = (row: typeof acme) => apply(before, change('Edit', [set('partners', row, { city: 'Braga' })]).edits);
    expect([stillFits(proposal, before), stillFits(proposal, changed(bolt)), stillFits(proposal, changed(acme))]).toEqual([true, true, false]);
  });
});

test('every certain pair at once is one change: three spellings become one partner, and what is only possible waits', async () => {
  const spellings = ['N1,Norvik Systems AB', 'N2,NORVIK SYSTEMS', 'N3,Norvik  Systems Ltd', 'N4,Norvik Sytsems'];
  let before = smallSummit();
  for (const spelling of spellings) before = await imported(before, { 'partners.csv': `Account ID,Account Name,Country,City,CAM Email\n${spelling},SE,Umeå,ada@vendor.example\n` });
  const { pairs } = findPairs(before);
  const merging = mergeCertain(before, pairs, () => true, mint);
  let step = merging.next();
  let steps = 0;
  for (; step.done !== true; step = merging.next()) steps++;
  const after = apply(before, step.value.edits);
  expect([steps, step.value.label, [...after.partners.values()].map(({ accountId }) => accountId).sort()]).toEqual([2, 'Merge 2 certain pairs', ['A1', 'B2', 'C3', 'N1', 'N4']]);
  expect(openPairs(after, pairs).map(({ certainty }) => certainty)).toEqual(['possible']);
  expect(apply(after, inverse(step.value).edits)).toEqual(before);
});

describe('a record that was merged', () => {
  async function merged(): Promise<Snapshot> {
    const both = await imported(smallSummit(), { 'partners.csv': partnersCsv, 'contacts.csv': 'Contact ID,First Name,Last Name,Email,Account Name,Account ID\nC77,Anna,Lima,anna.lima@acme.example,Acme,A1\n' });
    const partner = [...both.partners.values()].find(({ accountId }) => accountId === 'Z9');
    const contact = [...both.contacts.values()].find(({ code }) => code === 'C77');
    if (!partner || !contact) throw new Error('not imported');
    const one = apply(both, valueOf(mergeRecords(both, { table: 'partners', keep: 'acme', gone: partner.id, take: [] }, mint)).change.edits);
    return apply(one, valueOf(mergeRecords(one, { table: 'contacts', keep: 'ana', gone: contact.id, take: [] }, mint)).change.edits);
  }

  test('is found by its old id: the one that stands is updated, and keeps its own name and id', async () => {
    const before = await merged();
    const after = await imported(before, { 'partners.csv': 'Account ID,Account Name,City,Tier\nZ9,ACME Lda,Lisboa,Platinum\n', 'contacts.csv': 'Contact ID,First Name,Last Name,Title,Email,Account ID\nC77,Anna,Lima,CEO,anna.lima@acme.example,Z9\n' });
    expect([after.partners.size, after.contacts.size]).toEqual([before.partners.size, before.contacts.size]);
    expect(after.partners.get('acme' as never)).toEqual({ ...before.partners.get('acme' as never), city: 'Lisboa', tier: 'Platinum' });
    expect(after.contacts.get('ana' as never)).toEqual({ ...before.contacts.get('ana' as never), title: 'CEO' });
  });

  test('adds nothing where a list has both: the row of the one that stands speaks', async () => {
    const before = await merged();
    const after = await imported(before, { 'partners.csv': 'Account ID,Account Name,City,Tier\nZ9,ACME Lda,Lisboa,Platinum\nA1,Acme,Braga,Gold\n' });
    expect(after.partners.size).toBe(before.partners.size);
    expect(after.partners.get('acme' as never)).toEqual({ ...before.partners.get('acme' as never), city: 'Braga', tier: 'Gold' });
  });

  test('is meant by the lists that still refer to it, by id and by name', async () => {
    const before = await merged();
    const after = await imported(before, { 'contacts.csv': 'Contact ID,First Name,Last Name,Email,Account Name,Account ID\nC90,Dan,Dee,dan@acme.example,,Z9\nC91,Eva,Dee,eva@acme.example,ACME Lda,\n' });
    expect([...after.contacts.values()].filter(({ code }) => code === 'C90' || code === 'C91').map(({ partner }) => partner)).toEqual(['acme', 'acme']);
  });
});
