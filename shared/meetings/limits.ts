import type { Person, PeopleTables } from './people.ts';

/** How many meetings somebody may have, and should at least have. Null: no limit. */
export type Limits = { readonly max: number | null; readonly maxPerDay: number | null; readonly minimum: number };

/** Every invited partner meets an executive, unless the planner says otherwise: the summit's promise (requirement 8 of the source articles). */
const usualMinimum = 1;

/**
 * The limits of somebody who sits in meetings: their own, and, for whoever speaks for a partner — and so sits in each of its meetings —
 * the partner's too; the lower holds.
 */
export function limitsOf({ contacts, executives, partners }: PeopleTables, person: Person, isLead: boolean): Limits {
  if (person.kind === 'executive') {
    const host = executives.get(person.executive);
    return { max: host?.maxMeetings ?? null, maxPerDay: host?.maxMeetingsPerDay ?? null, minimum: 0 };
  }
  const contact = person.kind === 'contact' ? contacts.get(person.contact) : undefined;
  const partner = isLead ? partners.get(person.partner) : undefined;
  return {
    max: lower(contact?.maxMeetings ?? null, partner?.maxMeetings ?? null),
    maxPerDay: lower(contact?.maxMeetingsPerDay ?? null, partner?.maxMeetingsPerDay ?? null),
    minimum: isLead ? (partner?.minMeetings ?? usualMinimum) : 0,
  };
}

function lower(one: number | null, other: number | null): number | null {
  return one === null ? other : other === null ? one : Math.min(one, other);
}
