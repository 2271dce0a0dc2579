import { z } from 'zod';
import { type AgreementId, type ContactId, idSchema, type PartnerId } from '../kernel/ids.ts';
import type { Table } from '../kernel/table.ts';
import { LocalDate } from '../kernel/time.ts';

/** What ended an agreement, or stands in its place. Unlike a status these are events: they happened, whatever the dates say. */
export const agreementEndings = ['declined', 'terminated', 'voided', 'waived'] as const;
export type AgreementEnding = (typeof agreementEndings)[number];

/**
 * The stage a register claims. Kept as evidence beside the dates, from which the status is computed. `unknown`: the register says a word
 * nobody could read, which holds the agreement back until a person has looked; null: no register says anything.
 */
export const reportedStages = ['requested', 'sent', 'viewed', 'in_review', 'partly_signed', 'executed', 'effective', 'evergreen', 'expired', 'unknown'] as const;

/** A non-disclosure agreement of an organisation or of one person. */
export const Agreement = z
  .object({
    id: idSchema<AgreementId>(),
    /** Its id in the register or the envelope report; empty when there is none. */
    code: z.string(),
    partner: idSchema<PartnerId>().nullable(),
    /** The legal entity as written in the agreement. */
    counterparty: z.string(),
    level: z.enum(['organisation', 'person']),
    /** For a personal agreement. */
    contact: idSchema<ContactId>().nullable(),
    personName: z.string(),
    personEmail: z.string().nullable(),
    kind: z.enum(['mutual', 'unilateral']).nullable(),
    scope: z.string(),
    owner: z.string(),
    reportedStage: z.enum(reportedStages).nullable(),
    sentOn: LocalDate.nullable(),
    partnerSignedOn: LocalDate.nullable(),
    countersignedOn: LocalDate.nullable(),
    effectiveOn: LocalDate.nullable(),
    /** The last day it holds; with neither this nor `evergreen` the expiry is unknown. */
    expiresOn: LocalDate.nullable(),
    evergreen: z.boolean(),
    ending: z
      .object({ event: z.enum(agreementEndings), on: LocalDate.nullable(), approver: z.string(), reason: z.string(), until: LocalDate.nullable() })
      .readonly()
      .nullable(),
  })
  .readonly();
export type Agreement = z.infer<typeof Agreement>;

export type AgreementTable = { readonly agreements: Table<AgreementId, Agreement> };

export function blankAgreement(id: AgreementId, partner: PartnerId | null, counterparty: string): Agreement {
  return {
    id, code: '', partner, counterparty, level: 'organisation', contact: null, personName: '', personEmail: null, kind: null, scope: '', owner: '',
    reportedStage: null, sentOn: null, partnerSignedOn: null, countersignedOn: null, effectiveOn: null, expiresOn: null, evergreen: false, ending: null,
  };
}
