import type { InvitationStage } from '#shared/invitations/invitation.ts';
import { folded } from '#shared/kernel/text.ts';
import type { LocalDate } from '#shared/kernel/time.ts';
import { addPartner, emptyPartnerIndex, namesByLink, type PartnerIndex, partnerLink } from './partner-index.ts';
import { nominationTitles } from '../recognise/nomination-title.ts';
import type { Draft } from './draft.ts';
import { withoutHonorifics } from './full-name.ts';
import { type PeopleIndex, peopleIndex } from './people-index.ts';
import type { KnownRecords, ReadOptions } from './reading.ts';

/** A person that rows of other files name, by name or by e-mail address. */
export type PersonIndex = { readonly byName: Map<string, string>; readonly byEmail: Map<string, string>; /** Names of people whose address is missing, by their letters. */ readonly withoutEmail: Map<string, Set<string>>; readonly domains: Map<string, number> };

/** What the files read so far have told, for the files that refer to them. Lives only inside one reading. */
export type Context = {
  readonly partners: PartnerIndex;
  /** Partners that were known before: a row without an id and with the name of one of them means it. */
  readonly knownPartners: Set<string>;
  readonly people: PeopleIndex;
  /** How far invitations are, by partner. */
  readonly invitations: ReadonlyMap<string, InvitationStage>;
  /** Leads to the name as the executives file has it. */
  readonly hosts: PersonIndex;
  /** Leads to the address, or the name where there is none. */
  readonly judges: PersonIndex;
  /** The partner a judge works for, by what `judges` leads to. */
  readonly judgePartner: Map<string, string>;
  readonly rooms: Map<string, { readonly name: string; readonly confidential: boolean | null }>;
  /** Category key to its name and criteria keys. */
  readonly categories: Map<string, { readonly name: string; readonly criteria: Set<string> }>;
  readonly nominations: Map<string, { readonly category: string; readonly partner: string }>;
  /** What nominations are called, by `titleKey`, with the ids of all that are called so. */
  readonly nominationTitles: Map<string, Set<string>>;
  /** First rows by rule and key, so that a second file of a kind finds the duplicates of the first. */
  readonly first: Map<string, Map<string, Draft>>;
  summitDays: readonly LocalDate[];
};

export function contextFrom({ known = {}, summitDays = [] }: ReadOptions): Context {
  const context: Context = {
    partners: emptyPartnerIndex(), knownPartners: new Set(), people: peopleIndex(known.people), invitations: new Map((known.invitations ?? []).map(({ partner, stage }) => [partner, stage])), hosts: emptyPersonIndex(), judges: emptyPersonIndex(), judgePartner: new Map(), rooms: new Map(), categories: new Map(), nominations: new Map(), nominationTitles: new Map(), first: new Map(), summitDays,
  };
  addKnown(context, known);
  return context;
}

function addKnown(context: Context, known: KnownRecords): void {
  for (const { id, name, link = partnerLink(id, name) } of known.partners ?? []) {
    addPartner(context.partners, id, name, link);
    context.knownPartners.add(link);
  }
  for (const { name, email } of known.executives ?? []) addPerson(context.hosts, name, email, name);
  for (const { name, confidential } of known.rooms ?? []) context.rooms.set(nameKey(name), { name, confidential });
  for (const name of known.categories ?? []) context.categories.set(nameKey(name), { name, criteria: new Set() });
  for (const { category, criterion } of known.criteria ?? []) addCriterion(context, category, criterion);
  const nominations = known.nominations ?? [];
  const nameOf = namesByLink(nominations.length === 0 ? [] : (known.partners ?? []));
  for (const { id, category, partner } of nominations) addNomination(context, id, category, partner, nameOf.get(partner) ?? '', null);
  for (const { name, email, partner } of known.judges ?? []) {
    const link = email ?? name;
    addPerson(context.judges, name, email, link);
    if (partner !== null) context.judgePartner.set(link, partner);
  }
}

/** A name as it is compared: without case and accents. */
export function nameKey(text: string): string {
  return folded(text);
}

export function addNomination({ nominations, nominationTitles: titles }: Context, id: string, category: string, partner: string, nominee: string, citation: string | null): void {
  nominations.set(id, { category: nameKey(category), partner });
  for (const title of nominationTitles(nominee, category, citation)) titles.set(title, (titles.get(title) ?? new Set()).add(id));
}

export function addCriterion({ categories }: Context, category: string, criterion: string): void {
  const key = nameKey(category);
  const known = categories.get(key) ?? { name: category, criteria: new Set<string>() };
  known.criteria.add(nameKey(criterion));
  categories.set(key, known);
}

export function emptyPersonIndex(): PersonIndex {
  return { byName: new Map(), byEmail: new Map(), withoutEmail: new Map(), domains: new Map() };
}

export function addPerson({ byName, byEmail, withoutEmail, domains }: PersonIndex, name: string, email: string | null, link: string): void {
  const key = nameKey(name);
  for (const spelling of new Set([key, turned(key)])) if (!byName.has(spelling)) byName.set(spelling, link);
  if (email === null) withoutEmail.set(lettersOf(name), (withoutEmail.get(lettersOf(name)) ?? new Set()).add(key));
  else {
    if (!byEmail.has(email)) byEmail.set(email, link);
    const domain = email.slice(email.indexOf('@') + 1);
    domains.set(domain, (domains.get(domain) ?? 0) + 1);
  }
}

/** The person meant by an address or a name; an address also finds the one of that name whose own address is missing, at the house's domain. */
export function findPerson(index: PersonIndex, text: string): string | null {
  if (!text.includes('@')) return named(index, text) ?? named(index, withoutHonorifics(text.replace(/\s*[(（][^)）]*[)）]$/, '')));
  const found = index.byEmail.get(text);
  if (found !== undefined) return found;
  const [local = '', domain = ''] = text.split('@');
  if ((index.domains.get(domain) ?? 0) < 2) return null;
  const [name, another] = index.withoutEmail.get(lettersOf(local)) ?? [];
  return name === undefined || another !== undefined ? null : (index.byName.get(name) ?? null);
}

/** By name, also turned; a function in brackets or a title says nothing more. */
function named({ byName }: PersonIndex, name: string): string | null {
  return byName.get(nameKey(name)) ?? byName.get(turned(nameKey(name))) ?? null;
}

/** `Li, Ana` → `Ana Li`. */
export function turned(name: string): string {
  const [last, first] = name.split(/\s*,\s*/);
  return first === undefined ? name : `${first} ${last}`;
}

function lettersOf(text: string): string {
  return folded(text).replace(/[^\p{L}]/gu, '');
}
