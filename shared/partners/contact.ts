import { z } from 'zod';
import { type ContactId, idSchema, type PartnerId } from '../kernel/ids.ts';
import type { Table } from '../kernel/table.ts';
import { LocalDateTime, LocalTime, Span } from '../kernel/time.ts';
import { untouchedTime } from './executive.ts';

export const contactRoles = ['Executive sponsor', 'PAC member', 'Delegate', 'Technical lead', 'Substitute'] as const;
export type ContactRole = (typeof contactRoles)[number];

/** A person at a partner. */
export const Contact = z
  .object({
    id: idSchema<ContactId>(),
    /** The id in the planner's lists; null when there is none. */
    code: z.string().nullable(),
    givenName: z.string(),
    familyName: z.string(),
    /** Written family name first, as in Chinese, Japanese, Korean, Vietnamese and Hungarian names. */
    familyNameFirst: z.boolean(),
    pronunciation: z.string(),
    title: z.string(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    partner: idSchema<PartnerId>().nullable(),
    /** The organisation as written, kept where it is not (yet) linked. */
    organisation: z.string(),
    role: z.enum(contactRoles).nullable(),
    /** Sensitive: purged after the event. */
    dietary: z.array(z.string()).readonly(),
    accessibility: z.string(),
    /** Spells on the venue's wall clock when no meeting may be placed. */
    unavailable: z.array(Span).readonly(),
    /** One-to-ones in a day and in the whole summit; null: no limit. */
    maxMeetingsPerDay: z.int().min(0).nullable(),
    maxMeetings: z.int().min(0).nullable(),
    /** On the venue's wall clock; null: there all along. Only the times are kept, no flight and no carrier. */
    arrivesAt: LocalDateTime.nullable(),
    departsAt: LocalDateTime.nullable(),
    /** The hours of every day in which meetings may lie; null: the whole day. */
    worksFrom: LocalTime.nullable(),
    worksUntil: LocalTime.nullable(),
  })
  .readonly();
export type Contact = z.infer<typeof Contact>;

export type ContactTable = { readonly contacts: Table<ContactId, Contact> };

export function fullName({ givenName, familyName, familyNameFirst }: Pick<Contact, 'givenName' | 'familyName' | 'familyNameFirst'>): string {
  return (familyNameFirst ? [familyName, givenName] : [givenName, familyName]).filter(Boolean).join(' ');
}

/** As lists are ordered: family name, then given name. */
export function sortName({ givenName, familyName }: Pick<Contact, 'givenName' | 'familyName'>): string {
  return [familyName, givenName].filter(Boolean).join(', ');
}

export function blankContact(id: ContactId): Contact {
  return {
    id, code: null, givenName: '', familyName: '', familyNameFirst: false, pronunciation: '', title: '', email: null, phone: null,
    partner: null, organisation: '', role: null, dietary: [], accessibility: '', unavailable: [], maxMeetingsPerDay: null, ...untouchedTime,
  };
}
