import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findPairs } from '#shared/exchange/duplicates/find-pairs.ts';
import { readFolder } from '#shared/exchange/intake/read-folder.ts';
import type { Value } from '#shared/exchange/intake/reading.ts';
import type { ContactId, PartnerId } from '#shared/kernel/ids.ts';
import { blankContact } from '#shared/partners/contact.ts';
import { blankPartner } from '#shared/partners/partner.ts';
import { folderOf, inputSets, truthOf } from '#test/support/input-set.ts';

type Groups = { readonly duplicate_groups: readonly { readonly keep_line: number; readonly lines: readonly number[] }[]; readonly not_duplicates?: readonly { readonly lines: readonly number[] }[] };

/** Every row of a set as a record of its own, also those that the import leaves out as duplicates: the finder must see for itself. */
async function everyRow(set: string) {
  const files = readdirSync(folderOf(set)).map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(folderOf(set), name))) }));
  const reading = await readFolder(files);
  const rows = (kind: string) => reading.files.filter((file) => file.kind === kind).flatMap(({ records }) => records).filter(({ disposition }) => disposition !== 'reject');
  const word = (value: Value | undefined) => (typeof value === 'string' ? value : '');
  const byLink = new Map<string, PartnerId>();
  const partners = new Map(rows('partners').map(({ line, values, links, disposition }) => {
    const id = idOf('partners', line) as PartnerId;
    if (disposition !== 'duplicate') byLink.set(links.partner ?? '', id);
    return [id, { ...blankPartner(id, word(values['name'])), accountId: word(values['account_id']) || null, city: word(values['city']), country: word(values['country']) || null, camEmail: word(values['cam_email']), partnerSponsorName: word(values['partner_sponsor']) }];
  }));
  const contacts = new Map(rows('contacts').map(({ line, values, links }) => {
    const id = idOf('contacts', line) as ContactId;
    return [id, { ...blankContact(id), code: word(values['contact_id']) || null, givenName: word(values['first']), familyName: word(values['last']), title: word(values['title']), email: word(values['email']) || null, phone: word(values['phone']) || null, organisation: word(values['account_name']), partner: byLink.get(links.partner ?? '') ?? null }];
  }));
  return { partners, contacts, lookAlikes: new Map() };
}

function idOf(kind: string, line: number): string {
  return `${kind}-${String(line).padStart(6, '0')}`;
}

if (inputSets.length === 0) test('data set absent', () => undefined);

describe.each(inputSets)('the input set %s', (set) => {
  test('has every duplicate group of its truth file found, nothing else certain, and every look-alike apart', async () => {
    const { pairs } = findPairs(await everyRow(set));
    for (const kind of ['partners', 'contacts'] as const) {
      const { duplicate_groups: groups, not_duplicates: apart = [] } = truthOf(set).files[kind] as unknown as Groups;
      const wanted = groups.flatMap(({ keep_line: kept, lines }) => lines.filter((line) => line !== kept).map((line) => [idOf(kind, kept), idOf(kind, line)].sort().join(' ')));
      const mine = new Map(pairs.filter(({ of }) => of === kind).map((pair) => [`${pair.one} ${pair.other}`, pair]));
      const missed = wanted.filter((pair) => !mine.has(pair));
      const wrong = [...mine].filter(([key, { certainty }]) => certainty === 'certain' && !wanted.includes(key)).map(([key]) => key);
      const lured = apart.map(({ lines }) => lines.map((line) => idOf(kind, line)).sort().join(' ')).filter((key) => mine.has(key));
      const further = [...mine].filter(([key, { certainty }]) => certainty === 'possible' && !wanted.includes(key)).length;
      console.log(`${set}, ${kind}: ${wanted.length - missed.length} of ${wanted.length} found (${wanted.filter((key) => mine.get(key)?.certainty === 'certain').length} certain), ${missed.length} missed, ${wrong.length} wrongly certain, ${lured.length} of ${apart.length} look-alikes proposed, ${further} further possible`);
      expect([missed, wrong, lured]).toEqual([[], [], []]);
    }
  });
});
