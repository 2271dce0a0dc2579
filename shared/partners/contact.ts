import { z } from 'zod';
import { type ContactId, idSchema, type PartnerId } from '../kernel/ids.ts';
import type { Table } from '../kernel/table.ts';

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
    partner: null, organisation: '', role: null, dietary: [], accessibility: '',
  };
}
