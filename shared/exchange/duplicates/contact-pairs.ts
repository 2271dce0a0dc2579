import { counted, isPlainWords } from '#shared/kernel/text.ts';
import type { Contact, ContactTable } from '#shared/partners/contact.ts';
import { editsBetween } from '../recognise/alike.ts';
import { isTeamAddress, localPart, ownDomain, phoneKey } from './mail.ts';
import { organisationName } from './organisation-name.ts';
import { addPair, Blocks, type Evidence, graded, type Pair } from './pair.ts';
import { nearEdits } from './partner-pairs.ts';
import { bonesOf, isInOtherScript, type Readable, readAlike, readingOf } from './reading.ts';
import { romanised } from './romanised.ts';

type Facts = { readonly contact: Contact; readonly given: string; readonly family: string; readonly words: readonly string[]; readonly isInOtherScript: boolean; readonly email: string | null; readonly domain: string | null; readonly phone: string | null; readonly organisation: string };

/** People who may be one person. Only those are compared that share an address, a number, an id, or a name's word within one organisation. */
export function contactPairs({ contacts }: ContactTable): { readonly pairs: Pair[]; readonly leftOut: readonly string[] } {
  const [keyOf, wordsOf] = [remembering((name) => (name === '' ? '' : organisationName(name).key)), remembering(plain)];
  const facts = new Map([...contacts.values()].map((contact) => [contact.id as string, factsOf(contact, keyOf, wordsOf)] as const));
  const phoneUse = new Map<string, number>();
  for (const { phone } of facts.values()) if (phone !== null) phoneUse.set(phone, (phoneUse.get(phone) ?? 0) + 1);
  const blocks = new Blocks(sharedByMany);
  const houses = new Map<string, Facts[]>();
  for (const [id, person] of facts) {
    const { contact, email, phone, organisation, domain } = person;
    if (email !== null) blocks.add('the address', email, id);
    if (contact.code !== null) blocks.add('the id', contact.code, id);
    if (phone !== null && isShared(phoneUse.get(phone) ?? 0)) blocks.add('the number', phone, id);
    for (const house of [contact.partner ?? '', organisation, domain ?? ''].filter((one, at, all) => one !== '' && all.indexOf(one) === at)) enter(houses, house, person);
  }
  const colleagues = new Map<string, readonly [string, string]>();
  for (const [house, people] of houses) {
    if (people.length <= comparedDirectly) pairsOfHouse(people, colleagues);
    else blocksOfHouse(house, people, blocks);
  }
  const { pairs: found, leftOut } = blocks.pairs();
  const pairs = [...new Map([...found, ...colleagues]).values()].flatMap(([one, other]): Pair[] => {
    const [a, b] = [facts.get(one), facts.get(other)];
    const pair = a && b ? judged(a, b, phoneUse) : null;
    return pair === null ? [] : [pair];
  });
  return { pairs, leftOut: leftOut.map(({ key, count }) => `${counted(count, 'contact')} share ${key}: too many to compare two by two.`) };
}

const sharedByMany = 300;
/** Among so few people two by two is cheaper than an index of their names. */
const comparedDirectly = 30;
/** A number that more people have is the house's. */
const switchboard = 4;

function isShared(use: number): boolean {
  return use > 1 && use <= switchboard;
}

function enter(houses: Map<string, Facts[]>, house: string, person: Facts): void {
  const people = houses.get(house);
  if (people === undefined) houses.set(house, [person]);
  else people.push(person);
}

/** Every two people of one house who share a word of their names, or whose words cannot be compared. */
function pairsOfHouse(people: readonly Facts[], pairs: Map<string, readonly [string, string]>): void {
  for (let i = 0; i < people.length; i++) {
    for (let j = i + 1; j < people.length; j++) {
      const [one, other] = [people[i], people[j]];
      if (one && other && (one.isInOtherScript || other.isInOtherScript || one.words.some((word) => other.words.includes(word)))) addPair(pairs, one.contact.id, other.contact.id);
    }
  }
}

function blocksOfHouse(house: string, people: readonly Facts[], blocks: Blocks): void {
  const isMixed = people.some((person) => person.isInOtherScript);
  for (const person of people) {
    for (const word of new Set(person.words)) blocks.add(`the organisation (${house}) and the name`, word, person.contact.id);
    if (isMixed) for (const bones of new Set(readable(person).map(({ key, reading }) => reading?.bones ?? bonesOf(key)))) blocks.add(`the organisation (${house}) and the consonants`, bones, person.contact.id);
  }
}

function bestReading(ones: readonly Readable[], others: readonly Readable[]): Evidence | null {
  return ones.flatMap((one) => others.flatMap((other) => readAlike(one, other, 52) ?? [])).sort((x, y) => y.weight - x.weight)[0] ?? null;
}

/** The whole name, given name first and family name first. */
function readable({ contact: { givenName, familyName }, given, family }: Facts): Readable[] {
  return [[givenName, familyName, given, family], [familyName, givenName, family, given]].map(([first = '', second = '', one = '', other = '']) => ({ key: `${one}${other}`.replaceAll(' ', ''), reading: readingOf(`${first} ${second}`) }));
}

/** Names repeat among thousands of people: each is worked out once. */
function remembering<Value>(work: (name: string) => Value): (name: string) => Value {
  const known = new Map<string, Value>();
  return (name) => {
    const before = known.get(name);
    if (before !== undefined) return before;
    const value = work(name);
    known.set(name, value);
    return value;
  };
}

function factsOf(contact: Contact, organisationKey: (name: string) => string, wordsOf: (name: string) => readonly string[]): Facts {
  const [given, family] = [wordsOf(contact.givenName), wordsOf(contact.familyName)];
  const words = [...given, ...family];
  return {
    contact, given: given.join(' '), family: family.join(' '), words, isInOtherScript: isInOtherScript(contact.givenName) || isInOtherScript(contact.familyName), email: contact.email === null || contact.email === '' ? null : contact.email.toLowerCase(), domain: ownDomain(contact.email), phone: phoneKey(contact.phone),
    organisation: contact.partner === null ? organisationKey(contact.organisation) : '',
  };
}

function plain(name: string): string[] {
  const text = romanised(name);
  const words = isPlainWords(text) ? text : text.replace(/[.'’‘ʼ`´]/g, '').replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
  return words.split(' ').filter((word) => word !== '' && !honorifics.has(word));
}

const honorifics: ReadonlySet<string> = new Set('mr mrs ms miss dr prof dipl ing herr frau mme mlle sr sra srta jr phd mba'.split(' '));

function judged(a: Facts, b: Facts, phoneUse: ReadonlyMap<string, number>): Pair | null {
  const name = nameEvidence(a, b);
  const code = a.contact.code !== null && a.contact.code === b.contact.code ? { weight: 70, text: `same id ${a.contact.code}` } : nothing;
  const evidence = [name, code, ...addressEvidence(a, b, name), phoneEvidence(a, b, phoneUse), houseEvidence(a, b), titleEvidence(a, b)].filter(({ weight }) => weight !== 0);
  return graded('contacts', a.contact.id, b.contact.id, evidence, { certainFrom: 90, possibleFrom: 60 }, name.weight >= 50);
}

const nothing: Evidence = { weight: 0, text: '' };

function nameEvidence(a: Facts, b: Facts): Evidence {
  if (a.words.length === 0 || b.words.length === 0) return nothing;
  if (a.given === b.given && a.family === b.family) return { weight: 55, text: 'same name' };
  const [mine, theirs] = [inAnyOrder(a), inAnyOrder(b)];
  if (mine === theirs) return { weight: 53, text: 'same name in another order' };
  const alike = a.isInOtherScript || b.isInOtherScript ? bestReading(readable(a), readable(b)) : null;
  if (alike !== null) return alike;
  const edits = nearEdits(mine, theirs) ?? (a.family === b.family ? nearEdits(a.given, b.given) : null);
  if (edits !== null) return { weight: 45, text: `name differs by ${edits === 1 ? 'one letter' : 'two letters'}` };
  const abbreviated = (one: string, other: string) => one.length > 0 && other.length > 1 && (one === other.slice(0, 1) || (one.length > 2 && other.startsWith(one)));
  if (a.family === b.family && (abbreviated(a.given, b.given) || abbreviated(b.given, a.given))) return { weight: 42, text: 'same family name, one given name shortened' };
  return nothing;
}

/** The words of a name, whichever stands first. Asked only of the few who are compared. */
function inAnyOrder({ words }: Facts): string {
  return [...words].sort().join('');
}

/** Directories number namesakes: `ana.lind2` beside `ana.lind` is another Ana Lind. */
function addressEvidence(a: Facts, b: Facts, name: Evidence): Evidence[] {
  if (a.email === null || b.email === null) return [];
  if (a.email === b.email) {
    if (isTeamAddress(a.email)) return [{ weight: 10, text: `same team address ${a.email}` }];
    return name.weight > 0 ? [{ weight: 60, text: `same e-mail ${a.email}` }] : [{ weight: 60, text: `same e-mail ${a.email}` }, { weight: -15, text: 'different names' }];
  }
  if (a.domain === null || a.domain !== b.domain) return a.domain !== null && b.domain !== null ? [{ weight: -5, text: 'e-mail at different domains' }] : [];
  const [mine, theirs] = [localPart(a.email), localPart(b.email)];
  if (mine.replace(/\d+$/, '') === theirs.replace(/\d+$/, '')) return [{ weight: -30, text: 'e-mail addresses are numbered apart, as for namesakes' }];
  return editsBetween(mine, theirs, 1) <= 1 && mine.length > 5 ? [{ weight: 10, text: 'e-mail differs by one letter' }] : [{ weight: -8, text: 'different e-mail addresses' }];
}

function phoneEvidence(a: Facts, b: Facts, phoneUse: ReadonlyMap<string, number>): Evidence {
  return a.phone !== null && a.phone === b.phone && (phoneUse.get(a.phone) ?? 0) <= switchboard ? { weight: 30, text: 'same phone number' } : nothing;
}

function houseEvidence(a: Facts, b: Facts): Evidence {
  const [mine, theirs] = [a.contact.partner, b.contact.partner];
  if (mine !== null && theirs !== null) return mine === theirs ? { weight: 15, text: 'same organisation' } : { weight: -25, text: 'different organisations' };
  if (a.organisation !== '' && a.organisation === b.organisation) return { weight: 15, text: 'same organisation' };
  return a.domain !== null && a.domain === b.domain ? { weight: 12, text: `same e-mail domain ${a.domain}` } : nothing;
}

function titleEvidence(a: Facts, b: Facts): Evidence {
  const [mine, theirs] = [romanised(a.contact.title), romanised(b.contact.title)];
  return mine !== '' && mine === theirs ? { weight: 5, text: 'same title' } : nothing;
}
