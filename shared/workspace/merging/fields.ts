import type { Row } from '../../kernel/table.ts';
import type { Contact } from '../../partners/contact.ts';
import type { Partner, Performance } from '../../partners/partner.ts';
import type { Fields } from './draft.ts';

/** The tables whose records can be merged. */
export type MergeTable = 'partners' | 'contacts';

/** A field by its name, or `performance.health` for a figure. */
export type FieldPath = string;

const figures = ['revenue', 'revenuePrior', 'pipeline', 'dealRegistrations', 'winRate', 'certifiedPeople', 'certificationsRequired', 'mdfUsed', 'mdfAllocated', 'health', 'satisfaction', 'asOf', 'source'] as const satisfies readonly (keyof Performance)[];

/** What can be chosen from either side, in the order of the inspector. Rivals and diets are not chosen but joined: losing one would do harm. */
export const mergeFields: Readonly<Record<MergeTable, readonly FieldPath[]>> = {
  partners: [
    ...(['name', 'legalName', 'accountId', 'types', 'tier', 'strategic', 'pacMember', 'enrolled', 'region', 'country', 'city', 'vertical', 'segment', 'camName', 'camEmail', 'vendorSponsor', 'vendorSponsorName', 'partnerSponsorName'] as const satisfies readonly (keyof Partner)[]),
    ...figures.map((figure) => `performance.${figure}`),
    ...(['riskNote', 'lastReviewedOn', 'minMeetings', 'maxMeetings', 'maxMeetingsPerDay'] as const satisfies readonly (keyof Partner)[]),
  ],
  contacts: [
    'givenName', 'familyName', 'familyNameFirst', 'pronunciation', 'title', 'role', 'partner', 'organisation', 'code', 'email', 'phone', 'accessibility', 'unavailable', 'maxMeetingsPerDay', 'maxMeetings', 'arrivesAt', 'departsAt', 'worksFrom', 'worksUntil',
  ] as const satisfies readonly (keyof Contact)[],
};

const joinedFields: Readonly<Record<MergeTable, readonly string[]>> = { partners: ['keepApart'], contacts: ['dietary'] };

export function valueAt(row: Row, path: FieldPath): unknown {
  return path.split('.').reduce<unknown>((value, step) => (value as Fields | null | undefined)?.[step], row);
}

/** Null, empty text, an empty list, or a mark that is not set: nothing that the other record could not say better. */
export function isBlank(value: unknown): boolean {
  return value === null || value === undefined || value === '' || value === false || (Array.isArray(value) && value.length === 0);
}

export function sameValue(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** The fields worth taking from the record that goes: those of which the kept one says nothing. */
export function suggestedFields(table: MergeTable, kept: Row, gone: Row): FieldPath[] {
  return mergeFields[table].filter((path) => isBlank(valueAt(kept, path)) && !isBlank(valueAt(gone, path)));
}

/** The record that stands: the kept one with those fields of the other, and the lists that are never chosen joined. */
export function mergedRow(table: MergeTable, kept: Row, gone: Row, take: readonly FieldPath[]): Row {
  const taken = take.reduce<Row>((row, path) => withValue(row, path.split('.'), valueAt(gone, path)) as Row, kept);
  return joinedFields[table].reduce<Row>((row, field) => {
    const [mine, theirs] = [valueAt(kept, field), valueAt(gone, field)] as [readonly string[], readonly string[]];
    const both = [...new Set([...mine, ...theirs])].filter((id) => id !== kept.id && id !== gone.id);
    return sameValue(both, mine) ? row : withValue(row, [field], both) as Row;
  }, taken);
}

function withValue(value: unknown, [field, ...deeper]: readonly string[], wanted: unknown): unknown {
  if (field === undefined) return wanted;
  const record = (value ?? {}) as Fields;
  return { ...record, [field]: withValue(record[field], deeper, wanted) };
}
