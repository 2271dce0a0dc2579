import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findPairs, groupsOf } from '#shared/exchange/duplicates/find-pairs.ts';
import { mintFrom, type ContactId, type PartnerId } from '#shared/kernel/ids.ts';
import { apply } from '#shared/kernel/change.ts';
import { seeded } from '#shared/kernel/random.ts';
import { blankContact, type Contact } from '#shared/partners/contact.ts';
import { blankPartner, type Partner } from '#shared/partners/partner.ts';
import { keepBoth } from '#shared/workspace/merging/keep-both.ts';
import { emptySnapshot } from '#shared/workspace/snapshot.ts';
import { manyParties, noisyContact, noisyPartner, type Parties } from '#test/support/many-parties.ts';

const lookAlikes = new Map();

function partners(...rows: readonly Partial<Partner>[]): ReadonlyMap<PartnerId, Partner> {
  return new Map(rows.map((row, index) => { const id = `p${index}` as PartnerId; return [id, { ...blankPartner(id, 'x'), ...row }] as const; }));
}

function contacts(...rows: readonly Partial<Contact>[]): ReadonlyMap<ContactId, Contact> {
  return new Map(rows.map((row, index) => { const id = `c${index}` as ContactId; return [id, { ...blankContact(id), ...row }] as const; }));
}

/** What is said of the two, or null where they are not proposed. */
function verdict(one: Partial<Partner>, other: Partial<Partner>, people: ReadonlyMap<ContactId, Contact> = new Map()): string | null {
  const [pair] = findPairs({ partners: partners(one, other), contacts: people, lookAlikes }).pairs.filter(({ of }) => of === 'partners');
  return pair ? `${pair.certainty}: ${pair.reasons.join(', ')}` : null;
}

describe('two partners', () => {
  const place = { city: 'Porto', country: 'PT', camEmail: 'cam@vendor.example', partnerSponsorName: 'Ana Lind' };

  test.each([
    ['Acme Ltd', 'ACME Limited'], ['Acme GmbH & Co. KG', 'Acme'], ['Société Générale S.A.R.L.', 'Societe Generale'], ['Müller Systeme AG', 'Mueller Systeme'], ['Smith & Sons', 'Smith and Sons Inc.'], ['株式会社ニスルム', 'ニスルム'],
    ['ООО «Ромашка»', 'Romashka'], ['Δίκτυα ΑΕ', 'Diktya'], ['Acme, S.A. de C.V.', 'ACME'], ['PT Maju Jaya Tbk', 'Maju Jaya'], ['Acme Sdn Bhd', 'Acme'], ['Acme Sp. z o.o.', 'Acme'], ['Acme Ltd. Şti.', 'Acme'], ['Acme Pty Ltd', 'Acme'], ['AcmeSoft', 'Acme Soft'],
  ])('called %s and %s in one place are certain', (one, other) => {
    expect(verdict({ ...place, name: one }, { ...place, name: other })).toMatch(/^certain: /);
  });

  test.each([
    ['ソフトバンク株式会社', 'SoftBank Corp.', 'name is read alike in other letters'], ['ヤマハ', 'Yamaha', 'same name in other letters'], ['한화시스템', 'Hanhwa Siseutem', 'same name in other letters'], ['شركة المراعي', 'Almarai', 'name is read alike in other letters'],
    ['אלביט בע"מ', 'Elbit Ltd', 'name is read alike in other letters'], ['टाटा', 'Tata', 'same name in other letters'], ['華為技術有限公司', '华为技术', 'name is read alike in other letters'], ['მაგთი', 'Magti', 'same name in other letters'],
  ])('called %s and %s in one place are proposed, because the %s', (one, other, reason) => {
    expect(verdict({ ...place, name: one }, { ...place, name: other })).toMatch(new RegExp(`: ${reason}`));
  });

  test.each([['ヤマハ', 'Yahoma'], ['華為技術', 'Fushi'], ['شركة زين', 'Zone'], ['삼성', 'Sony'], ['李', '黎']])('called %s and %s stay apart, though some of their sounds agree', (one, other) => {
    expect(verdict({ name: one }, { name: other })).toBeNull();
  });

  test('with nothing but the name in common are possible, and say why', () => {
    expect(verdict({ name: 'Acme Ltd' }, { name: 'ACME' })).toBe('possible: name differs by legal form only');
  });

  test('whose names differ by a slip of the finger are possible, never certain', () => {
    expect(verdict({ ...place, name: 'Northwind Traders' }, { ...place, name: 'Nortwhind Traders' })).toMatch(/^possible: name differs by one letter/);
  });

  test.each([
    [{ name: 'Acme (Brazil)', country: 'BR' }, { name: 'Acme (Peru)', country: 'PE' }], [{ name: 'Acme North', city: 'Leeds' }, { name: 'Acme South', city: 'Bath' }], [{ name: 'Acme', city: 'Oslo', country: 'NO' }, { name: 'Acme', city: 'Lima', country: 'PE' }],
    [{ name: 'Region 1 Networks' }, { name: 'Region 2 Networks' }], [{ name: 'Alpha Systems', ...place }, { name: 'Omega Systems', ...place }],
  ])('%o and %o stay apart', (one, other) => {
    expect(verdict(one, other)).toBeNull();
  });

  test('of unlike names are possible where their people share a domain, a place and a sponsor', () => {
    const people = contacts({ partner: 'p0' as PartnerId, email: 'ana@acme.example', givenName: 'Ana', familyName: 'Lind' }, { partner: 'p1' as PartnerId, email: 'ben@acme.example', givenName: 'Ben', familyName: 'Oak' });
    expect(verdict({ ...place, name: 'Alpha Systems' }, { ...place, name: 'Wonderland' }, people)).toMatch(/^possible: same e-mail domain acme\.example/);
  });

  test('do not come nearer by a public mail provider', () => {
    const people = contacts({ partner: 'p0' as PartnerId, email: 'ana@gmail.com', givenName: 'Ana' }, { partner: 'p1' as PartnerId, email: 'ben@gmail.com', givenName: 'Ben' });
    expect(verdict({ ...place, name: 'Alpha Systems' }, { ...place, name: 'Wonderland' }, people)).toBeNull();
  });

  test('are one where their account ids are one, 15 characters or 18, with or without leading zeros', () => {
    expect(verdict({ name: 'Alpha', accountId: '0015000000abcde' }, { name: 'Beta', accountId: '0015000000abcdeAAB' })).toMatch(/^possible: account ids differ in writing only/);
    expect(verdict({ name: 'Alpha', accountId: '00417' }, { name: 'ALPHA', accountId: '417' })).toMatch(/^certain/);
  });

  test('that are many of one name are not compared two by two, and that is told', () => {
    const many = partners(...Array.from({ length: 200 }, () => ({ name: 'Acme' })));
    expect(findPairs({ partners: many, contacts: new Map(), lookAlikes })).toEqual({ pairs: [], leftOut: ['200 partners share the name acme: too many to compare two by two. Tell them apart by city or id first.'] });
  });
});

describe('two contacts', () => {
  const at = { partner: 'p0' as PartnerId };
  function said(one: Partial<Contact>, other: Partial<Contact>): string | null {
    const [pair] = findPairs({ partners: partners({ name: 'Acme' }, { name: 'Other house' }), contacts: contacts(one, other), lookAlikes }).pairs;
    return pair ? `${pair.certainty}: ${pair.reasons.join(', ')}` : null;
  }

  test('of one address and name are certain', () => {
    expect(said({ ...at, givenName: 'Ana', familyName: 'Lind', email: 'ana@acme.example' }, { ...at, givenName: 'ANA', familyName: 'Lind', email: 'ANA@acme.example' })).toBe('certain: same e-mail ana@acme.example, same name, same organisation');
  });

  test('of one name in one house are possible', () => {
    expect(said({ ...at, givenName: 'Ana', familyName: 'Lind' }, { ...at, givenName: 'Lind', familyName: 'Ana' })).toBe('possible: same name in another order, same organisation');
  });

  test.each([
    [{ givenName: 'محمد', familyName: 'عبد الله' }, { givenName: 'Mohammed', familyName: 'Abdullah' }, 'name is read alike in other letters'], [{ givenName: 'יעקב', familyName: 'בן דוד' }, { givenName: 'Yaakov', familyName: 'Ben-David' }, 'name is read alike in other letters'],
    [{ givenName: '', familyName: '김민수' }, { givenName: 'Min-soo', familyName: 'Kim' }, 'name is read alike in other letters'], [{ givenName: 'マリア', familyName: 'ロペス' }, { givenName: 'Maria', familyName: 'López' }, 'name is read alike in other letters'],
    [{ givenName: 'محمد', familyName: 'عبد الله' }, { givenName: 'Mahmoud', familyName: 'Abdelrahman' }, null],
  ])('of one house called %o and %o: %s', (one, other, reason) => {
    expect(said({ ...at, ...one }, { ...at, ...other })).toBe(reason === null ? null : `possible: ${reason}, same organisation`);
    const many = contacts(...Array.from({ length: 40 }, (_, index) => ({ ...at, givenName: `Given${index}`, familyName: `Family${index}x` })), { ...at, ...one }, { ...at, ...other });
    const found = findPairs({ partners: partners({ name: 'Acme' }), contacts: many, lookAlikes }).pairs.filter(({ one: id }) => id === 'c40');
    expect(found.map(({ other: id, reasons }) => [id, reasons[0]])).toEqual(reason === null ? [] : [['c41', reason]]);
  });

  test('of one name whose addresses are numbered apart are namesakes', () => {
    expect(said({ ...at, givenName: 'Ana', familyName: 'Lind', email: 'ana.lind@acme.example' }, { ...at, givenName: 'Ana', familyName: 'Lind', email: 'ana.lind2@acme.example' })).toBeNull();
  });

  test('who write from one team address are two', () => {
    expect(said({ ...at, givenName: 'Ana', familyName: 'Lind', email: 'info@acme.example' }, { ...at, givenName: 'Ben', familyName: 'Oak', email: 'info@acme.example' })).toBeNull();
  });

  test('of one name in two houses stay apart, unless their number is one', () => {
    const other = { partner: 'p1' as PartnerId, givenName: 'Ana', familyName: 'Lind' };
    expect(said({ ...at, givenName: 'Ana', familyName: 'Lind' }, other)).toBeNull();
    expect(said({ ...at, givenName: 'Ana', familyName: 'Lind', phone: '+49 (0)170 1234567' }, { ...other, phone: '0049 170 1234567' })).toBe('possible: same name, same phone number');
  });
});

describe('a contact without a partner', () => {
  const houses = partners({ name: 'Acme Networks Ltd' }, { name: 'Borealis' });
  const colleague = { partner: 'p0' as PartnerId, givenName: 'Ben', email: 'ben@acme.example' };
  const found = (one: Partial<Contact>) => findPairs({ partners: houses, contacts: contacts(one, colleague), lookAlikes }).pairs.map(({ one: who, other, certainty, reasons }) => [who, other, certainty, ...reasons]);

  test('is proposed to the partner of a misspelt name, the surer with its domain', () => {
    expect(found({ organisation: 'Acme Netwroks', givenName: 'Ana' })).toEqual([['c0', 'p0', 'possible', 'the list says Acme Netwroks: name differs by one letter']]);
    expect(found({ organisation: 'Acme Netwroks', givenName: 'Ana', email: 'ana@acme.example' })).toEqual([['c0', 'p0', 'certain', 'the list says Acme Netwroks: name differs by one letter', 'everybody at acme.example belongs to it']]);
  });

  test('is proposed by the domain alone, and by nothing but a public provider to nobody', () => {
    expect(found({ givenName: 'Ana', email: 'ana@acme.example' })).toEqual([['c0', 'p0', 'possible', 'everybody at acme.example belongs to it']]);
    expect(found({ givenName: 'Ana', email: 'ana@gmail.com', organisation: 'Zephyr' })).toEqual([]);
  });
});

test('the order of rows changes nothing', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 1000 }), (seed) => {
    const parties = manyParties(40, seed);
    const random = seeded(seed);
    const turned = { partners: new Map(random.shuffled([...parties.partners])), contacts: new Map(random.shuffled([...parties.contacts])), lookAlikes };
    expect(findPairs(turned)).toEqual(findPairs({ ...parties, lookAlikes }));
  }), { numRuns: 60 });
});

test('two that change their ids are found all the same, with the same score', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 1000 }), (seed) => {
    const { partners: [first] } = { partners: [...manyParties(1, seed).partners.values()] };
    if (!first) throw new Error('no partner');
    const copy = noisyPartner(first, 'p1' as PartnerId, seeded(seed));
    const scores = [[first, copy], [copy, first]].map(([one, other]) => findPairs({ partners: partners({ ...one, id: 'p0' as PartnerId }, { ...other, id: 'p1' as PartnerId }), contacts: new Map(), lookAlikes }).pairs.map(({ score, reasons }) => [score, reasons]));
    expect(scores[0]).toEqual(scores[1]);
  }), { numRuns: 200 });
});

test('a record and its noisy copy are found among many, whatever the noise', () => {
  const parties: Parties = manyParties(200, 7);
  fc.assert(fc.property(fc.integer({ min: 1, max: 100_000 }), (seed) => {
    const random = seeded(seed);
    const [partner, contact] = [random.pick([...parties.partners.values()]), random.pick([...parties.contacts.values()])];
    const [copy, twin] = [noisyPartner(partner, 'zz-copy' as PartnerId, random), noisyContact(contact, 'zz-twin' as ContactId, random)];
    const found = findPairs({ partners: new Map([...parties.partners, [copy.id, copy]]), contacts: new Map([...parties.contacts, [twin.id, twin]]), lookAlikes }).pairs.map(({ one, other }) => `${one} ${other}`);
    expect([found.includes(`${partner.id} zz-copy`), found.includes(`${contact.id} zz-twin`)]).toEqual([true, true]);
  }), { numRuns: 60 });
});

test('what is kept apart is not proposed again', () => {
  const tables = { ...emptySnapshot(), partners: partners({ name: 'Acme Ltd' }, { name: 'ACME' }) };
  expect(findPairs(tables).pairs).toHaveLength(1);
  expect(findPairs(apply(tables, keepBoth('partners', 'p1', 'p0', 'Keep both', mintFrom(() => 1)).edits)).pairs).toEqual([]);
});

test('three spellings of one partner are one group', () => {
  const { pairs } = findPairs({ partners: partners({ name: 'Acme Ltd' }, { name: 'ACME' }, { name: 'Acme Inc.' }, { name: 'Borealis' }), contacts: new Map(), lookAlikes });
  expect(groupsOf(pairs)).toEqual([['p0', 'p1', 'p2']]);
});
