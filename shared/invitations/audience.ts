import type { PartnerId } from '../kernel/ids.ts';
import { folded } from '../kernel/text.ts';
import { type Contact, type ContactTable, sortName } from '../partners/contact.ts';
import type { Partner, PartnerTable } from '../partners/partner.ts';
import type { Session } from '../summit/session.ts';
import { type SummitTable, theSummit } from '../summit/summit.ts';
import type { InvitationTable } from './invitation.ts';
import { expectedPartners } from './stage.ts';

/** The partners' people a session is for. */
export type Audience = {
  readonly people: readonly Contact[];
  /** False: the wording names no rule this planner knows, so everyone expected is listed. */
  readonly understood: boolean;
};

/**
 * Reads a session's audience wording against the expected partners: tier names, strategic partners, PAC members, or all. By family name.
 * What cannot be read lists everyone, because a door list that leaves somebody out is the worse mistake.
 */
export function audienceOf(tables: AudienceTables, session: Pick<Session, 'audience'>): Audience {
  return audiences(tables)(session);
}

export type AudienceTables = SummitTable & PartnerTable & ContactTable & InvitationTable;

/** Reads many sessions' audiences: who is expected, and in which order, is worked out once. */
export function audiences(tables: AudienceTables): (session: Pick<Session, 'audience'>) => Audience {
  const expected = expectedPeople(tables);
  const withSeatHolder = partnersWithPacPerson(tables);
  const allTiers = theSummit(tables).tiers;
  return ({ audience }) => {
    const words = folded(audience);
    const tiers = allTiers.filter((tier) => new RegExp(`\\b${escaped(folded(tier))}\\b`).test(words));
    const rule = ruleFor(words, tiers);
    const people = expected.filter(({ contact, partner }) => {
      if (rule === 'pac') return partner.pacMember && (contact.role === 'PAC member' || !withSeatHolder.has(partner.id));
      return rule === 'all' || rule === 'unknown' || belongs(partner, rule, tiers);
    });
    return { people: people.map(({ contact }) => contact), understood: rule !== 'unknown' };
  };
}

/** By family name; the key is folded once a person, since folding costs more than comparing. */
function expectedPeople(tables: AudienceTables): { contact: Contact; partner: Partner }[] {
  const expected = expectedPartners(tables);
  const found = [...tables.contacts.values()].flatMap((contact) => {
    const partner = contact.partner === null || !expected.has(contact.partner) ? undefined : tables.partners.get(contact.partner);
    return partner ? [{ contact, partner, key: folded(sortName(contact)) }] : [];
  });
  return found.sort((a, b) => (a.key < b.key || (a.key === b.key && a.contact.id < b.contact.id) ? -1 : 1));
}

type AudienceRule = 'all' | 'pac' | 'strategic' | 'tiers' | 'unknown';

function ruleFor(words: string, tiers: readonly string[]): AudienceRule {
  if (tiers.length > 0) return 'tiers';
  if (/\bpac\b|advisory council/.test(words)) return 'pac';
  if (/\bstrategic\b/.test(words)) return 'strategic';
  // who is covered is not for the audience to say: the gate decides at the door
  return /^(|all|everyone|all (attendees|partners|delegates)( and guests)?|nda-covered delegates)$/.test(words) ? 'all' : 'unknown';
}

function belongs(partner: Partner, rule: 'strategic' | 'tiers', tiers: readonly string[]): boolean {
  return rule === 'strategic' ? partner.strategic : partner.tier !== null && tiers.includes(partner.tier);
}

/** A council seat is held by a person where a person is named for it, else by the company. */
function partnersWithPacPerson({ contacts }: ContactTable): ReadonlySet<PartnerId> {
  const found = new Set<PartnerId>();
  for (const { role, partner } of contacts.values()) if (role === 'PAC member' && partner !== null) found.add(partner);
  return found;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
