import type { PartnerId } from '#shared/kernel/ids.ts';
import { counted } from '#shared/kernel/text.ts';
import { type Contact, type ContactTable, fullName } from '#shared/partners/contact.ts';
import type { Partner, PartnerTable } from '#shared/partners/partner.ts';
import { editsBetween } from '../recognise/alike.ts';
import { ownDomain } from './mail.ts';
import { nearTexts } from './near-texts.ts';
import { type OrganisationName, organisationName, descriptors } from './organisation-name.ts';
import { addPair, Blocks, type Evidence, graded, type Pair } from './pair.ts';
import { bonesOf, readAlike } from './reading.ts';
import { romanised } from './romanised.ts';

/** What is compared of a partner, worked out once. */
export type PartnerFacts = {
  readonly partner: Partner;
  /** Its trade name and, where it has one, its legal name. */
  readonly names: readonly OrganisationName[];
  /** Domains of its people's addresses, without public providers. */
  readonly domains: ReadonlySet<string>;
  readonly people: readonly Contact[];
  readonly city: string;
  readonly sponsor: string;
};

/** Facts by partner, and how many partners use each domain: one that many use (a reseller's, a service's) tells nothing. */
export type PartnerBook = { readonly facts: ReadonlyMap<string, PartnerFacts>; readonly domainUse: ReadonlyMap<string, ReadonlySet<string>> };

export function partnerBook({ partners, contacts }: PartnerTable & ContactTable): PartnerBook {
  const domains = new Map<string, Set<string>>();
  const people = new Map<string, Contact[]>();
  const domainUse = new Map<string, Set<string>>();
  for (const contact of contacts.values()) {
    if (contact.partner === null || !partners.has(contact.partner)) continue;
    const colleagues = people.get(contact.partner);
    if (colleagues === undefined) people.set(contact.partner, [contact]);
    else colleagues.push(contact);
    const domain = ownDomain(contact.email);
    if (domain === null) continue;
    put(domains, contact.partner, domain);
    put(domainUse, domain, contact.partner);
  }
  const facts = [...partners.values()].map((partner): [PartnerId, PartnerFacts] => [partner.id, {
    partner, names: [partner.name, partner.legalName].filter((name) => name !== '').map(organisationName), domains: domains.get(partner.id) ?? none, people: people.get(partner.id) ?? [],
    city: romanised(partner.city), sponsor: romanised(partner.partnerSponsorName),
  }]);
  return { facts: new Map(facts), domainUse };
}

/** Partners that may be one organisation. Only those are compared that share a name key, its words, a part of it, a domain or an id. */
export function partnerPairs({ facts, domainUse }: PartnerBook): { readonly pairs: Pair[]; readonly leftOut: readonly string[] } {
  const blocks = new Blocks(sharedByMany);
  const byKey = new Map<string, string[]>();
  const byWords = new Map<string, string[]>();
  for (const [id, { partner, names }] of facts) {
    if (partner.accountId !== null) blocks.add('the account id', idKey(partner.accountId), id);
    for (const { key, words } of names) {
      if (key === '') continue;
      const spelt = words.join(' ');
      blocks.add('the name', spelt, id);
      addTo(byKey, key, id);
      addTo(byWords, spelt, id);
      if (words.length > 1) blocks.add('the words', [...words].sort().join(' '), id);
    }
  }
  for (const [domain, ids] of domainUse) if (ids.size <= ownedByFew) for (const id of ids) blocks.add('the domain', domain, id);
  const { pairs: found, leftOut } = blocks.pairs();
  const candidates = new Map(found);
  const cross = (ones: Iterable<string>, others: Iterable<string>) => { for (const one of ones) for (const other of others) addPair(candidates, one, other); };
  for (const ids of byKey.values()) if (ids.length > 1 && ids.length <= sharedByMany) cross(ids, ids);
  for (const { one, other } of nearTexts(byKey.keys())) cross(few(byKey, one), few(byKey, other));
  for (const [id, { names }] of facts) {
    for (const { words } of names) {
      for (let length = 1; length < words.length; length++) cross([id], few(byWords, words.slice(0, length).join(' ')));
      if (words.length > 2) cross([id], few(byWords, initials(words)));
    }
  }
  for (const ids of alikeAcrossScripts(facts)) if (ids.size <= sharedByMany) cross(ids, ids);
  const pairs = [...candidates.values()].flatMap(([one, other]): Pair[] => {
    const [a, b] = [facts.get(one), facts.get(other)];
    const pair = a && b ? judged(a, b, domainUse) : null;
    return pair === null ? [] : [pair];
  });
  return { pairs, leftOut: leftOut.map(({ key, count }) => `${counted(count, 'partner')} share ${key}: too many to compare two by two. Tell them apart by city or id first.`) };
}

/** Partners whose names are read alike in Latin letters or have the same consonants; nothing where all names are in Latin letters. */
function alikeAcrossScripts(facts: PartnerBook['facts']): Iterable<ReadonlySet<string>> {
  const alike = new Map<string, Set<string>>();
  const enter = (isKnown: (key: string) => boolean, id: string, keys: readonly string[]) => { for (const key of keys) if (key.length > 2 && isKnown(key)) put(alike, key, id); };
  for (const [id, { names }] of facts) for (const { reading } of names) if (reading) enter(() => true, id, [reading.letters, reading.bones]);
  if (alike.size > 0) for (const [id, { names }] of facts) for (const { key, reading } of names) if (!reading) enter((known) => alike.has(known), id, [key, bonesOf(key)]);
  return alike.values();
}

/** Whoever has a key; nobody where too many have it. */
function few(index: ReadonlyMap<string, readonly string[]>, key: string): readonly string[] {
  const ids = index.get(key) ?? nobody;
  return ids.length <= sharedByMany ? ids : nobody;
}

const nobody: readonly string[] = [];

/** More than so many partners of one name, or one domain: no pair of them is likelier than another. */
const sharedByMany = 150;
const ownedByFew = 6;
const none: ReadonlySet<string> = new Set();

function judged(a: PartnerFacts, b: PartnerFacts, domainUse: PartnerBook['domainUse']): Pair | null {
  const names = a.names.flatMap((one) => b.names.map((other) => nameEvidence(one, other))).sort((x, y) => y.weight - x.weight);
  const name = names[0] ?? { weight: 0, text: '' };
  const id = idEvidence(a.partner.accountId, b.partner.accountId);
  const branch = branchEvidence(a.names[0], b.names[0]);
  const evidence = [name, id, branch, ...domainEvidence(a, b, domainUse), ...placeEvidence(a, b), ...peopleEvidence(a, b)].filter(({ weight }) => weight !== 0);
  return graded('partners', a.partner.id, b.partner.id, evidence, { certainFrom: 75, possibleFrom: 55 }, name.weight >= sameWords || id.weight > 0);
}

const sameWords = 54;

/** How alike two names are, from the same to an abbreviation. */
export function nameEvidence(one: OrganisationName, other: OrganisationName): Evidence {
  const [mine, theirs] = [one.words.join(' '), other.words.join(' ')];
  if (one.key === '' || other.key === '') return { weight: 0, text: '' };
  if (mine === theirs) return { weight: 60, text: one.whole === other.whole ? 'same name' : one.branch === other.branch ? 'name differs by legal form only' : 'same name but for the branch' };
  if (one.key === other.key) return { weight: 57, text: 'name differs by spelling of blanks or umlauts only' };
  if ([...one.words].sort().join(' ') === [...other.words].sort().join(' ')) return { weight: sameWords, text: 'same words in another order' };
  const size = (words: readonly string[]) => words.filter((word) => !descriptors.has(word)).join(' ');
  if (size(one.words) !== '' && size(one.words) === size(other.words)) return { weight: 48, text: 'name differs by a word such as Group or Holding only' };
  const alike = readAlike(one, other, 56);
  if (alike !== null) return alike;
  const edits = digits(mine) === digits(theirs) ? nearEdits(one.key, other.key) : null;
  if (edits !== null) return { weight: edits === 1 ? 50 : 46, text: `name differs by ${edits === 1 ? 'one letter' : 'two letters'}` };
  if (mine.startsWith(`${theirs} `) || theirs.startsWith(`${mine} `)) return { weight: 34, text: 'one name begins with the other' };
  if (initials(one.words) === theirs || initials(other.words) === mine) return { weight: 30, text: 'one name is the initials of the other' };
  return { weight: 0, text: '' };
}

/** The edits between two keys within the limit of the shorter; null: more. */
export function nearEdits(one: string, other: string): number | null {
  const limit = Math.min(2, Math.floor(Math.min(one.length, other.length) / 5));
  const edits = editsBetween(one, other, limit);
  return edits <= limit && edits > 0 ? edits : null;
}

/** `Area 51` is not `Area 52`, near as they are. */
function digits(text: string): string {
  return text.replace(/\D+/g, ' ').trim();
}

function initials(words: readonly string[]): string {
  return words.length > 2 ? words.map((word) => word.slice(0, 1)).join('') : '';
}

/** Regional branches share a name and are two partners (domain.md, 3.11). */
function branchEvidence(one: OrganisationName | undefined, other: OrganisationName | undefined): Evidence {
  const [mine, theirs] = [one?.branch ?? '', other?.branch ?? ''];
  if (mine === theirs) return { weight: 0, text: '' };
  return mine !== '' && theirs !== '' ? { weight: -45, text: 'they name different branches' } : { weight: -12, text: 'one names a branch' };
}

/** Salesforce writes one id with 15 or 18 characters; spreadsheets eat leading zeros. */
function idKey(id: string): string {
  const plain = id.trim().replace(/[\s-]/g, '');
  return (/^[a-zA-Z0-9]{18}$/.test(plain) ? plain.slice(0, 15) : plain).replace(/^0+(?=.)/, '');
}

function idEvidence(one: string | null, other: string | null): Evidence {
  if (one === null || other === null) return { weight: 0, text: '' };
  if (one === other) return { weight: 80, text: `same account id ${one}` };
  return idKey(one) === idKey(other) ? { weight: 60, text: 'account ids differ in writing only' } : { weight: 0, text: '' };
}

function domainEvidence(a: PartnerFacts, b: PartnerFacts, domainUse: PartnerBook['domainUse']): Evidence[] {
  if (a.domains.size === 0 || b.domains.size === 0) return [];
  const shared = [...a.domains].filter((domain) => b.domains.has(domain)).sort();
  const [own] = shared.filter((domain) => (domainUse.get(domain)?.size ?? 0) <= ownedByFew);
  if (own !== undefined) return [{ weight: 25, text: `same e-mail domain ${own}` }];
  return shared.length > 0 ? [] : [{ weight: -12, text: 'different e-mail domains' }];
}

function placeEvidence(a: PartnerFacts, b: PartnerFacts): Evidence[] {
  const found: Evidence[] = [];
  if (a.city !== '' && b.city !== '') {
    const isSame = a.city === b.city || editsBetween(a.city, b.city, 1) <= 1;
    found.push(isSame ? { weight: 10, text: `same city, ${a.partner.city <= b.partner.city ? a.partner.city : b.partner.city}` } : { weight: -12, text: 'different cities' });
  }
  if (a.partner.country !== null && b.partner.country !== null) found.push(a.partner.country === b.partner.country ? { weight: 3, text: '' } : { weight: -18, text: 'different countries' });
  return found;
}

function peopleEvidence(a: PartnerFacts, b: PartnerFacts): Evidence[] {
  const found: Evidence[] = [];
  const [mine, theirs] = [a.partner.camEmail || a.partner.camName, b.partner.camEmail || b.partner.camName].map(romanised);
  if (mine !== '' && mine === theirs) found.push({ weight: 6, text: 'same CAM' });
  if (a.sponsor !== '' && b.sponsor !== '') found.push(a.sponsor === b.sponsor ? { weight: 14, text: 'same sponsor at the partner' } : { weight: -4, text: 'different sponsors at the partner' });
  const names = new Set(a.people.map((person) => romanised(fullName(person))));
  if (b.people.some((person) => { const name = romanised(fullName(person)); return name !== '' && names.has(name); })) found.push({ weight: 12, text: 'people of the same name in both' });
  return found;
}

/** Both names of a partner may say one thing, one after the other. */
function addTo(index: Map<string, string[]>, key: string, id: string): void {
  const known = index.get(key);
  if (known === undefined) index.set(key, [id]);
  else if (known.at(-1) !== id) known.push(id);
}

function put(index: Map<string, Set<string>>, key: string, value: string): void {
  const known = index.get(key);
  if (known) known.add(value);
  else index.set(key, new Set([value]));
}
