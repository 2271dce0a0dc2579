import { blankContact, type Contact } from '#shared/partners/contact.ts';
import { blankPartner, type Partner } from '#shared/partners/partner.ts';
import type { ContactId, PartnerId } from '#shared/kernel/ids.ts';
import { type Random, seeded } from '#shared/kernel/random.ts';

const syllables = 'al bor cas den el fir gan hol is jor kel lum mar nov os per quil ras sol tal und vel wen xan yor zel'.split(' ');
const kinds = ['Systems', 'Networks', 'Consulting', 'Technologies', 'Datentechnik', 'Soluciones', 'Ingénierie', 'Services'];
const forms = ['Ltd', 'Limited', 'GmbH', 'S.A.', 'AB', 'Inc.', 'B.V.', ''];
const given = ['Ana', 'Ben', 'Chiara', 'Dmitri', 'Eleni', 'Farid', 'Grace', 'Hiroshi', 'Ingrid', 'João', 'Katarzyna', 'Luca', 'Maya', 'Nils', 'Priya', 'Rosa', 'Søren', 'Teresa'];
const cities = ['Lisbon', 'München', 'Québec', 'Kraków', 'Göteborg', 'Valencia', 'Utrecht', 'Osaka', 'Austin', 'Athens'];

export type Parties = { readonly partners: ReadonlyMap<PartnerId, Partner>; readonly contacts: ReadonlyMap<ContactId, Contact>; /** Pairs that are one, smaller id first. */ readonly twins: readonly string[] };

/** Partners with three people each, of which one in twenty partners and one in thirty people are there twice under another spelling. Same seed, same parties. */
export function manyParties(count: number, seed = 1): Parties {
  const random = seeded(seed);
  const partners = new Map<PartnerId, Partner>();
  const contacts = new Map<ContactId, Contact>();
  const twins: string[] = [];
  const put = (contact: Contact) => { contacts.set(contact.id, contact); };
  while (partners.size < count) {
    const index = partners.size;
    const partner = partnerOf(index, random);
    partners.set(partner.id, partner);
    for (let seat = 0; seat < 3; seat++) put(contactOf(partner, seat, random));
    if (index % 20 === 0 && partners.size < count) {
      const copy = noisyPartner(partner, `partner-${pad(index + 1)}` as PartnerId, random);
      partners.set(copy.id, copy);
      twins.push(`${partner.id} ${copy.id}`);
    }
    if (index % 10 === 0) {
      const [original] = [...contacts.values()].slice(-1);
      if (original) {
        const copy = noisyContact(original, `${original.id}b` as ContactId, random);
        put(copy);
        twins.push(`${original.id} ${copy.id}`);
      }
    }
  }
  return { partners, contacts, twins };
}

/** The same organisation as another person would have typed it. */
export function noisyPartner(partner: Partner, id: PartnerId, random: Random): Partner {
  const bare = partner.name.replace(/ (Ltd|Limited|GmbH|S\.A\.|AB|Inc\.|B\.V\.)$/i, '');
  const noises: readonly (() => string)[] = [() => bare, () => `${bare} ${random.pick(forms)}`.trim(), () => partner.name.toUpperCase(), () => partner.name.normalize('NFD').replace(/\p{M}/gu, ''), () => `  ${bare.replace(' ', '  ')} `, () => swapped(bare, random), () => bare.split(' ').reverse().join(' ')];
  return { ...partner, id, accountId: `X${id}`, name: random.pick(noises)() };
}

/** The same person as another person would have typed them. */
export function noisyContact(contact: Contact, id: ContactId, random: Random): Contact {
  const noises: readonly (() => Partial<Contact>)[] = [
    () => ({ email: contact.email?.toUpperCase() ?? null }), () => ({ givenName: contact.familyName, familyName: contact.givenName }), () => ({ familyName: contact.familyName.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase() }),
    () => ({ familyName: swapped(contact.familyName, random) }), () => ({ givenName: `${contact.givenName.slice(0, 1)}.` }), () => ({ email: null }),
  ];
  return { ...contact, id, code: null, ...random.pick(noises)() };
}

/** Two neighbouring letters changed places. */
function swapped(text: string, random: Random): string {
  if (text.length < 6) return text;
  const at = 1 + random.below(text.length - 3);
  return `${text.slice(0, at)}${text[at + 1] ?? ''}${text[at] ?? ''}${text.slice(at + 2)}`;
}

function partnerOf(index: number, random: Random): Partner {
  const stem = Array.from({ length: 3 + random.below(2) }, () => random.pick(syllables)).join('');
  return {
    ...blankPartner(`partner-${pad(index)}` as PartnerId, `${stem.charAt(0).toUpperCase()}${stem.slice(1)} ${random.pick(kinds)} ${random.pick(forms)}`.trim()), accountId: `A${100000 + index}`, city: random.pick(cities), country: random.pick(['PT', 'DE', 'CA', 'PL', 'SE']),
    camEmail: `cam${random.below(40)}@vendor.example`, partnerSponsorName: `${random.pick(given)} ${random.pick(syllables)}${random.pick(syllables)}`,
  };
}

function contactOf(partner: Partner, seat: number, random: Random): Contact {
  const [first, last] = [random.pick(given), Array.from({ length: 3 }, () => random.pick(syllables)).join('')];
  return {
    ...blankContact(`contact-${partner.id}-${seat}` as ContactId), code: `C${partner.id}-${seat}`, givenName: first, familyName: `${last.charAt(0).toUpperCase()}${last.slice(1)}`, title: random.pick(['CEO', 'CTO', 'Director']),
    email: `${first.normalize('NFD').replace(/\P{ASCII}/gu, '').toLowerCase()}.${last}@${partner.id}.example`, phone: `+49 ${String(100000000 + random.below(899999999))}`, partner: partner.id,
  };
}

function pad(index: number): string {
  return String(index).padStart(5, '0');
}
