import { describe, expect, test } from 'vitest';
import type { ContactId, PartnerId, SummitId } from '#shared/kernel/ids.ts';
import { blankContact } from '#shared/partners/contact.ts';
import { blankPartner } from '#shared/partners/partner.ts';
import { search, searchIndex } from '#shared/workspace/search.ts';
import { newSnapshot, type Snapshot } from '#shared/workspace/snapshot.ts';

const partners = ['Northwind', 'Ångström Labs', 'The Labs of North'].map((name, index) => blankPartner(`p${index}` as PartnerId, name));
const asa = { ...blankContact('c1' as ContactId), givenName: 'Åsa', familyName: 'Lind', partner: 'p1' as PartnerId, title: 'CTO' };
const snapshot: Snapshot = { ...newSnapshot('s' as SummitId, 'Spring'), partners: new Map(partners.map((row) => [row.id, row])), contacts: new Map([[asa.id, asa]]) };
const index = searchIndex(snapshot);
const names = (asked: string, most = 10) => search(index, asked, most).map(({ name }) => name);

describe('search', () => {
  test('finds a record by any part of its name, accents and case ignored, names that begin with it first', () => {
    expect(names('ANGSTROM')).toEqual(['Ångström Labs', 'Åsa Lind']);
    expect(names('labs')).toEqual(['Ångström Labs', 'The Labs of North', 'Åsa Lind']);
    expect(names('north')).toEqual(['Northwind', 'The Labs of North']);
  });

  test('needs every word, in any order', () => {
    expect([names('north labs'), names('north cto')]).toEqual([['The Labs of North'], []]);
  });

  test('gives at most as many as asked for, and nothing for nothing', () => {
    expect([names('n', 1).length, names('  ')]).toEqual([1, []]);
  });
});
